import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText } from '../../src/message/plain-text.ts';
import { renderTurn } from '../../src/surface/answer-turn.ts';
import { answerUnclear } from '../../src/surface/not-understood.ts';
import { LANGUAGES, type NamedQuestion, type Unclear } from '../../src/topics/turn.ts';
import { buttonsOf } from '../doubles/payloads.ts';
import { block, FACTS, labelsOf, plain, questionIn } from '../topics/rendered.ts';

const unclear = (words: Unclear): Message => renderTurn(answerUnclear(words, FACTS));
const notUnderstood = (words: string, nearest?: readonly NamedQuestion[]): Message =>
  unclear({ kind: 'unclear', reason: 'not-understood', words, ...(nearest && { nearest }) });

const LEE: NamedQuestion = { name: 'Views of Tom Lee', question: { kind: 'views', who: ['Tom Lee'] } };
const cutOf = (size: number, name = `Cut ${size} bp`): NamedQuestion => ({
  name,
  question: { kind: 'rate-move', moveBps: -size },
});

describe('inputs that do not fit each other', () => {
  it('are named with what may be meant, and nothing is computed', () => {
    const back = unclear({
      kind: 'unclear',
      reason: 'which',
      readings: [cutOf(50, 'EBITDA $178.6m'), cutOf(50, 'As typed')],
      words: '/ratecut 50 ebitda=178,600',
      misfit: { company: 'small', ebitda: 178_600, netIncome: 59.5 },
    });
    expect(plain(asPlainText(back))).toContain(
      'SmallCap: EBITDA of $178,600m does not fit a net income of $59.5m. Which do you mean?',
    );
    expect(plain(asPlainText(back))).toContain('Unsure  EBITDA $178.6m, or as typed');
    expect(plain(asPlainText(back))).toContain('Nothing is computed until you choose');
    expect(labelsOf(back)).toEqual(['EBITDA $178.6m', 'As typed']);
  });
});

describe('words that are asked back', () => {
  const back = unclear({
    kind: 'unclear',
    reason: 'which',
    readings: [cutOf(75, 'Cut 75 bp in all'), cutOf(125, 'Cut 125 bp with the 50 before')],
    words: 'three more cuts, *a quarter* each &amp; total?',
    unsure: 'more',
  });

  it('stand unchanged in a bold question, then what is certain and what is not', () => {
    const bold = (text: string) => ({ type: 'text', text, style: { bold: true } });
    expect(block(back, 'rich_text').elements).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          bold('Which do you mean by “three more cuts, *a quarter* each & total?”'),
          bold('\nRead'),
          { type: 'text', text: '  a cut of the Fed’s rate' },
          bold('\nUnsure'),
          { type: 'text', text: '  “more”: cut 75 bp in all, or cut 125 bp with the 50 before' },
        ],
      },
    ]);
  });

  it('have a button for each reading, which carries its whole question, and a way out', () => {
    expect(labelsOf(back)).toEqual(['Cut 75 bp in all', 'Cut 125 bp with the 50 before']);
    expect(buttonsOf(back).map(questionIn)).toEqual([
      { kind: 'rate-move', moveBps: -75 },
      { kind: 'rate-move', moveBps: -125 },
    ]);
    expect(block(back, 'context').elements[0]?.text).toBe(
      'Nothing is computed until you choose · or type `/ratecut 75bps`',
    );
  });

  it.each<readonly [NamedQuestion, string]>([
    [{ name: 'Bullish', question: { kind: 'views', stances: ['bullish'] } }, 'or type `/views bullish`'],
    [{ name: 'Hike 25 bp', question: { kind: 'rate-move', moveBps: 25 } }, 'or type `/ratecut hike 25bps`'],
    [{ name: 'Hold', question: { kind: 'rate-move', moveBps: 0 } }, 'or type `/ratecut hold`'],
    // no command says the same
    [LEE, 'or ask in other words'],
    [{ name: 'Last move', question: { kind: 'fed-history', ask: 'last' } }, 'or ask in other words'],
    [{ name: 'Cut 50 bp', question: { kind: 'rate-move', moveBps: -50, only: 'small' } }, 'or ask in other words'],
  ])('name the command that asks the same, and no other: $0.name', (reading, hint) => {
    const one = unclear({ kind: 'unclear', reason: 'which', readings: [reading], words: 'wibble' });
    expect(block(one, 'context').elements[0]?.text).toBe(`Nothing is computed until you choose · ${hint}`);
  });

  it('have no header, since nothing is answered, and are whole in the text and in a terminal', () => {
    expect(back.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions', 'context']);
    expect(back.text).toBe(
      'Which do you mean by “three more cuts, *a quarter* each &amp; total?” Read: a cut of the Fed’s rate. ' +
        'Unsure: “more”: cut 75 bp in all, or cut 125 bp with the 50 before. ' +
        'Nothing is computed until you choose, or type /ratecut 75bps.',
    );
    expect(asPlainText(back)).toContain('Unsure  “more”: cut 75 bp in all, or');
    expect(messageProblems(back)).toEqual([]);
  });

  it('say nothing certain of readings of different kinds', () => {
    const message = unclear({ kind: 'unclear', reason: 'which', readings: [cutOf(50), LEE] });
    expect(message.text).toMatch(/^Which do you mean\? Unsure: cut 50 bp, or views of Tom Lee\. /);
  });

  it('name the one reading there is', () => {
    const message = unclear({ kind: 'unclear', reason: 'which', readings: [LEE], words: 'lee then' });
    expect(message.text).toMatch(/^Is this what you mean by “lee then”\? Nearest: views of Tom Lee\. /);
  });

  it('show a sum as it was put together', () => {
    const parts = [{ moveBps: -25 }, { moveBps: -25 }, { moveBps: -25 }];
    const sum: NamedQuestion = { name: 'Cut 75 bp in all', question: { kind: 'rate-move', moveBps: -75, parts } };
    const message = unclear({ kind: 'unclear', reason: 'which', readings: [sum, cutOf(125)], words: 'three more' });
    expect(plain(message.text)).toContain('Read: 3 × 25 bp = 75 bp of cuts.');
  });

  it('say what moves side by side and a move have in common', () => {
    const compare: NamedQuestion = { name: '25, 50 bp', question: { kind: 'compare-moves', moves: [-25, -50] } };
    const message = unclear({ kind: 'unclear', reason: 'which', readings: [cutOf(75), compare] });
    expect(message.text).toContain(' Read: a cut of the Fed’s rate. ');
    const either = [cutOf(50), { name: 'Hike 50 bp', question: { kind: 'rate-move', moveBps: 50 } } as const];
    expect(plain(unclear({ kind: 'unclear', reason: 'which', readings: either }).text)).toContain(
      'Read: a move of 50 bp.',
    );
  });

  it('are shown as their writer saw them, and call nobody', () => {
    const words =
      '<!here> <@U0BOT> ask <!subteam^S1|@desk> on <https://x.example/50bps|this page> in <#C1|macro> &lt;now&gt;';
    const message = unclear({ kind: 'unclear', reason: 'which', readings: [LEE], words });
    expect(message.text).toMatch(/^Is this what you mean by “ask @desk on this page in macro &lt;now&gt;”\? /);
    expect(JSON.stringify(message)).not.toMatch(/<[!@#h]/);
  });
});

describe('words that were not understood', () => {
  it('get a calm sentence with the words, examples and buttons', () => {
    const message = notUnderstood('asdf &lt;lkj&gt;');
    expect(message.text).toMatch(/^I did not understand “asdf &lt;lkj&gt;”\. Try \/\w+/);
    expect(labelsOf(message).at(-1)).toBe('Help');
    expect(messageProblems(message)).toEqual([]);
  });

  it('get what they come nearest to, each as a button, in place of examples', () => {
    const message = notUnderstood('is lee ok with it', [LEE, cutOf(50)]);
    expect(message.text).toBe('I did not understand “is lee ok with it”. Nearest: views of Tom Lee, cut 50 bp.');
    expect(labelsOf(message)).toEqual(['Views of Tom Lee', 'Cut 50 bp', 'Help']);
  });

  it.each([
    ['are the claims ok', ['Check the notes', 'Conflicts between notes']],
    ['wht wld it do 40ish', ['Cut 25 bp', 'Cut 50 bp']],
    ['fomc thing', ['Fed', 'What is priced']],
    ['smallcaps stuff', ['Rotation', 'Year to date', 'After past cuts']],
    ['the bullz', ['All views']],
  ])('get buttons of the subject that they touch: %s', (words, labels) => {
    expect(labelsOf(notUnderstood(words))).toEqual([...labels, 'Help']);
  });

  it('do not always get the same', () => {
    const replies = ['florble', 'wug', 'hmm ok', 'blah', 'zxcv', 'lorem', 'ipsum'].map((words) =>
      labelsOf(notUnderstood(words)).join(),
    );
    expect(new Set(replies).size).toBeGreaterThan(2);
  });

  it.each([
    'fuck off you useless bot',
    'you IDIOT',
    'what a load of sh1t',
    'f*ck this',
    'Scheiße',
    'what a stupid bot',
  ])('are not repeated where they are abuse: %s', (words) => {
    expect(notUnderstood(words).text).toMatch(/^I did not understand that\. /);
    const back = unclear({ kind: 'unclear', reason: 'which', readings: [LEE, cutOf(50)], words, unsure: words });
    expect(back.text).toMatch(/^Which do you mean\? Unsure: views of/);
  });

  it.each(['who are the losers', 'scrap the floor', 'a putative cut', 'Fukuoka', 'Scunthorpe', 'moral hazard'])(
    'are repeated where they are not: %s',
    (words) => {
      expect(notUnderstood(words).text).toContain(`“${words}”`);
    },
  );

  it('of another language are answered in it, with an example and what could be made out', () => {
    const message = unclear({
      kind: 'unclear',
      reason: 'language',
      language: 'de',
      nearest: [{ name: 'Calvasina', question: { kind: 'views', who: ['Lori Calvasina'] } }],
    });
    expect(message.text).toBe(
      'Rotation Desk versteht nur Englisch. Zum Beispiel: /ratecut 50bps. Vielleicht meinten Sie: Calvasina.',
    );
    expect(labelsOf(message)).toEqual(['Calvasina', 'Help']);
  });

  it('of every language get a notice of their own', () => {
    const notices = LANGUAGES.map((language) =>
      unclear({ kind: 'unclear', reason: 'language', language, nearest: [] }),
    );
    expect(new Set(notices.map(({ text }) => text)).size).toBe(LANGUAGES.length);
    for (const message of notices) {
      expect(message.text).toContain('/ratecut 50bps');
      expect(messageProblems(message)).toEqual([]);
    }
  });
});
