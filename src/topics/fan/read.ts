import {
  type Amount,
  isOnly,
  lexiconOf,
  marked,
  marksOf,
  passes,
  passingOver,
  phrasesOf,
  scopeOf,
  slotsOf,
  type Utterance,
} from '../../language/index.ts';
import { type Context, numbersOf } from '../context.ts';
import type { RateMoveQuestion } from '../rate-move/question.ts';
import { readRateMove } from '../rate-move/read.ts';
import { goesOn } from '../rate-move/read-gone-on.ts';
import { omittedIn } from '../rate-move/read-scope.ts';
import { exactly, type ReadCommand, type Reading, type ReadTopic } from '../reading.ts';
import type { FanQuestion } from './question.ts';
import words from './words.json' with { type: 'json' };

const WORDS = lexiconOf(words);
const TOO = lexiconOf({
  too: { too: 'is too much|is too high|is too big|too much|too high|too low|is too low|is too little' },
});

/** Said of the Fed's move where none is: what the notes work their example with. */
const USUAL_BPS = -100;

const fanOf = ({ moveBps, small, large, only }: RateMoveQuestion, by: FanQuestion['by']): FanQuestion => ({
  kind: 'fan',
  moveBps,
  by,
  ...(only && { only }),
  ...(small && { small }),
  ...(large && { large }),
});

const nameOf = ({ by, only, lift }: FanQuestion): string =>
  by === 'lift'
    ? `Floating share for ${lift}%`
    : `${by === 'input' ? 'What matters most' : 'At each published share'}${only === 'large' ? ', LargeCap' : ''}`;

/** `for large`: whose it is to be. */
const namedIn = (utterance: Utterance): FanQuestion['only'] => {
  const [company] = marked(utterance, 'company');
  const scope = company && scopeOf(company);
  return scope === 'both' ? undefined : scope;
};

const isBare = (utterance: Utterance, phrases: ReturnType<typeof phrasesOf>): boolean =>
  isOnly(utterance, [...phrases.all, ...marksOf(utterance, 'company', 'reference', 'only', 'share', 'parameter')]);

/** What the thread is about, as a move: the fan asked for last, or the move. */
const standing = (context: Context | undefined): RateMoveQuestion | undefined => numbersOf(context).move;

const GIVES = /^(?:for|get|gets|give|gives|reach|reaches|hit)$/;

/** `what float share gets smallcap to +6`. */
const GIVES_TO = /\b(?:gets?|takes?|lifts?|brings?|puts?) (?:\w+ ){1,4}to$/;

/** `what floating share gives +10%`: the lift wanted, beside the words that ask for a share. */
const wantedIn = (utterance: Utterance, phrases: ReturnType<typeof phrasesOf>): Amount | undefined =>
  slotsOf(utterance, 'amount').find(
    ({ unit, sign, from }) =>
      sign !== '-' &&
      phrases
        .of('wanted')
        .some(
          ({ to }) =>
            unit === '%' ||
            (unit === undefined &&
              from >= to &&
              sign === '+' &&
              (GIVES.test(utterance.words[from - 1] ?? '') ||
                GIVES_TO.test(utterance.words.slice(to - 1, from).join(' ')))),
        ),
  );

/** `and +15`, `12 is too much, 6`, behind a share for a lift: another lift, where it is no size that moves have. */
const liftAgain = (utterance: Utterance, last: FanQuestion | undefined): readonly Reading[] => {
  const amounts = slotsOf(utterance, 'amount').filter(({ duty }) => duty === 'must');
  const lift = amounts.at(-1);
  const isLift =
    lift &&
    amounts.slice(0, -1).every(({ value }) => value === last?.lift) &&
    (lift.unit === '%' || (lift.unit === undefined && (lift.sign === '+' || lift.value % 25 !== 0))) &&
    lift.sign !== '-';
  const around = marksOf(utterance, 'correction', 'compare', 'sum', 'income', 'wants', 'reference', 'negation');
  const isAll = isOnly(utterance, [...amounts, ...around, ...phrasesOf(utterance, TOO).all]);
  if (last?.by !== 'lift' || !isLift || !isAll) return [];
  const asks: FanQuestion = { ...last, lift: lift.value };
  return [exactly(asks, nameOf(asks), [{ from: 0, to: utterance.tokens.length }])];
};

const readWanted = (...[utterance, context, library, known]: Parameters<ReadTopic>): readonly Reading[] => {
  const phrases = phrasesOf(utterance, WORDS);
  const { active, solve } = numbersOf(context);
  const amount = wantedIn(utterance, phrases);
  // "what floating share would do it on just 100", behind a sum: for its target
  const target = active === 'solve' && phrases.has('wanted') ? solve?.target : undefined;
  const lift = amount?.value ?? (target?.of === 'lift' ? target.percent : undefined);
  if (lift === undefined) return [];
  const uses = [...phrases.all, ...(amount ? [amount] : [])];
  const rest = passingOver(utterance, uses);
  const [sized] = readRateMove(rest, context, library, known).filter(
    ({ asks, sizes = [] }) => asks.kind === 'rate-move' && sizes.length > 0,
  );
  const stood = amount ? standing(context) : undefined;
  const move = sized?.asks.kind === 'rate-move' ? sized.asks : stood;
  if (move === undefined) return [];
  const only = move.only ?? (amount ? undefined : solve?.only);
  const asks: FanQuestion = { ...fanOf(move, 'lift'), lift, ...(only && { only }) };
  const beside = marksOf(utterance, 'income', 'wants', 'company', 'parameter', 'share');
  return [
    exactly(
      asks,
      nameOf(asks),
      [...uses, ...beside, ...(sized?.uses ?? [])],
      sized?.sizes ? { sizes: sized.sizes } : {},
    ),
  ];
};

/** `100 bp cut, fan`, `what matters most`, and after one of them `and for 50?`, `for large`. */
export const readFan: ReadTopic = (utterance, context, library, known) => {
  const wanted = readWanted(utterance, context, library, known);
  if (wanted.length > 0) return wanted;
  const phrases = phrasesOf(utterance, WORDS);
  const isSure = context?.missed !== true && isOnly(utterance, marksOf(utterance, 'company', 'only', 'reference'));
  const last = context?.last.kind === 'fan' && (!context.stale || isSure) ? context.last : undefined;
  const again = phrases.all.length === 0 ? liftAgain(utterance, last) : [];
  if (again.length > 0) return again;
  const by = phrases.has('share') ? 'published share' : phrases.has('input') ? 'input' : undefined;
  const isOmitted = omittedIn(utterance, marked(utterance, 'company')).length > 0;
  const meant = by ?? (last && (isOmitted || goesOn(utterance)) ? last.by : undefined);
  if (meant === undefined) return [];
  const sized = readRateMove(passingOver(utterance, phrases.all), context, library, known).flatMap(
    (reading): readonly Reading[] => {
      if (reading.asks.kind !== 'rate-move') return [];
      // "100 cut with small at 60 float", behind a share for a lift: no share is looked for
      const isGiven = (['small', 'large'] as const).some(
        (one) => reading.asks.kind === 'rate-move' && reading.asks[one]?.floatingShare !== undefined,
      );
      if (meant === 'lift' && isGiven) return [];
      const asks = {
        ...fanOf(reading.asks, meant),
        ...(meant === 'lift' && last?.lift !== undefined && { lift: last.lift }),
      };
      return [{ ...reading, asks, name: nameOf(asks), uses: [...reading.uses, ...phrases.all] }];
    },
  );
  if (sized.length > 0) return sized;
  if (by === undefined || !isBare(utterance, phrases)) return [];
  const move = standing(context);
  const only = namedIn(utterance) ?? move?.only;
  const asks: FanQuestion = { ...fanOf(move ?? { kind: 'rate-move', moveBps: USUAL_BPS }, by), ...(only && { only }) };
  return [exactly(asks, nameOf(asks), [{ from: 0, to: utterance.tokens.length }], { ...(!move && { isOffer: true }) })];
};

/** `/ratecut 100bps fan`; undefined where no fan is asked for. */
export const readFanCommand = (...[utterance, library, known]: Parameters<ReadCommand>): FanQuestion | undefined => {
  const phrases = phrasesOf(utterance, WORDS);
  if (phrases.all.length === 0) return undefined;
  const found = readFan(utterance, { last: { kind: 'help' }, wants: 'size' }, library, known).find(
    (one) => !one.isOffer && passes(utterance, one).kind === 'passed',
  );
  return found?.asks.kind === 'fan' ? found.asks : undefined;
};
