import { describe, expect, it } from 'vitest';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../src/message/plain-text.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import { parseReason, parseThumb, reasonsMessage, withChange, withFeedback } from '../../src/surface/reply-buttons.ts';
import type { Question } from '../../src/topics/questions.ts';
import { answer, render } from '../../src/topics/registry.ts';
import type { ReadingResult } from '../../src/topics/turn.ts';
import { liveFacts, OCTOBER_PRICES } from '../doubles/live-facts.ts';
import { walk } from '../doubles/market-series.ts';
import { buttonsOf } from '../doubles/payloads.ts';
import { FACTS, labelsOf, plain, questionIn, rendered, title } from '../topics/rendered.ts';

type Asked = Extract<ReadingResult, { readonly kind: 'question' }>;

const CUT: Question = { kind: 'rate-move', moveBps: -50 };
const BEARS: Question = { kind: 'views', stances: ['bearish'] };
const replyTo = (question: Question, remarks: Partial<Asked>) =>
  renderTurn(answerTurn({ kind: 'question', question, private: false, ...remarks }, FACTS));

describe('words that an answer does not use', () => {
  const reply = replyTo(CUT, { notUsed: { words: 'december', kind: 'date' } });
  const untouched = rendered(CUT);

  it('are named with the reason, first under the table of the full answer', () => {
    expect(title(reply)).toBe(title(untouched));
    expect(reply.blocks.map(({ type }) => type).slice(0, 4)).toEqual(['header', 'data_table', 'section', 'section']);
    expect(reply.blocks[2]).toMatchObject({
      text: { text: '*Not used*  “december”: the model has no date, a year’s effect is the same from any month' },
    });
    expect(reply.blocks.filter(({ type }) => type !== 'actions').toSpliced(2, 1)).toEqual(
      untouched.blocks.filter(({ type }) => type !== 'actions'),
    );
    expect(messageProblems(reply)).toEqual([]);
  });

  it('are named behind the headline of the text, and in a terminal', () => {
    expect(reply.text).toMatch(
      /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. Not used: “december”: the model has no date, a year’s effect is the same from any month\. Interest a year/,
    );
    expect(asPlainText(reply)).toMatch(/10\.99×\n\nNot used {2}“december”: .*\n\nWhy {2}/);
  });

  it('bring what is priced as the first button where they are a date beside a move', () => {
    const closes = walk(2_000, '2018-10-08');
    const facts = liveFacts('2026-09-21T15:00:00Z', { closes, futures: OCTOBER_PRICES });
    const replied = (notUsed?: Asked['notUsed']) =>
      renderTurn(answerTurn({ kind: 'question', question: CUT, private: false, ...(notUsed && { notUsed }) }, facts));
    const dated = replied({ words: 'december', kind: 'date' });
    expect(labelsOf(dated)).toEqual(['What is priced', ...labelsOf(replied())]);
    expect(new Set(buttonsOf(dated).map(({ action_id: id }) => id)).size).toBe(buttonsOf(dated).length);
    expect(labelsOf(reply)).toEqual(labelsOf(untouched));
  });

  it('leave the answer as it is', () => {
    const { remarks: _, ...answered } = {
      remarks: undefined,
      ...answerTurn({ kind: 'question', question: CUT, private: false, notUsed: { words: 'x', kind: 'who' } }, FACTS),
    };
    expect(answered).toEqual({ ...answer(CUT, FACTS), lacking: ['closes', 'futures'] });
  });

  it('are quoted without markup, and not at all where they are abuse', () => {
    const quoting = (words: string) => replyTo(CUT, { notUsed: { words, kind: 'who' } }).blocks[2];
    expect(quoting('<!here> *Lee* &amp; co')).toMatchObject({
      text: { text: expect.stringContaining('“*Lee* &amp; co”: ') },
    });
    expect(quoting('idiot')).toMatchObject({
      text: { text: expect.stringMatching(/^\*Not used\* {2}part of the words: /) },
    });
  });

  it.each([
    ['who', /“it”: the model’s figures depend on nobody’s view/],
    ['clock', /“it”: the model has no time of day/],
    ['note', /“it”: the figures are those of the model of note 000/],
    ['something new', /“it”: it changes nothing in this answer/],
  ])('are explained by what they are: %s', (kind, why) => {
    expect(replyTo(CUT, { notUsed: { words: 'it', kind } }).text).toMatch(why);
  });

  it('stand under the header where no table follows it', () => {
    const views = replyTo(BEARS, { notUsed: { words: 'friday', kind: 'date' } });
    expect(views.blocks[1]).toMatchObject({
      text: { text: '*Not used*  “friday”: this answer is not chosen by date' },
    });
    expect(views.text).toContain(' Not used: “friday”: this answer is not chosen by date. ');
    expect(labelsOf(views)).not.toContain('What is priced');
  });
});

describe('an answer by resemblance', () => {
  it('says so calmly', () => {
    const reply = replyTo(BEARS, { how: 'ranked' });
    expect(reply.blocks[1]).toMatchObject({
      text: { text: '*Read*  by resemblance, as a question about what people in the notes say' },
    });
    expect(messageProblems(reply)).toEqual([]);
  });
});

describe('other senses of the words', () => {
  it('are buttons before those of the answer, and nothing is said of them', () => {
    const others = [
      { name: 'hike 50 bp', question: { kind: 'rate-move', moveBps: 50 } as const },
      { name: 'The bears', question: BEARS },
    ];
    const reply = replyTo(CUT, { others });
    expect(labelsOf(reply).slice(0, 2).map(plain)).toEqual(['The bears', labelsOf(rendered(CUT))[0]]);
    expect(reply.text).toBe(rendered(CUT).text);
    expect(questionIn(buttonsOf(reply)[0] as ReturnType<typeof buttonsOf>[number])).toEqual(BEARS);
  });

  it('have a row of their own where an answer has none', () => {
    const kinds = (['help', 'conflicts', 'notes'] as const).map((kind) => ({ kind }) as Question);
    for (const question of kinds) {
      const reply = replyTo(question, { others: [{ name: 'The bears', question: BEARS }] });
      expect(labelsOf(reply)).toContain('The bears');
      expect(messageProblems(reply)).toEqual([]);
    }
  });
});

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
