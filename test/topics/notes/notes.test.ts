import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLACK_LIMITS } from '../../../src/message/block-kit.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asSections } from '../../../src/message/plain-text.ts';
import { NOTE_TOPICS, STANCES } from '../../../src/notes/format.ts';
import { NOTES } from '../../../src/notes/library.ts';
import { checkNotes } from '../../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../../src/record/closes.ts';
import { conflictsIn } from '../../../src/record/conflicts.ts';
import { withAsker } from '../../../src/surface/reply-buttons.ts';
import type { Question } from '../../../src/topics/questions.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { buttonsOf } from '../../doubles/payloads.ts';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { ask, FACTS, notesIn, parts, plain, questionIn, rendered, reply, title } from '../rendered.ts';

describe('the notes, sources and help', () => {
  it.each([
    [['which notes do you have'], { kind: 'notes' }],
    [['which notes are there?'], { kind: 'notes' }],
    [['what are your answers based on'], { kind: 'notes' }],
    [['how recent are the notes'], { kind: 'notes' }],
    [['sum up the notes'], { kind: 'notes' }],
    [['tldr of note 3'], { kind: 'notes', note: '003' }],
    [['gist of the fidelity note'], { kind: 'notes', note: '002' }],
    [['who wrote note 004'], { kind: 'notes', note: '004' }],
    [['what is the yahoo piece about'], { kind: 'notes', note: '004' }],
    [['bullish views', 'source?'], { kind: 'source', of: { kind: 'views', stances: ['bullish'] } }],
    [['bullish views', 'when was that said?'], { kind: 'source', of: { kind: 'views', stances: ['bullish'] } }],
    [['004 in 2 lines'], { kind: 'notes', note: '004' }],
    [['001 in one para'], { kind: 'notes', note: '001' }],
    [['note 003 in a few words'], { kind: 'notes', note: '003' }],
    [['who wrote note 002'], { kind: 'notes', note: '002' }],
    [['tldr of the ai one'], { kind: 'notes', note: '003' }],
    [['what does the fidelity note say'], { kind: 'notes', note: '002' }],
    [['note 003', 'sum it up'], { kind: 'notes', note: '003' }],
    [['one sentence for each note'], { kind: 'notes' }],
    [['a line per article, i am late for a meeting at 9'], { kind: 'notes' }],
    [['the five papers, one line each'], { kind: 'notes' }],
    [['which notes do you have', 'the oldest of those?'], { kind: 'notes', note: '002' }],
    [['which notes do you have', 'the oldest of those?', 'and the newest'], { kind: 'notes', note: '001' }],
    [['which notes do you have', 'who wrote the fourth one you listed?'], { kind: 'notes', note: '000' }],
    [['note 000', 'is there anything off in it?'], { kind: 'check', note: '000' }],
    [['the bulls', 'the second one please, what is he saying exactly'], { kind: 'views', who: ['Michael Casper'] }],
    [['the bulls', 'the second one', 'and the third'], { kind: 'views', who: ['Michael Wilson'] }],
    [['the bulls', 'how many is that'], { kind: 'views', stances: ['bullish'] }],
    [['the bulls', 'one line each'], { kind: 'views', stances: ['bullish'] }],
    [['views on tariffs', 'and only from note 001'], { kind: 'views', topics: ['tariffs'], notes: ['001'] }],
    [
      ['calvasina', 'kostin too', "and lori's, source?"],
      { kind: 'source', of: { kind: 'views', who: ['Lori Calvasina'] } },
    ],
    [['which notes do you have', 'which of those is oldest', 'who wrote it'], { kind: 'notes', note: '002' }],
    [['which notes do you have', 'the third one', 'and the one after that'], { kind: 'notes', note: '000' }],
    [['cut 100', 'where are the 4.39 from'], { kind: 'method', aspect: 'formula', of: cut(100) }],
    [['whered u get 45% floating'], { kind: 'method', aspect: 'assumptions' }],
    [['which notes do you hold', 'open number two of them'], { kind: 'notes', note: '004' }],
    [['is any author a robot'], { kind: 'notes' }],
    [['got a link for note 2'], { kind: 'notes', note: '002' }],
    [['note 003', 'when was it written'], { kind: 'notes', note: '003' }],
    [['check 003', 'open the first', "what's that note's story overall"], { kind: 'notes', note: '003' }],
    [['bears list from the notes'], { kind: 'views', stances: ['bearish'] }],
    [['17.55 or 17.56??'], { kind: 'method', aspect: 'rounding', of: cut(200) }],
    [
      ['bullish on mergers', 'tariffs as well pls'],
      { kind: 'views', stances: ['bullish'], topics: ['mergers', 'tariffs'] },
    ],
    [['what did note 003 get wrong', 'which of the two does the record support'], { kind: 'conflicts' }],
    [['oldest note'], { kind: 'notes' }],
    [['note 001'], { kind: 'notes', note: '001' }],
    [['note #3'], { kind: 'notes', note: '003' }],
    [['note no. 3'], { kind: 'notes', note: '003' }],
    [['note003'], { kind: 'notes', note: '003' }],
    [['source?'], { kind: 'notes' }],
    [['kostin', 'where did that appear'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['kostin', 'which paper was it in'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['cut 50', 'is that calculation your own idea'], { kind: 'source', of: cut(50) }],
    [['cut 50', 'or did j come up with it'], { kind: 'source', of: cut(50) }],
    [['who invented this method'], { kind: 'method', aspect: 'formula' }],
    [['cut 50', 'where is that from'], { kind: 'source', of: cut(50) }],
    [['anyone bearish?', 'who says that'], { kind: 'source', of: { kind: 'views', stances: ['bearish'] } }],
    [['kostin', 'when was that said'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['kostin', 'what date?'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['kostin', 'how old is this'], { kind: 'source', of: { kind: 'views', who: ['David Kostin'] } }],
    [['cut 50', 'on what basis'], { kind: 'source', of: cut(50) }],
    [['what date is the data from'], { kind: 'about', aspect: 'data' }],
    [['am i talking to a person'], { kind: 'about', aspect: 'what' }],
    [['what could i ask you'], { kind: 'about', aspect: 'can do' }],
    [['what are the commands'], { kind: 'help' }],
    [['help'], { kind: 'help' }],
    [['hi there'], { kind: 'help', said: 'hello' }],
    [['good morning'], { kind: 'help', said: 'hello' }],
    [['hows it going'], { kind: 'help', said: 'hello' }],
    [['alright'], { kind: 'help', said: 'thanks' }],
    [['cut 50', 'lol'], { kind: 'help', said: 'remark' }],
    [['cut 50', 'ah interesting'], { kind: 'help', said: 'remark' }],
    [['cut 50', "that's all"], { kind: 'help', said: 'thanks' }],
    [['cut 50', 'u there'], { kind: 'help', said: 'hello' }],
    [['cut 50', "i don't get it"], { kind: 'method', aspect: 'formula', of: { kind: 'rate-move', moveBps: -50 } }],
    [['who is bullish', 'thats stale tho no'], { kind: 'source', of: { kind: 'views', stances: ['bullish'] } }],
    [['ok thanks!'], { kind: 'help', said: 'thanks' }],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['list the bulls'],
    ['each note in 10bp'],
    ['one line on each analyst'],
    ['where was the ratio published last week'],
    ['thanks mike, 50 it is'],
    ['nice one mike'],
    ['the source of inflation is wages'],
    ['help is on the way'],
    ['note to self buy milk'],
    ['what about that'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(['notes', 'source', 'help']).not.toContain(turn.kind === 'question' ? turn.question.kind : turn.kind);
  });
});

describe('the notes', () => {
  it('are listed newest first, or shown one in short', () => {
    expect(notesIn(ask({ kind: 'notes' }))).toEqual(['001', '004', '003', '000', '002']);
    const one = ask({ kind: 'notes', note: '002' });
    expect(one.views.map(({ person }) => person)).toEqual(['Tom Stevenson']);
    expect(notesIn(one)).toEqual(['002']);
    expect(ask({ kind: 'notes', note: '007' })).toMatchObject({ notes: [], sources: [] });
  });
});

const NAMES = [...new Set(NOTES.claims.flatMap(({ voice, firm }) => [voice, firm]))];
const NUMBERS = NOTES.notes.map(({ number }) => number);
const FIGURES = NOTES.claims.flatMap(({ figures }) => figures.map(({ id }) => id));
const FINDINGS = checkNotes(NOTES, CITED_RECORD).map(({ id }) => id);

const FIRST_PARTS: readonly Question[] = [
  { kind: 'views' },
  ...STANCES.map((stance): Question => ({ kind: 'views', stances: [stance] })),
  ...NAMES.map((name): Question => ({ kind: 'views', who: [name] })),
  ...NUMBERS.map((note): Question => ({ kind: 'views', notes: [note] })),
  ...NOTE_TOPICS.map((topic): Question => ({ kind: 'views', topics: [topic] })),
  ...NOTE_TOPICS.flatMap((topic) =>
    STANCES.map((stance): Question => ({ kind: 'views', topics: [topic], stances: [stance] })),
  ),
  { kind: 'check' },
  ...NUMBERS.map((note): Question => ({ kind: 'check', note })),
  ...FINDINGS.map((id): Question => ({ kind: 'check', findings: [id] })),
  { kind: 'conflicts' },
  ...conflictsIn(NOTES, CITED_RECORD).map(({ id }): Question => ({ kind: 'conflicts', conflicts: [id] })),
  ...FIGURES.map((id): Question => ({ kind: 'figure', figures: [id] })),
  { kind: 'figure', figures: FIGURES.slice(0, 12) as [string, ...string[]] },
];

const EVERY_PART = FIRST_PARTS.flatMap(parts);

describe('every reply about the notes', () => {
  it("passes every one of Slack's limits, with who asked, and in sections alone", () => {
    expect(EVERY_PART.length).toBeGreaterThan(FIRST_PARTS.length + 50);
    for (const question of EVERY_PART) {
      const message = rendered(question);
      expect([question, messageProblems(message)]).toEqual([question, []]);
      expect([question, messageProblems(withAsker(message, '<@U123>'))]).toEqual([question, []]);
      expect([question, messageProblems(asSections(message))]).toEqual([question, []]);
    }
  });

  it('starts with its header, in the blocks and, word for word, in the text', () => {
    for (const question of EVERY_PART) {
      const message = rendered(question);
      expect(message.blocks[0]?.type).toBe('header');
      const words = title(message).replaceAll('&', '&amp;').replaceAll(' ÷ ', ' over ');
      expect([message.text.slice(0, words.length), words.length > 10]).toEqual([words, true]);
    }
  });

  it('closes with its note or notes, that it is no advice, and its id', () => {
    for (const question of EVERY_PART) {
      const answered = answer(question, FACTS);
      const { text, blocks } = render(answered);
      expect(blocks.at(-1)?.type).toBe('context');
      expect(plain(JSON.stringify(blocks.at(-1)))).toMatch(/Not investment advice · Answer [0-9A-Z]{6}/);
      expect(text).toContain(`Not investment advice. Answer ${answered.id}`);
      const cited = answered.sources.filter((source) => /^\d{3}-/.test(source)).map((id) => id.slice(0, 3));
      if (question.kind !== 'views' || question.who !== undefined || question.notes !== undefined) {
        for (const number of cited.slice(0, 1)) expect([question, text.includes(number)]).toEqual([question, true]);
      }
    }
  });

  it('has buttons that ask what can be asked, and no two of one label', () => {
    for (const question of EVERY_PART) {
      const buttons = buttonsOf(rendered(question));
      for (const { value } of buttons) {
        expect(value.length).toBeLessThanOrEqual(SLACK_LIMITS.buttonValue);
        expect(messageProblems(rendered(questionIn({ value })))).toEqual([]);
      }
      const labels = buttons.map(({ text }) => text.text);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }, 30_000);

  it('passes the limits whatever is combined', () => {
    const some = <T>(values: readonly T[], maxLength: number) =>
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength });
    const combined = fc.record(
      {
        kind: fc.constant('views' as const),
        stances: some(STANCES, 4),
        who: some(NAMES, 6),
        topics: some(NOTE_TOPICS, 6),
        notes: some(NUMBERS, 5),
        page: fc.integer({ min: 1, max: 20 }),
      },
      { requiredKeys: ['kind'] },
    ) as fc.Arbitrary<Question>;
    const titles = fc.property(combined, (question) => {
      const message = rendered(question);
      expect(messageProblems(message)).toEqual([]);
      expect(title(message)).toMatch(/^[A-Z0-9].+[\w)]$/);
    });
    const widest: Question = {
      kind: 'views',
      stances: ['bearish', 'neutral'],
      topics: ['floating debt', 'index levels', 'technology', 'valuation', 'inflation', 'momentum'],
      notes: ['000', '001', '002', '003', '004'],
    };
    fc.assert(titles, { numRuns: 1_000, examples: [[widest]] });
  });
});

describe('words that are not understood', () => {
  it.each([
    ['/views dimon', 'Not in the notes: “dimon”.', 'All views'],
    ['/views note 007', 'There is no note “007”. The notes are numbered 000 to 004.', 'Check the notes'],
    ['/check 007', 'There is no note “007”. The notes are numbered 000 to 004.', 'Check the notes'],
    ['/views T7', 'There is no note “T7”. Those of your own: /note list.', 'Check the notes'],
    ['/check note t7', 'There is no note “T7”. Those of your own: /note list.', 'Check the notes'],
    ['/check xyzzy', 'Nothing in the notes that can be checked fits “xyzzy”.', 'Conflicts between notes'],
  ])('%s is told so, with examples and buttons', (words, sentence, label) => {
    const message = reply(words);
    expect(message.text.startsWith(sentence)).toBe(true);
    expect(message.text).toMatch(/ Try \/(views|check) /);
    expect(buttonsOf(message).map(({ text }) => plain(text.text))).toContain(label);
  });

  it('are offered each note where several are named', () => {
    const asked = buttonsOf(reply('/check 001 002')).map(questionIn);
    expect(asked).toEqual(
      expect.arrayContaining([
        { kind: 'check', note: '001' },
        { kind: 'check', note: '002' },
      ]),
    );
    expect(messageProblems(reply('/check 001 002'))).toEqual([]);
  });

  it('are offered the nearest names', () => {
    const [nearest] = buttonsOf(reply('/views calvasinovich'));
    expect(nearest && [nearest.text.text, questionIn(nearest)]).toEqual([
      'Lori Calvasina',
      { kind: 'views', who: ['Lori Calvasina'] },
    ]);
  });

  it('are escaped in the text and literal in the blocks, so that nobody is pinged', () => {
    const hostile = ['<!channel>', '<@U123>', '<https://evil.example|click>', '*bold*', '&lt;!here&gt;', 'a&b<c>'];
    for (const command of ['/views', '/check']) {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...hostile, 'x'.repeat(100)), { minLength: 1, maxLength: 5 }), (words) => {
          const message = reply(`${command} zzz ${words.join(' ')}`);
          expect(messageProblems(message)).toEqual([]);
          expect(message.text).not.toMatch(/<[!@#h]/);
          expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
        }),
      );
    }
    expect(reply('/check zzz &lt;!channel&gt;').text).toContain('&lt;!channel&gt;');
  });
});
