import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../src/facts/facts.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../src/message/plain-text.ts';
import { parseReason, parseThumb, reasonsMessage, withChange, withFeedback } from '../../src/surface/reply-buttons.ts';
import type { RateMoveQuestion } from '../../src/topics/rate-move/question.ts';
import { answer, render } from '../../src/topics/registry.ts';
import { isoInstant } from '../../src/units.ts';

const FACTS = shippedFacts(isoInstant('2026-11-20T14:30:00Z'));
const CUT: RateMoveQuestion = { kind: 'rate-move', moveBps: -50 };
const cut = answer(CUT, FACTS);
const message = render(cut);

describe('the thumbs', () => {
  it('stand last, are sound for Slack, and leave the words alone', () => {
    const withThumbs = withFeedback(message, cut);
    expect(withThumbs.blocks.at(-1)?.type).toBe('context_actions');
    expect(messageProblems(withThumbs)).toEqual([]);
    expect(withThumbs.text).toBe(message.text);
    expect(asPlainText(withThumbs)).toBe(asPlainText(message));
    expect(asSections(withThumbs)).toEqual(asSections(message));
  });

  it('do not stand under help', () => {
    const help = answer({ kind: 'help' }, FACTS);
    expect(withFeedback(render(help), help)).toEqual(render(help));
  });

  it.each([
    ['up:rate-move', { thumb: 'up', kind: 'rate-move' }],
    ['down:views', { thumb: 'down', kind: 'views' }],
    ['up:', undefined],
    ['up:What about 50 bp?', undefined],
    ['sideways:views', undefined],
    ['', undefined],
  ])('carry “%s”', (value, thumb) => {
    expect(parseThumb(value)).toEqual(thumb);
  });
});

describe('why an answer was of no use', () => {
  it('is a few buttons, each counted under a kind of its own and beside the thumb', () => {
    const asked = reasonsMessage('rate-move', '1764499200.000100');
    expect(messageProblems(asked)).toEqual([]);
    const values = asked.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map(({ value }) => value ?? '') : [],
    );
    expect(values.map(parseReason)).toEqual(
      ['wrong', 'else', 'long', 'unclear'].map((reason) => ({
        kind: `rate-move-why-${reason}`,
        message: '1764499200.000100:why',
      })),
    );
  });

  it.each([['wrong:rate-move:What about 50?'], ['constructor:rate-move:1.1'], ['down:rate-move'], ['']])(
    'is not what no button of ours carries: %s',
    (value) => {
      expect(parseReason(value)).toBeUndefined();
    },
  );
});

describe('the button that opens the form', () => {
  it('stands before the last of the other buttons, and is sound for Slack', () => {
    const changed = withChange(message, CUT);
    const labels = changed.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.map(({ text }) => text.text) : [],
    );
    expect(labels.at(-2)).toBe('Change assumptions');
    expect(labels.at(-1)).toBe('All views');
    expect(messageProblems(changed)).toEqual([]);
  });
});
