import { lexiconOf, matcherOf, type Place, phrasesOf, slotsOf, wholeOf } from '../../language/index.ts';
import { exactly, type ReadTopic } from '../reading.ts';
import type { RefusalQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

/** Words of what is declined whatever else is asked in the same breath. */
export const DECLINED = lexiconOf(words);

type Reason = RefusalQuestion['reason'];

/** Patterns of what is declined, unless others hold. */
interface Declined {
  readonly reason: Reason;
  readonly name: string;
  readonly is: readonly string[];
  readonly unless?: readonly string[];
  readonly isPrivate?: true;
}

const REASONS: readonly Declined[] = [
  {
    reason: 'instruction',
    name: 'Orders to the bot',
    is: [
      'drop>4>rules',
      'instruction:alone',
      'instruction:now -#number -#who',
      'instruction:now -#number -#stance',
      'instruction:promise>1>me -#who',
      '^say>1>subject -@parameter -#number',
      '^edit>4>stance -#who',
      // "update: hackett turned bearish. what is his stance?" asks for what the notes say, and gets it
      '^edit>4>stance -asked',
    ],
    isPrivate: true,
  },
  { reason: 'secrets', name: 'What is not shown', is: ['secret ask -#who'], isPrivate: true },
  // nothing but words is read
  { reason: 'files', name: 'Files', is: ['hand:ask>2>hand:hand hand:hand>5>hand:file -#number -#note'] },
  {
    reason: 'adding a note',
    name: 'Adding a note',
    // "note 003 in short": a number, and no order; "add that to the move", "keep that": of the conversation
    is: ['remember #who|#stance', '^add:add>3>note library -#number', '^add:loose>3>note =following -#note'],
    isPrivate: true,
  },
  {
    reason: 'single stocks',
    name: 'Single stocks',
    is: [
      'ticker:ticker ofStock',
      'ticker:ticker few',
      'ticker:nvidia ofStock -@views',
      'pick:strong>2>stock:stock',
      'pick>4>stock stock>3>own',
      'pick>4>stock stock>2>pick:strong',
    ],
    unless: ['#who|#note|@document|somebody:named,dates', 'ofTime'],
  },
  {
    reason: 'advice',
    name: 'Advice',
    is: [
      'advice',
      'should:i>4>trade trade:strong',
      // "should we hold rates flat": of the Fed
      'should:i>4>trade -@rate -#number',
      'should:you>3>trade:strong,loose',
      'suits:suits>5>client:client -#number -@move',
      'suits:suits =mifid',
      'suits:shared client',
      'order>1>market -@views',
      // "are small caps worth it", "should i move from large to small caps"
      'worth market -#number -@views',
      // "tilt ten per cent of the family's equities to small. Is that sensible?"
      'tilt =sensible|=wise|=prudent|=sane|=reasonable|=smart -@fed:fed',
      'should:i>4>shift market -#number',
      // "if i had 2m for small caps, yes or no"
      'stake:stake stake:choice #number|=money|=cash|=bonus|=spare -#clock -@fed -@move -@parameter -@views',
    ],
    // somebody else's advice is a view of theirs: "does west recommend buying"
    unless: ['opinion', '@views|trade #who|#note|somebody:named,others -oneself'],
  },
  {
    reason: 'off topic',
    name: 'Something else',
    is: [
      // a firm or somebody of the notes, asked for something else than what is said in them
      'service #who -said -@company -#stance -#amount',
      'service ^=my|^=reset|=login|=password|=wifi -said -@company -#stance -#topic -#amount',
      'off:creative',
      'off:code',
      'off:desk -@brief',
      'off:chair -@document -#note -#number',
      'off:politics -@document -#note -#number -mention',
      // what was said on the phone is in no note
      'off:sumUp>3>off:talk #who -@fed:fed',
      'off:put>6>off:diary -@brief -@fed:fed',
      // "move my 3.30 with karin to 4"
      'appointment>1>#number|appointment>1>#clock =with|=w -@brief -@fed -@parameter -@company',
      'off:room>1>#number|off:room>1>#clock off:hold|#clock -@fed -@brief',
      // "tcost 50bps, high?", "our line is cut by 50", "is our 4.00 coupon skinny": of somebody's own business
      'off:cost #number -=what -=does -=do -=how -=after -=if -=floating -@fed:fed -@company:small,large -#who',
      // "the administrator has quoted us 12bps for 2027", "50bp ter on a smallcap fund"
      'off:own #number -@fed:fed -=if',
      'off:deal #number -times -@fed:fed -@company:small,large -#who -@parameter -=if',
      'off:deck|off:walk #number -bp -#direction>0>#number -#number>0>#direction -@fed:fed -@company -@ratio -#who',
      'off:bond #number off:looks -@fed:fed -@company -#who -=if',
      // "a headline for each of the notes": of them
      'off:headline -=each -=every -=all -=of',
      // "is 45 too old": of no note and no view
      'off:age #number -#note -#who -@document -@views',
      'off:room off:free #number|#clock -@fed -@brief',
      'off:joke few -=is',
      'off:time -@fed:fed -ofFed',
      'off:off -#who',
      'off:wins off:match -@fed:fed -@rate -@move -#number -@index -#who',
      // "cut the autos piece to 100 words": a number of words, and no note
      'off:shorten>6>#count off:length -@fed:fed -#note -#who',
      'off:shorten>6>#number #number>0>off:length -@fed:fed -#note -#who',
      // "10% raise on 84k", "15% off 240": of somebody's own money
      'percent off:pct>1>money -@fed:fed -@rate -@company -@parameter -@income -=if -#who',
      'share off:pct>1>large -@fed:fed -@rate -@company -@parameter -@income -=if -#who',
      'percent off:sale -@fed:fed -@rate -@company -@parameter -@income -#who',
      'off:charge>5>off:dealing -@fed:fed -@company:small,large -#who',
      // "who won in 2024", "since the election" are of a span
      'off:event -#who -#date -#span',
      // a market that the notes do not cover, unless somebody in them is asked about it
      'off:market -#who -@document -mention -@fed:fed',
    ],
  },
];

/** The Fed moves its rate by no more, percent. */
const MOST_OF_RATE = 6;
/** A ticker among so many words is asked about whatever they are. */
const FEW = 6;

/** What is never answered, whatever else is asked in the same breath: it accounts for all of it. */
export const readRefusal: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, DECLINED);
  const whole = wholeOf(utterance);
  const amounts = slotsOf(utterance, 'amount');
  const matches = matcherOf(
    utterance,
    phrases,
    new Map<string, readonly Place[]>([
      ['few', utterance.words.length <= FEW ? [whole] : []],
      ['bp', amounts.filter(({ unit }) => unit === 'bp')],
      ['times', amounts.filter(({ unit }) => unit === 'x')],
      ['percent', amounts.filter(({ unit }) => unit === '%')],
      ['share', amounts.filter(({ unit, value }) => unit === '%' && value > MOST_OF_RATE)],
      ['money', amounts.filter(({ unit }) => unit === 'money')],
      ['large', amounts.filter(({ unit, value }) => unit === undefined && value > MOST_OF_RATE)],
    ]),
  );
  const found = REASONS.find(({ is, unless = [] }) => is.some(matches) && !unless.some(matches));
  if (found === undefined) return [];
  const { reason, name, isPrivate } = found;
  // "who won" behind the two indexes is of them
  const isOfIndexes = context?.last.kind === 'rotation' || context?.last.kind === 'ratio';
  const isWon = phrases.of('off').every(({ from, to }) => utterance.words.slice(from, to).join(' ') === 'who won');
  if (reason === 'off topic' && isOfIndexes && isWon) return [];
  return [exactly({ kind: 'refusal', reason }, name, [whole], { ...(isPrivate && { isPrivate }) })];
};
