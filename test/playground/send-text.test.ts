import { describe, expect, it } from 'vitest';
import { toCommandText, toMessageText } from '../../src/playground/actions/send-text.ts';

describe('what a person types', () => {
  it.each([
    ['@Rotation Desk 50bps', '<@U0ROTATION> 50bps'],
    ['hi @rotation desk, ask @Jonas Weck', 'hi <@U0ROTATION>, ask <@U0JONAS>'],
    ['see #macro and #MACRO.', 'see <#C0MACRO|macro> and <#C0MACRO|macro>.'],
    ['#macro-desk, #nowhere and a#macro', '#macro-desk, #nowhere and a#macro'],
    ['me@Rotation Desk', 'me@Rotation Desk'],
    ['1 < 2 & 3 > 2', '1 &lt; 2 &amp; 3 &gt; 2'],
    ['<@U0ROTATION> <!channel>', '&lt;@U0ROTATION&gt; &lt;!channel&gt;'],
    ['&lt;', '&amp;lt;'],
    ['see https://example.com/?a=1&b=#macro now', 'see <https://example.com/?a=1&amp;b=#macro> now'],
    ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
  ])('%s becomes the text of a message: %s', (typed, text) => {
    expect(toMessageText(typed)).toBe(text);
  });

  it('keeps names in a command that asks for them', () => {
    expect(toCommandText('weekdays 07:30 #macro for @Maya Ferrer & all')).toBe(
      'weekdays 07:30 <#C0MACRO|macro> for <@U0MAYA|maya.ferrer> &amp; all',
    );
  });
});
