import { describe, expect } from 'vitest';
import { risingFacts } from '../doubles/live-facts.ts';
import { MEMBER } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { it, NOW } from './workspace.ts';

/** What is said, and what the answer says. The first turn names the bot, and so does any that starts with `@`. */
type Turn = readonly [said: string, answer: RegExp];

const LIVE = risingFacts(NOW);

const CONVERSATIONS: Readonly<Record<string, readonly Turn[]>> = {
  'a move, turned and scaled': [
    ['what does a 50bp cut do?', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['and for 100?', /^100 bp cut: SmallCap net income \+8\.78%, LargeCap \+0\.47%\. /],
    ['what if they hike 25 instead', /^25 bp hike: SmallCap net income −2\.19%, LargeCap −0\.12%\. /],
    ['double that', /^50 bp hike: SmallCap net income −4\.39%, LargeCap −0\.23%\. /],
    ['only the large one', /^50 bp hike: LargeCap net income −0\.23%\. /],
    ['both', /^50 bp hike: SmallCap net income −4\.39%, LargeCap −0\.23%\. /],
  ],
  'assumptions, changed and put back': [
    ['50bps', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['@ leverage 5x at smallcap', /^50 bp cut: SmallCap net income \+3\.38%, LargeCap \+0\.23%\. /],
    ['put it back', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['what if floating share is 60%', /^50 bp cut: SmallCap net income \+5\.85%, LargeCap \+0\.23%\. /],
    ['both companies at 60', /^50 bp cut: SmallCap net income \+5\.85%, LargeCap \+1\.56%\. /],
    ['reset', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
  ],
  'moves side by side, and the sum backwards': [
    [
      '25 vs 50 side by side',
      /^25 bp or 50 bp cut: SmallCap net income \+2\.19% or \+4\.39%, LargeCap \+0\.12% or \+0\.23%\. /,
    ],
    ['add 75', /^25, 50 or 75 bp cut: SmallCap net income \+2\.19, \+4\.39 or \+6\.58%, /],
    ['drop the 25', /^50 bp or 75 bp cut: SmallCap net income \+4\.39% or \+6\.58%, /],
    ['how big a cut for +10% net income?', /^Net income \+10%: SmallCap a 113\.9 bp cut, LargeCap out of reach\. /],
    ['and 5?', /^Net income \+5%: SmallCap a 56\.9 bp cut, LargeCap out of reach\. /],
    ['show the working', /^Lift = floating debt × fall in rate over net income: /],
  ],
  'a sum of moves by month, corrected and undone': [
    ['cut 25 in march and 50 in june', /^75 bp cut: SmallCap net income \+6\.58%, LargeCap \+0\.35%\. /],
    ['@ without the march one', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['undo', /^75 bp cut: SmallCap net income \+6\.58%, LargeCap \+0\.35%\. /],
    ['half of it', /^37\.5 bp cut: SmallCap net income \+3\.29%, LargeCap \+0\.18%\. /],
    ['only small', /^37\.5 bp cut: SmallCap net income \+3\.29%\. /],
    ['why so much more?', /^Debt 2\.83×, floating share 5\.00×, thin profit 1\.33×: together 18\.81×\. /],
  ],
  'levels of the rate, tax, and back to the move': [
    ['what if they cut to 3.5%', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['and to 3%?', /^100 bp cut: SmallCap net income \+8\.78%, LargeCap \+0\.47%\. /],
    ['only small', /^100 bp cut: SmallCap net income \+8\.78%\. /],
    ['net of 25% tax?', /^Before tax\. After 25% a 100 bp cut leaves SmallCap \+6\.58%/],
    ['who is bullish', /^13 lean bullish, led by BofA, Casper and Wilson\. /],
    ['@ back to the cut', /^100 bp cut: SmallCap net income \+8\.78%\. /],
  ],
  'the other side, people and what they need': [
    ['who is bearish', /^4 lean bearish, led by Calvasina, Beath and Tunkel\. /],
    ['what about kostin', /^David Kostin, Goldman: bullish and bearish \(next 12 months\)\. /],
    ['kostin vs wilson', /^David Kostin bullish and bearish \(next 12 months\); Michael Wilson bullish\. /],
    ['who needs a soft landing', /^Six depend on a soft landing, no recession or a stronger economy: /],
    ['what could go wrong', /^What could go wrong for small caps, by 8 voices\. /],
    ['source?', /^That answer rests on 5 notes\. /],
  ],
  'figures of the notes, then a move': [
    ['fwd pe of r2k', /^Russell 2000, forward P\/E: 18x\. /],
    ['what discount is that', /^Russell 2000 at 18× forward P\/E: 18\.18% below the S&amp;P 500's 22×\. /],
    [
      'rut/spx ratio',
      /^Russell 2000 over S&amp;P 500 at 0\.4 about 25 Jul 2024, \+11\.11% from 0\.36 on 10 Jul 2024\. /,
    ],
    ['and to get back to 0.6?', /0\.6/],
    ['50bps', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
    ['do they hedge?', /^Hedges are not in the model: half hedged, SmallCap \+2\.19%, LargeCap \+0\.12%\. /],
  ],
  'what the Fed did, and does next': [
    ['how many cuts in 2024', /^Three cuts in 2024, 100 bp in all: 5\.25 to 5\.50% to 4\.25 to 4\.50%\. /],
    ['and in 2023?', /^No cut in 2023: four hikes, 100 bp in all\. /],
    ['what did the fed do last time', /a 25 bp hike on 16 Sep 2026, to 3\.75 to 4\.00%/],
    ['what did the fed decide in september', /^25 bp hike on 16 Sep 2026, to 3\.75 to 4\.00%\. /],
    [
      'are we in a cutting or hiking cycle',
      /^Hiking since 16 Sep 2026: one hike, 25 bp; before it six cuts, 175 bp in all\. /,
    ],
    ['next fomc?', /^19 days: the next Fed decision is on 9 Dec 2026, /],
  ],
  'the notes against the record': [
    ['did the fed really cut in july 2024', /^Note 003, Fed cut that began the easing: wrong\. /],
    ['where do the notes disagree', /^The notes differ on 7 points\. /],
    ['check note 002', /^Note 002: 1 statement is wrong, 3 are loose, 6 agree\. /],
    ['who was proved wrong', /^One view proved wrong: Kostin\. /],
    ['@ tldr of the fidelity one', /^Note 002, Tom Stevenson, Fidelity International: /],
    ['source?', /^That answer rests on 1 note\. Note 002: /],
  ],
  'what this is, and what it does not say': [
    [
      'what can you do',
      /^Fed moves and what they do to earnings, who expects what, the index ratio, and the Fed’s record\. /,
    ],
    ['@ how fresh is this', /^No live prices; the Fed as of 16 Sep 2026; five notes of Jul 2024 to Sep 2025\. /],
    ['@ anyone mention buybacks', /^No note speaks of buybacks\. /],
    ['@ should i buy small caps', /^I do not say what to buy or sell; the notes have views on both sides\. /],
    ['@ ecb cuts 25', /^I know the US Federal Reserve only, and no other central bank\. /],
    ['@ what does 50 do', /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. /],
  ],
  'a word not used, a question asked back, and the reply to it': [
    [
      '50bp cut in december',
      /^50 bp cut: SmallCap net income \+4\.39%, LargeCap \+0\.23%\. Not used: “december”: the model has no date/,
    ],
    ['and 100?', /^100 bp cut: SmallCap net income \+8\.78%, LargeCap \+0\.47%\. Interest/],
    ['with floating at 60%?', /^100 bp cut: SmallCap net income \+11\.71%, LargeCap \+0\.47%\. /],
    ['@ and 50?', /^Which do you mean by “and 50\?” Read: .* Unsure: .*cut 50 bp/],
    ['@ the second one', /^50 bp cut: SmallCap net income \+5\.85%, LargeCap \+0\.23%\. /],
    ['is that after tax?', /^Before tax\. After 21% a 50 bp cut leaves SmallCap \+4\.62%, LargeCap \+0\.18%\. /],
  ],
};

/** With daily closes at hand. */
const LIVE_CONVERSATION: readonly Turn[] = [
  ['where is the ratio?', /^Russell 2000 over S&amp;P 500 at 0\.450 on 19 Nov, \+0\.51% in a month\. /],
  ['small caps ytd', /^Small caps have gained ground since 31 Dec 2025: ratio 0\.450, \+5\.22%\. /],
  ['since 2 june 2025', /^Small caps have gained ground since 2 Jun 2025: ratio 0\.450, \+8\.96%\. /],
  ['last 6 months', /^Small caps have gained ground since 19 May 2026: ratio 0\.450, \+2\.93%\. /],
  ['how far off its high', /^Ratio is at its high since 2024: 0\.450 on 19 Nov\. /],
  ['and the bears?', /^4 lean bearish, led by Calvasina, Beath and Tunkel\. /],
];

const SAID_BY_NAME = /^@ /;

/** Says the turns in one thread, the first by name; what the asker sees last of each is its answer. */
const holdsIn = async (workspace: Parameters<typeof conversing>[0], turns: readonly Turn[]): Promise<void> => {
  const { slack } = workspace;
  const { say } = conversing(workspace);
  let thread: string | undefined;
  for (const [said, answer] of turns) {
    const before = { posted: slack.posted.length, private: slack.privateReplies.length };
    const isNamed = thread === undefined || SAID_BY_NAME.test(said);
    const ts = await say(isNamed ? `${BOT} ${said.replace(SAID_BY_NAME, '')}` : said, { thread });
    thread ??= ts;
    const seen = [...slack.posted.slice(before.posted), ...slack.privateReplies.slice(before.private)];
    expect(seen, said).toHaveLength(1);
    expect(seen[0]?.text, said).toMatch(answer);
    expect(seen[0], said).toMatchObject({ channel: MEMBER });
  }
};

describe.concurrent('six turns over HTTP', { timeout: 30_000 }, () => {
  it.for(Object.entries(CONVERSATIONS))('%s', async ([, turns], { open }) => {
    expect(turns).toHaveLength(6);
    await holdsIn(await open(), turns);
  });

  it('the indexes since one day and another, from daily closes', async ({ open }) => {
    expect(LIVE_CONVERSATION).toHaveLength(6);
    await holdsIn(await open('http', { facts: () => ({ facts: LIVE }) }), LIVE_CONVERSATION);
  });
});
