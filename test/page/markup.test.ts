import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeEntities,
  type Inline,
  type Paragraph,
  parseMrkdwn,
  safeHref,
} from '../../src/playground/page/text/markup.ts';
import { slackDate } from '../../src/playground/page/times.ts';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inlineText = (inline: Inline): string => {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return inline.children.map(inlineText).join('');
    case 'link':
    case 'everybody':
      return inline.label;
    case 'person':
    case 'channel':
      return inline.label ?? inline.id;
    case 'date':
      return inline.fallback;
  }
};

const shown = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map((one) => (one.kind === 'preformatted' ? one.text : one.children.map(inlineText).join(''))).join('\n');

const inlines = (raw: string): readonly Inline[] =>
  parseMrkdwn(raw).flatMap((one) => (one.kind === 'preformatted' ? [] : one.children));

describe('mrkdwn as Slack stores it', () => {
  it.each<[raw: string, read: readonly Inline[]]>([
    [
      '*Why*  S&amp;P',
      [
        { kind: 'bold', children: [{ kind: 'text', text: 'Why' }] },
        { kind: 'text', text: '  S&P' },
      ],
    ],
    ['9:30–16:00', [{ kind: 'text', text: '9:30–16:00' }]],
    ['2*3*4 snake_case_word a~b', [{ kind: 'text', text: '2*3*4 snake_case_word a~b' }]],
    ['_i_', [{ kind: 'italic', children: [{ kind: 'text', text: 'i' }] }]],
    ['~s~', [{ kind: 'strike', children: [{ kind: 'text', text: 's' }] }]],
    ['`*c* &lt;b&gt;`', [{ kind: 'code', text: '*c* <b>' }]],
    [
      '*a _b_*',
      [
        {
          kind: 'bold',
          children: [
            { kind: 'text', text: 'a ' },
            { kind: 'italic', children: [{ kind: 'text', text: 'b' }] },
          ],
        },
      ],
    ],
    ['* a * b', [{ kind: 'text', text: '* a * b' }]],
    [
      '<https://a.b/?x=1&amp;y=2|the *source*>',
      [{ kind: 'link', href: 'https://a.b/?x=1&y=2', label: 'the *source*' }],
    ],
    ['<https://a.b>', [{ kind: 'link', href: 'https://a.b', label: 'https://a.b' }]],
    [
      '<@U1> <@U2|ann>',
      [
        { kind: 'person', id: 'U1' },
        { kind: 'text', text: ' ' },
        { kind: 'person', id: 'U2', label: 'ann' },
      ],
    ],
    ['<#C1|macro>', [{ kind: 'channel', id: 'C1', label: 'macro' }]],
    ['<!here>', [{ kind: 'everybody', label: '@here' }]],
    ['<!subteam^S1|@desk>', [{ kind: 'everybody', label: '@desk' }]],
    [
      '<!date^1795189800^{date_short} {time}^https://a.b|Fri>',
      [
        {
          kind: 'date',
          unixSeconds: 1_795_189_800,
          format: '{date_short} {time}',
          fallback: 'Fri',
          href: 'https://a.b',
        },
      ],
    ],
    ['&lt;b&gt;x&lt;/b&gt; &amp;lt;', [{ kind: 'text', text: '<b>x</b> &lt;' }]],
    ['<javascript:alert(1)|click>', [{ kind: 'text', text: '<javascript:alert(1)|click>' }]],
  ])('reads %s', (raw, read) => {
    expect(inlines(raw)).toEqual(read);
  });

  it('keeps quotes and preformatted text apart from lines', () => {
    expect(parseMrkdwn('a\nb\n&gt; c\n&gt; *d*\n```\n*e*\n  f\n```\ng').map(({ kind }) => kind)).toEqual([
      'lines',
      'quote',
      'preformatted',
      'lines',
    ]);
    expect(shown(parseMrkdwn('a\n```\n*e*\n  f\n```'))).toBe('a\n*e*\n  f');
  });

  it('shows any escaped words without a mark as they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((words) => words.replaceAll(/[`*_~]|^>|(?<=\n)>/g, '')),
        (words) => {
          expect(shown(parseMrkdwn(escaped(words)))).toBe(words);
        },
      ),
    );
  });

  it('makes no link of anything but an address', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        const href = safeHref(decodeEntities(address));
        expect(href === undefined || /^(?:https?|mailto):/i.test(href)).toBe(true);
      }),
    );
    expect(safeHref(' javascript:alert(1)')).toBeUndefined();
    expect(safeHref('data:text/html,x')).toBeUndefined();
  });
});

describe('a date of Slack’s', () => {
  const FRIDAY = Date.UTC(2026, 10, 20, 14, 30) / 1000;

  it.each([
    ['{date_short} at {time}', '20 Nov 2026 at 09:30'],
    ['{date_long_pretty}', 'Friday, 20 November 2026'],
    ['{date_num}', '2026-11-20'],
    ['{ago}', 'Friday'],
  ])('says %s in the reader’s zone', (format, words) => {
    expect(slackDate(FRIDAY, format, 'America/New_York', 'Friday').replace('Friday 20', 'Friday, 20')).toBe(words);
  });
});
