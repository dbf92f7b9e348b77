import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedFacts } from '../../../src/facts/facts.ts';
import type { Block, Message } from '../../../src/message/block-kit.ts';
import { messageProblems } from '../../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../../src/message/plain-text.ts';
import { answerTurn, renderTurn } from '../../../src/surface/answer-turn.ts';
import { withAsker, withHint, withShare } from '../../../src/surface/reply-buttons.ts';
import { QuestionSchema } from '../../../src/topics/questions.ts';
import { answer } from '../../../src/topics/registry.ts';
import { isoInstant } from '../../../src/units.ts';
import { readAsked } from '../../doubles/asked.ts';
import { FACTS } from '../rendered.ts';

/** The reply to a line, or to words behind `/ratecut`. */
const reply = (words: string, askedBy?: string): Message => {
  const drawn = renderTurn(answerTurn(readAsked(words.startsWith('/') ? words : `/ratecut ${words}`), FACTS));
  return askedBy === undefined ? drawn : withAsker(drawn, askedBy);
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const block = <T extends Block['type']>(message: Message, type: T): Extract<Block, { type: T }> => {
  const found = message.blocks.find((one) => one.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found as Extract<Block, { type: T }>;
};
const title = (words: string): string => plain(block(reply(words), 'header').text.text);
const reasons = (words: string): string[] => plain(block(reply(words), 'section').text.text).split('\n');
const buttons = (words: string) => block(reply(words), 'actions').elements;

describe('the header', () => {
  it.each([
    ['50bps', '50 bp cut: SmallCap net income +4.39%, LargeCap +0.23%'],
    ['hike 25', '25 bp hike: SmallCap net income −2.19%, LargeCap −0.12%'],
    ['hike 25 floating=60% large debt=3x', '25 bp hike: SmallCap net income −2.93%, LargeCap −0.15%'],
    ['200bps', '200 bp cut: SmallCap net income +17.56%, LargeCap +0.93%'],
    ['600bps', '600 bp cut, floored at 400 bp: SmallCap net income +35.12%, LargeCap +1.87%'],
    ['450bps', '450 bp cut, floored at 400 bp: SmallCap net income +35.12%, LargeCap +1.87%'],
    ['400bps', '400 bp cut: SmallCap net income +35.12%, LargeCap +1.87%'],
    ['200bps loan floor 3%', '200 bp cut: SmallCap net income +8.78%, LargeCap +0.93%'],
    ['hike 100 ni=5m', '100 bp hike: SmallCap turns to a loss of $0.22m; LargeCap net income −0.47%'],
    ['12.5bp', '12.5 bp cut: SmallCap net income +1.10%, LargeCap +0.06%'],
    ['1bp', '1 bp cut: SmallCap net income +0.09%, LargeCap +0.0047%'],
    ['hold', 'Hold: net income unchanged at both companies'],
    ['50bps ni=-10m', "50 bp cut: SmallCap's loss narrows by $2.61m; LargeCap net income +0.23%"],
    ['hike 50 ni=-10m', "50 bp hike: SmallCap's loss widens by $2.61m; LargeCap net income −0.23%"],
    ['50bps ni=-2.612025m', '50 bp cut: SmallCap breaks even; LargeCap net income +0.23%'],
    ['50bps ni=0', '50 bp cut: SmallCap gains $2.61m; LargeCap net income +0.23%'],
    ['hike 25 ni=0', '25 bp hike: SmallCap makes a loss of $1.31m; LargeCap net income −0.12%'],
    ['50bps ni=-1m', '50 bp cut: SmallCap turns to a profit of $1.61m; LargeCap net income +0.23%'],
    ['50bps floating=0%', '50 bp cut: SmallCap net income 0.00%, LargeCap +0.23%'],
  ])('of %j is the answer, with its numbers', (words, expected) => {
    expect(title(words)).toBe(expected);
  });

  it('is what a notification shows first', () => {
    for (const words of ['50bps', 'hike 25', 'hold', 'help']) {
      expect(reply(words).text.startsWith(title(words).replaceAll('&', '&amp;'))).toBe(true);
    }
  });
});

describe('the table', () => {
  const rows = (words: string) => block(reply(words), 'data_table').rows.map((row) => row.map(({ text }) => text));

  it('holds numbers only, one unit a column', () => {
    expect(rows('50bps')).toEqual([
      ['Company', 'Net income', 'Interest p.a.', 'Cover'],
      ['SmallCap', '+4.39%', '−$2.61m', '2.66×'],
      ['LargeCap', '+0.23%', '−$8.87m', '10.99×'],
    ]);
    const [, small] = block(reply('50bps'), 'data_table').rows;
    expect(small?.[1]).toEqual({ type: 'raw_number', value: expect.closeTo(4.389958, 6), text: '+4.39%' });
    expect(block(reply('50bps'), 'data_table')).toMatchObject({
      caption: 'What a 50 bp cut does in a year',
      row_header_column_index: 0,
    });
  });

  it('sets the original beside what was changed', () => {
    expect(rows('hike 25 floating=60% large debt=3x')).toEqual([
      ['Company', 'Net income', 'Note 000', 'Interest p.a.'],
      ['SmallCap', '−2.93%', '−2.19%', '+$1.74m'],
      ['LargeCap', '−0.15%', '−0.12%', '+$5.78m'],
    ]);
  });

  it('turns to dollars where there is no profit to lift', () => {
    expect(rows('50bps ni=-10m')).toEqual([
      ['Company', 'Income change', 'Interest p.a.', 'Cover'],
      ['SmallCap', '+$2.61m', '−$2.61m', '2.66×'],
      ['LargeCap', '+$8.87m', '−$8.87m', '10.99×'],
    ]);
  });

  it('has no cover column where no interest is left, and is absent for a hold', () => {
    expect(rows('400bps floating=100% rate=4%')[0]).toEqual(['Company', 'Net income', 'Note 000', 'Interest p.a.']);
    expect(rows('50bps debt=0x')[0]).not.toContain('Cover');
    expect(reply('hold').blocks.map(({ type }) => type)).not.toContain('data_table');
  });
});

describe('the labelled lines', () => {
  it('say why, how far opinions differ, where the market stands and what would undo it', () => {
    expect(reasons('50bps')).toEqual([
      '*Why*  SmallCap owes 6.5× EBITDA, 45% of it floating; LargeCap 2.3×, 9%',
      '*Range*  SmallCap +2.93 to +4.98% (30–51% floating), LargeCap +0.16 to +0.65% (6–25%)',
      '*Tax*  SmallCap +3.47%, LargeCap +0.18% after 21% federal tax',
      '*Market*  Russell 2000 ÷ S&amp;P 500 at 0.4 about 25 Jul 2024 (note 002), 27 months old',
      '*Catch*  A recession would undo the gain (note 000); in 3 of the last 4 small caps led',
    ]);
  });

  it('move the one company asked about by the shares published for its index', () => {
    expect(reasons('50bps small only')[1]).toBe('*Range*  SmallCap +2.93 to +4.98% at published 30–51% floating');
    expect(reasons('50bps large only').slice(1, 3)).toEqual([
      '*Range*  LargeCap +0.16 to +0.65% at published 6–25% floating',
      '*Tax*  LargeCap +0.18% after 21% federal tax',
    ]);
  });

  it('say that a hike turns a profit to a loss, and give no range of a percentage of it', () => {
    const said = reasons('hike 100 ni=5m');
    expect(said[1]).toBe("*Loss*  SmallCap's profit of $5m turns to a loss of $0.22m");
    expect(said[2]).toBe('*Range*  LargeCap −0.31 to −1.30% at published 6–25% floating');
  });

  it('say that interest is above EBITDA', () => {
    expect(reasons('100bps debt=10x rate=11%')[1]).toBe(
      "*Flag*  SmallCap's interest, $196.46m a year before the move, is above its EBITDA of $178.6m",
    );
    expect(reasons('100bps').join()).not.toContain('above its EBITDA');
  });

  it('name what was changed, and that no note weighs a hike', () => {
    expect(reasons('hike 25 floating=60% large debt=3x rate=5%')).toEqual([
      '*Changed*  SmallCap floating share 45% → 60%; LargeCap debt 2.3× → 3×; interest rate 4% → 5%',
      '*Range*  LargeCap −0.10 to −0.42% at published 6–25% floating',
      expect.stringContaining('*Tax*  SmallCap −2.31%, LargeCap −0.12%'),
      expect.stringContaining('*Market*'),
      '*Catch*  The notes speak of cuts only: the views below are on small caps in general',
    ]);
  });

  it('put the floor first, and the flag of the one misprinted figure last', () => {
    expect(reasons('600bps')[0]).toBe("*Floor*  The Fed's range ends at 4.00%, as of 16 Sep 2026");
    expect(reasons('600bps rate=3%')[0]).toBe(
      "*Floor*  The Fed's range ends at 4.00%, as of 16 Sep 2026; SmallCap's floating rate is zero from 300 bp",
    );
    expect(reasons('200bps').at(-1)).toBe(
      '*Flag*  Note 000 prints 17.55%, its own rounding slip: 10.4481 ÷ 59.5 is 17.56%',
    );
  });

  it('say what a loan floor does', () => {
    expect(reasons('200bps loan floor 3%').slice(0, 2)).toEqual([
      "*Floor*  SmallCap's loan floor ends a cut at 100 bp",
      '*Changed*  SmallCap loan floor none → 3%',
    ]);
    expect(reasons('50bps loan floor 4.5%')[0]).toBe(
      "*Floor*  SmallCap's loan floor is above the Fed's rate: a cut brings nothing",
    );
    expect(reasons('hike 100 loan floor=4.5%')[0]).toBe(
      "*Floor*  SmallCap's loan floor takes the first 50 bp of a hike",
    );
  });

  it('let each rate bound the cut where the range is not known, and say so', () => {
    const unknown = shippedFacts(isoInstant('1980-01-02T14:30:00Z'));
    const message = renderTurn(answerTurn(readAsked('/ratecut 600bps'), unknown));
    expect(plain(block(message, 'header').text.text)).toBe('600 bp cut: SmallCap net income +52.68%, LargeCap +1.87%');
    expect(plain(block(message, 'section').text.text)).toContain(
      "*Floor*  LargeCap's floating rate is zero from 400 bp; the Fed's range is not known here",
    );
    const floored = renderTurn(answerTurn(readAsked('/ratecut 200bps loan floor 3%'), unknown));
    expect(plain(block(floored, 'section').text.text)).toContain(
      "*Floor*  The Fed's range is not known here, so no loan floor is applied",
    );
  });

  it('show what was set with all its decimals', () => {
    expect(reasons('50bps debt=3.125 ebitda=10004')[0]).toBe(
      '*Changed*  SmallCap debt 6.5× → 3.125×; EBITDA $178.6m → $10,004m',
    );
  });

  it("flag the misprint also where the assumption set is the note's own", () => {
    expect(reasons('200bps floating=45%').at(-1)).toContain('*Flag*');
  });

  it('say how a figure was read where it could be read in two ways', () => {
    expect(reasons('0.5')[0]).toBe('*Read*  As percentage points: 50 bp');
    expect(reasons('+25')[0]).toBe('*Read*  The plus as a hike');
    expect(reasons('-50')[0]).toBe('*Read*  The minus as a cut');
  });

  it('stay within about 85 characters', () => {
    for (const words of ['50bps', 'hike 25', 'hold', '600bps', '200bps', '0.5']) {
      for (const line of reasons(words)) expect(line.replace(/[*]|amp;/g, '').length).toBeLessThanOrEqual(88);
    }
  });
});

describe('the buttons', () => {
  const offered = (words: string) => buttons(words).map(({ text, value }) => [plain(text.text), JSON.parse(value)]);

  it('offer two other sizes and the other direction, never the size just asked', () => {
    expect(offered('50bps')).toEqual([
      ['25 bp', { kind: 'rate-move', moveBps: -25 }],
      ['100 bp', { kind: 'rate-move', moveBps: -100 }],
      ['Hike 50 bp', { kind: 'rate-move', moveBps: 50 }],
      ['All views', { kind: 'views' }],
    ]);
    expect(offered('hike 25').map(([label]) => label)).toEqual(['Hike 50 bp', 'Hike 100 bp', 'Cut 25 bp', 'All views']);
    expect(offered('100bps').map(([label]) => label)).toEqual(['25 bp', '50 bp', 'Hike 100 bp', 'All views']);
    expect(offered('hold').map(([label]) => label)).toEqual(['Cut 25 bp', 'Cut 50 bp', 'Hike 25 bp', 'All views']);
  });

  it('keep changed assumptions, and offer the way back', () => {
    expect(offered('50bps floating=60%')).toEqual([
      ['Back to note 000', { kind: 'rate-move', moveBps: -50 }],
      ['25 bp', { kind: 'rate-move', moveBps: -25, small: { floatingShare: 60 } }],
      ['Hike 50 bp', { kind: 'rate-move', moveBps: 50, small: { floatingShare: 60 } }],
      ['All views', { kind: 'views' }],
    ]);
  });

  it('all carry a question that can be asked', () => {
    for (const words of ['50bps', 'hold', 'abc', '', 'help', '50bps 100bps', '5000', 'floating=120%']) {
      for (const { value } of buttons(words)) expect(() => QuestionSchema.parse(JSON.parse(value))).not.toThrow();
    }
  });
});

describe('the views', () => {
  const spoken = (words: string): string[] =>
    block(reply(words), 'rich_text').elements.flatMap((element) =>
      (element.type === 'rich_text_list' ? element.elements : [element]).map(({ elements }) =>
        plain(elements.map(({ text }) => text).join('')),
      ),
    );

  it('stand two a side with note, month and age, and the count of all', () => {
    expect(spoken('50bps')).toEqual([
      'Bullish  13 voices, 2 shown, 14 months old',
      'Bank of America: floating-rate loans make cuts count for more (001, Sep 2025)',
      'Michael Casper, Bloomberg: in a soft landing, sales may beat forecasts (001, Sep 2025)',
      'Bearish  4 voices, 2 shown, 14 months old',
      'Lori Calvasina, RBC: cuts alone will not do it: the economy must firm up (004, Aug 2025)',
      'Doug Beath, Wells Fargo: tariffs hit thin margins; prefers larger firms (001, Sep 2025)',
    ]);
  });

  it('say when their time has run out, and that it proved wrong', () => {
    const { blocks } = renderTurn(answer({ kind: 'views' }, FACTS));
    expect(plain(JSON.stringify(blocks))).toContain(
      'room near term, not over 12 months (001, Sep 2025, expired; about level: small caps led by 0.56 points)',
    );
  });
});

describe('the chart', () => {
  it('shows four sizes in the direction asked, for both companies', () => {
    const { chart } = block(reply('hike 25'), 'data_visualization');
    expect(chart.axis_config.categories.map(plain)).toEqual(['25 bp', '50 bp', '75 bp', '100 bp']);
    expect(chart.series.map(({ name, data }) => [name, data.map(({ value }) => value)])).toEqual([
      ['SmallCap', [-2.19, -4.39, -6.58, -8.78]],
      ['LargeCap', [-0.12, -0.23, -0.35, -0.47]],
    ]);
  });

  it('leaves out a company without profit', () => {
    expect(block(reply('50bps ni=-10m'), 'data_visualization').chart.series.map(({ name }) => name)).toEqual([
      'LargeCap',
    ]);
    const none = reply('50bps ni=-10m large ni=-10m');
    expect(none.blocks.map(({ type }) => type)).not.toContain('data_visualization');
  });
});

describe('the working', () => {
  it('is folded, and shows every step for both companies', () => {
    const folded = block(reply('50bps'), 'container');
    expect(folded).toMatchObject({ is_collapsible: true, default_collapsed: true });
    const words = asPlainText({ text: 'x', blocks: [folded] });
    expect(words).toContain('Debt  $1,160.90m = $178.6m × 6.5');
    expect(words).toContain('Saving  $2.61m = $522.41m × 0.5%');
    expect(words).toContain('Net income  +4.39% = $2.61m ÷ $59.5m');
    expect(words).toContain(
      "SmallCap's net income moves 18.81× as much as LargeCap's at any size by the note's floating shares; by Apollo's 7.67×.",
    );
    expect(words).toContain('not the Russell 2000 and the S&P 500');
  });
});

describe('the text for screen readers', () => {
  it('is the whole answer in reading order, in plain words', () => {
    const { text } = reply('50bps');
    const order = [
      '+4.39%',
      'Interest a year: SmallCap −$2.61m',
      'Interest coverage after',
      'Why:',
      'Range:',
      'Market:',
      'Catch:',
      'Bullish, 13 voices, 2 shown',
      'Bearish, 4 voices, 2 shown',
      '25 bp +2.19%, +0.12%',
      'Not investment advice',
      'Answer ',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(text).toContain('Russell 2000 over S&amp;P 500');
    expect(text).toContain('30 to 51%');
    expect(text).toContain('14 months old');
    expect(text).not.toMatch(/[÷–→·]/);
  });
});

describe('words that were not understood', () => {
  it('are named, with examples and buttons, in two blocks', () => {
    const message = reply('abc');
    expect(message.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
    expect(message.text).toBe(
      'I could not read “abc” as a rate move. Try /ratecut 50bps, /ratecut hike 25 or /ratecut 0.5% floating=60%.',
    );
    expect(buttons('abc').map(({ text }) => plain(text.text))).toEqual([
      'Cut 25 bp',
      'Cut 50 bp',
      'Hike 25 bp',
      'Help',
    ]);
  });

  it.each([
    ['', 'How large a rate move?'],
    ['bps', 'I found no size in that. How large a rate move?'],
    ['5000', '“5000” is out of range. A move may be up to 600 bp either way.'],
    ['50bps 100bps', 'Those are several moves: 50 bp cut and 100 bp cut. Which one?'],
    ['hike -25', '“hike -25” points both ways. A cut or a hike?'],
    ['50bps foo=1', 'I know no assumption “foo=1”. There are floating, debt, rate, loan floor, ebitda and income.'],
    ['50bps floating=', '“floating=” has no number behind it.'],
    ['floating=120%', '“floating=120%” does not fit: floating share runs from 0 to 100, in %.'],
    ['/nonsense', 'There is no command “/nonsense”.'],
  ])('%j gets a sentence that helps', (words, sentence) => {
    expect(reply(words).text.startsWith(sentence)).toBe(true);
  });

  it('offer the sizes that were read where there were several, and 25, 50 and 100 where there was nothing', () => {
    const labels = (words: string) => buttons(words).map(({ text }) => plain(text.text));
    expect(labels('50bps 75bps')).toEqual(['Cut 50 bp', 'Cut 75 bp', 'Help']);
    expect(labels('')).toEqual(['Cut 25 bp', 'Cut 50 bp', 'Cut 100 bp', 'Help']);
  });

  it('are escaped in the text and literal in the blocks, so that nobody is pinged', () => {
    const message = reply('florble <!channel> &amp; &lt;!here&gt; <https://evil.example|label>');
    expect(message.text).toContain('“florble &amp; &lt;!here&gt;');
    expect(message.text).not.toMatch(/<[!@#h]/);
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
    expect(messageProblems(message)).toEqual([]);
  });
});

describe('private replies', () => {
  it('gain a Share button and a hint, a public one who asked', () => {
    const message = reply('50bps');
    const shared = withShare(message, { kind: 'rate-move', moveBps: -50 });
    expect(block(shared, 'actions').elements.map(({ text }) => plain(text.text))).toContain('Share');
    expect(messageProblems(withHint(shared, 'Only you see this: a < b & c.'))).toEqual([]);
    expect(JSON.stringify(message)).not.toContain('Asked by');
    const publicReply = reply('50bps', '<@U123>');
    expect(publicReply.text.endsWith('Asked by <@U123>.')).toBe(true);
    expect(messageProblems(publicReply)).toEqual([]);
  });
});

describe('a public list of views', () => {
  it('says who asked', () => {
    const message = withAsker(renderTurn(answer({ kind: 'views' }, FACTS)), '<@U123>');
    expect(message.text.endsWith('Asked by <@U123>.')).toBe(true);
    expect(JSON.stringify(message.blocks)).toContain('Asked by <@U123>');
    expect(JSON.stringify(asSections(message))).toContain('Asked by <@U123>');
    expect(messageProblems(message)).toEqual([]);
  });
});

describe('the message in sections and text only', () => {
  it('keeps the text, uses no richer block, and says the same', () => {
    for (const words of ['50bps', 'hike 25 floating=60%', 'hold', 'abc', 'help']) {
      const message = reply(words);
      const simple = asSections(message);
      expect(new Set(simple.blocks.map(({ type }) => type))).toEqual(new Set(['section']));
      expect(simple.text).toBe(message.text);
      expect(messageProblems(simple)).toEqual([]);
    }
    expect(JSON.stringify(asSections(reply('50bps')))).toContain('+4.39%');
  });
});

describe('the terminal', () => {
  it('shows the same, unescaped, with the columns under each other', () => {
    const words = asPlainText(reply('50bps'));
    expect(words).toContain(
      'Company    Net income   Interest p.a.    Cover\nSmallCap       +4.39%         −$2.61m    2.66×',
    );
    expect(words).toContain('S&P 500');
    expect(words).not.toMatch(/&amp;|\u00a0|\*/);
  });
});

describe('every reply', () => {
  it("passes every one of Slack's limits", () => {
    const pieces = fc.constantFrom(
      '50bps',
      '25',
      'hike',
      'cut',
      'hold',
      '0.5%',
      '600',
      '-50',
      'floating=60%',
      'large',
      'debt=3x',
      'rate=0.01%',
      'ebitda=10,000,000',
      'ni=-9999999m',
      'ni=0',
      'abc',
      '<!channel>',
      '&',
      '"',
      '5000',
      'floating=999%',
      'x'.repeat(300),
      'help',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (words) => {
        const message = reply(words.join(' '), '<@U123>');
        expect(messageProblems(message)).toEqual([]);
        expect(messageProblems(asSections(message))).toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(messageProblems(renderTurn(answer({ kind: 'views' }, FACTS)))).toEqual([]);
    expect(messageProblems(renderTurn(answer({ kind: 'help' }, FACTS)))).toEqual([]);
  });

  it('that breaks a limit is noticed', () => {
    const sound = reply('50bps');
    const swapped = (change: (block: Block) => unknown): Message => ({
      ...sound,
      blocks: sound.blocks.map((one) => change(one) as Block),
    });
    const long = 'x'.repeat(200);
    const breaks: Message[] = [
      { ...sound, text: '' },
      { ...sound, text: 'S&P' },
      { ...sound, text: 'a\u00a0b' },
      { ...sound, blocks: [] },
      { ...sound, blocks: [...sound.blocks, block(sound, 'header')] },
      { ...sound, blocks: [...sound.blocks, block(sound, 'data_table')] },
      swapped((one) => (one.type === 'header' ? { ...one, text: { ...one.text, text: long } } : one)),
      swapped((one) => (one.type === 'section' ? { ...one, text: { ...one.text, text: 'S&P <b' } } : one)),
      swapped((one) => (one.type === 'section' ? { ...one, text: { ...one.text, text: 'NaN' } } : one)),
      swapped((one) => (one.type === 'actions' ? { ...one, elements: [...one.elements, ...one.elements] } : one)),
      swapped((one) => (one.type === 'actions' ? { ...one, elements: [] } : one)),
      swapped((one) => (one.type === 'data_table' ? { ...one, rows: one.rows.slice(0, 1) } : one)),
      swapped((one) => (one.type === 'data_table' ? { ...one, rows: [one.rows[0]?.slice(1), one.rows[1]] } : one)),
      swapped((one) => (one.type === 'data_visualization' ? { ...one, title: long } : one)),
      swapped((one) =>
        one.type === 'data_visualization'
          ? { ...one, chart: { ...one.chart, axis_config: { categories: ['a', 'b'] } } }
          : one,
      ),
      swapped((one) => (one.type === 'container' ? { ...one, child_blocks: [] } : one)),
      swapped((one) =>
        one.type === 'rich_text'
          ? { ...one, elements: [{ type: 'rich_text_list', style: 'bullet', elements: [] }] }
          : one,
      ),
      swapped((one) => (one.type === 'context' ? { type: 'divider' } : one)),
    ];
    for (const broken of breaks) expect(messageProblems(broken)).not.toEqual([]);
  });
});
