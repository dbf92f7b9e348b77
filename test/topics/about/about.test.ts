import { describe, expect, it } from 'vitest';
import { asPlainText } from '../../../src/message/plain-text.ts';
import { ABOUT_ASPECTS } from '../../../src/topics/about/question.ts';
import { answer, render } from '../../../src/topics/registry.ts';
import { liveFacts, OCTOBER_PRICES } from '../../doubles/live-facts.ts';
import { walk } from '../../doubles/market-series.ts';
import { lastOf, lastTurn } from '../../reading/asked-turns.ts';
import { FACTS } from '../rendered.ts';

const lines = (aspect: (typeof ABOUT_ASPECTS)[number], facts = FACTS, term?: 'lift'): readonly string[] =>
  asPlainText(render(answer({ kind: 'about', aspect, ...(term && { term }) }, facts)))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\u00a0', ' ').replace(/ · Answer \w+$/, ''));

describe('about the product', () => {
  it('says that no language model writes answers, and where figures and views come from', () => {
    expect(lines('what')).toMatchInlineSnapshot(`
      [
        "Not a chatbot: every answer is computed or cited, and no language model writes it",
        "Read  Fixed rules read your words; what they cannot read is asked back, not guessed",
        "Sum  Figures come from note 000’s debt model, daily closes, fed funds futures and the Fed’s record",
        "Said  Views come from five notes of Jul 2024 to Sep 2025, each with its person, date and paragraph",
        "Catch  It has no opinion and makes no forecast of its own",
        "Rotation Desk · Not investment advice",
      ]
    `);
  });

  it('says what it can do', () => {
    expect(lines('can do')).toMatchInlineSnapshot(`
      [
        "Fed moves and what they do to earnings, who expects what, the index ratio, and the Fed’s record",
        "Lift  What a cut, hold or hike does to net income at a small and a large example company",
        "Said  Who is bullish or bearish on small caps, on what condition, in five notes",
        "Record  Which figures of the notes are wrong, loose or right, and where they conflict",
        "Ratio  Russell 2000 against S&P 500: over any span, on a day, from a high or an average",
        "Fed  Range, next meeting, past cuts and hikes, and the odds that futures imply",
        "New  A brief before the open in a channel, on the days you choose: /brief",
        "Rotation Desk · Not investment advice",
      ]
    `);
  });

  it('says what the model leaves out', () => {
    expect(lines('model')).toMatchInlineSnapshot(`
      [
        "Note 000’s model leaves out tax, hedges, interest income, refinancing, timing and growth",
        "Model  Saving is floating debt × the fall in rate; the lift is saving ÷ net income",
        "SmallCap  An example company, as LargeCap is: neither stands for the Russell 2000 or the S&P 500",
        "Missing  A full year at the new rate is assumed, at once and on all floating debt",
        "Catch  It knows nothing of why the Fed cuts; on that the notes have views, and they differ",
        "Model of note 000 · Not investment advice",
      ]
    `);
  });

  it('says what is stored of whoever writes', () => {
    expect(lines('privacy')).toMatchInlineSnapshot(`
      [
        "What you write is not stored: no message text in the file, and none in the log",
        "A thread keeps its last question as a value, such as cut 50 bp, and the ids of who spoke in it, for 30 days. Ids of answered messages are kept for a day, what is not answered yet as a value until it is; thumbs are counts that name nobody. Briefs, and who set them up, stay until they are removed, and what became of each for 400 days. So do companies that the workspace lists, and who changed them last. All of it is erased when the app is uninstalled.",
        "Catch  Slack itself keeps the messages, by the rules of your workspace",
        "Rotation Desk · Not investment advice",
      ]
    `);
  });

  it('says what a word of the answers means', () => {
    const [heading, basis] = lines('terms', FACTS, 'lift');
    expect(heading).toBe('Lift is the change of a year’s net income, in percent of it');
    expect(basis).toContain('saving ÷ net income');
    expect(lines('terms')).toContain('Size  A basis point, bp, is a hundredth of a percentage point');
  });

  it('states no figure, and so no source, except of its data', () => {
    for (const aspect of ABOUT_ASPECTS.filter((one) => one !== 'data')) {
      expect(answer({ kind: 'about', aspect }, FACTS)).toMatchObject({ figures: [], sources: [] });
    }
  });
});

describe('how fresh the data are', () => {
  it('without closes: the notes’ dates, their last reading, the Fed’s record and the outcome that is missing', () => {
    expect(lines('data')).toMatchInlineSnapshot(`
      [
        "No live prices; the Fed as of 16 Sep 2026; five notes of Jul 2024 to Sep 2025",
        "Notes  Five notes, about 25 Jul 2024 to about 18 Sep 2025; the newest is 14 months old",
        "Market  No live prices are connected. Russell 2000 ÷ S&P 500 at 0.4 about 25 Jul 2024 (note 002), 27 months old",
        "Fed  Target range 3.75–4.00% as of 16 Sep 2026, Federal Reserve",
        "Missing  The outcome of 28 Oct 2026 is not in my data; the range is as of 16 Sep 2026",
        "Priced  No odds: no futures prices are connected",
        "Range: Federal Reserve, 16 Sep 2026 · Ratio 0.4: note 002 · Not investment advice",
      ]
    `);
  });

  it('with closes and futures: the day of each, and whose they are', () => {
    const live = liveFacts('2026-09-21T14:00:00Z', { closes: walk(900, '2023-02-22'), futures: OCTOBER_PRICES });
    expect(lines('data', live)).toMatchInlineSnapshot(`
      [
        "Closes to 18 Sep 2026; the Fed as of 16 Sep 2026; five notes of Jul 2024 to Sep 2025",
        "Notes  Five notes, about 25 Jul 2024 to about 18 Sep 2025; the newest is 12 months old",
        "Market  Russell 2000 ÷ S&P 500 at 0.480 on 18 Sep, −3.76% in a month",
        "Fed  Target range 3.75–4.00% as of 16 Sep 2026, Federal Reserve",
        "Priced  Odds from futures of 18 Sep 2026",
        "Closes 18 Sep 2026, Yahoo · Range: Federal Reserve, 16 Sep 2026 · Futures 18 Sep 2026, Yahoo · Not investment advice",
      ]
    `);
  });

  it('while they load: that they do', () => {
    const loading = { ...FACTS, market: { ...FACTS.market, kind: 'printed', why: { kind: 'loading' } } } as const;
    expect(lines('data', loading).join('\n')).toContain('still being loaded');
  });

  it('names the ages as figures, each with its source', () => {
    const { figures, sources } = answer({ kind: 'about', aspect: 'data' }, FACTS);
    expect(figures.map(({ id, value }) => [id, value])).toEqual([
      ['notes.count', 5],
      ['notes.age.newest', 14],
      ['ratio.level', 0.4],
      ['ratio.age', 27],
      ['ratio.change', expect.closeTo(11.111111, 6)],
      ['fed.lower', 3.75],
      ['fed.upper', 4],
    ]);
    expect(sources).toContain('Federal Reserve');
  });
});

describe('the product itself', () => {
  it.each([
    ['what is this', 'what'],
    ['is this the latest', 'data'],
    ["hi, new on the desk. what d'you actually do", 'can do'],
    ['new joiner, first day (ops). what exactly do you do', 'can do'],
    ['sorry im new here, came from audit, what is it you do', 'can do'],
    ['new here (trustee). what are you for, in short', 'what'],
    ['whats your job', 'what'],
    ['hey, whats the deal with this bot', 'what'],
    ['are your numbers audited', 'data'],
    ['u keep what i type?', 'privacy'],
    ['r u chatgpt', 'what'],
    ['are you an AI?', 'what'],
    ['who built you', 'what'],
    ['do you make things up', 'what'],
    ['what can you do', 'can do'],
    ['what can i ask?', 'can do'],
    ['how stale is all this', 'data'],
    ['how old is your data', 'data'],
    ["where's your data from?", 'data'],
    ['what data do you have and how old is it', 'data'],
    ['is this live', 'data'],
    ['how fresh is ur fed data', 'data'],
    ['how up to date is the fed record', 'data'],
    ['how old are your closes', 'data'],
    ['what does the model leave out', 'model'],
    ["what doesn't this cover", 'model'],
    ['do you store messages', 'privacy'],
    ['do you remember what I write', 'privacy'],
    ['is this private?', 'privacy'],
  ])('%s', (text, aspect) => {
    expect(lastOf(text)).toEqual({ kind: 'about', aspect });
  });

  it.each([
    ['hi!! first day.. what does lift mean here', 'lift'],
    ['ok n bp?', 'basis point'],
    ['heyy sorry dumb question, what even is a bp', 'basis point'],
    ['what does bp mean', 'basis point'],
    ["what's 25 basis points in percent", 'basis point'],
    ['so how many bps in half a percent', 'basis point'],
    ['convert 0.75% to bps pls', 'basis point'],
    ['what is meant by floating share', 'floating share'],
    ['define leverage please', 'leverage'],
  ])('%s', (text, term) => {
    expect(lastOf(text)).toEqual({ kind: 'about', aspect: 'terms', term });
  });

  it.each([
    ['floating i mean, for both'],
    ['ratio i mean'],
    ['what is the floating share'],
    ['what does a cut mean for small caps'],
    ['whats that in total bps'],
    ['what is 50 bp in dollars'],
    ['how many bp to a 5% lift'],
    ['what is 50bp in percent of net income'],
    ['what is this cut worth at 50bp'],
    ['is tax in the model'],
    ['how old is kostin’s view'],
    ['what do you think of small caps'],
    ['who built the factory in ohio'],
    ['help'],
    ['are you coming to lunch'],
    ['what can you do about 25 bp'],
    ['private'],
  ])('not %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('about');
  });
});
