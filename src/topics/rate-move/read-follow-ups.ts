import { isOnly, type Mark, marked, rateWays, type Scope, slotsOf } from '../../language/index.ts';
import type { Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { asksOther, isBare, step } from './read-elliptic.ts';
import { moveButtonName } from './read-names.ts';
import { has } from './read-noted.ts';
import { withoutPart } from './read-parts.ts';
import { otherwise, setBack, stepBack } from './read-set-back.ts';
import { moveReading, type Turned, wordsOfMove } from './read-turned.ts';

/** `double that`, `half of it`, `the other way round`. */
const scaled = (turned: Turned): readonly Reading[] => {
  const { utterance, base } = turned;
  const [scale] = [...marked(utterance, 'scale')].sort((one, other) => other.to - other.from - (one.to - one.from));
  const isWanted = ['wants', 'income'].some((tag) => has(utterance, tag)) || has(utterance, 'compare', 'strong');
  if (!base || !scale || base.moveBps === 0 || isWanted) return [];
  const own = turned.figures.free.filter((amount) => amount.from >= scale.from && amount.to <= scale.to);
  if (
    turned.figures.free.some((amount) => amount.duty === 'must' && !own.includes(amount)) ||
    utterance.unknown.size > 0
  )
    return [];
  const moveBps = Math.round(base.moveBps * Number(scale.value) * 100) / 100;
  return [step(turned, moveBps, [scale, ...slotsOf(utterance, 'direction')])];
};

/** `and a hike?`, `sorry i meant a cut`: the same size the other way. */
const turnedRound = (turned: Turned): readonly Reading[] => {
  const { utterance, base } = turned;
  const ways = rateWays(utterance);
  const way = ways.find((one) => one.way !== 'hold')?.way;
  const both = new Set(ways.map((one) => one.way)).size > 1;
  const isOther = [
    'wants',
    'other',
    'odds',
    'brief',
    'advice',
    'views',
    'past',
    'ratio',
    'compare',
    'scale',
    'undo',
  ].some((tag) => marked(utterance, tag).some(({ value }) => value !== 'sides'));
  if (!base || !way || both || isOther || !isBare(turned) || base.moveBps === 0 || utterance.unknown.size > 0)
    return [];
  if (
    !isOnly(utterance, [
      ...wordsOfMove(utterance),
      ...(turned.figures.scope?.marks ?? []),
      ...turned.figures.changes.flatMap(({ uses }) => uses),
      ...slotsOf(utterance, 'direction'),
      ...marked(utterance, 'company'),
    ])
  )
    return [];
  const size = Math.abs(base.moveBps);
  return [step(turned, way === 'cut' ? -size : size, [...ways, ...slotsOf(utterance, 'direction')])];
};

const OTHER: Readonly<Record<'small' | 'large', 'small' | 'large'>> = { small: 'large', large: 'small' };

/** `only the large one`, `both again`, `the other one`: the same move, of other companies. */
const otherCompany = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, numbers, context } = turned;
  if (!base || !isBare(turned) || figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  if (asksOther(turned) || (numbers.active !== undefined && numbers.active !== 'rate-move')) return [];
  const denied = [
    'wants',
    'other',
    'odds',
    'brief',
    'advice',
    'views',
    'past',
    'ratio',
    'scale',
    'undo',
    'drop',
    'index',
  ].some((tag) => has(utterance, tag));
  if (denied || rateWays(utterance).length > 0 || slotsOf(utterance, 'who').length > 0) return [];
  const [other] = marked(utterance, 'reference', 'other');
  const [both] = marked(utterance, 'reference', 'both');
  const named = figures.scope;
  const meant: Scope | undefined =
    other && base.only
      ? OTHER[base.only]
      : named && (!named.isPlural || named.isOnly)
        ? named.scope
        : both
          ? 'both'
          : undefined;
  const marks: readonly Mark[] = [...(other ? [other] : []), ...(both ? [both] : []), ...(named?.marks ?? [])];
  const asides = [
    ...wordsOfMove(utterance),
    ...marks,
    ...marked(utterance, 'compare'),
    ...marked(utterance, 'parameter', 'netIncome'),
    ...marked(utterance, 'income'),
  ];
  if (!meant || !isOnly(utterance, asides)) return [];
  const { only: _, readAs: __, ...rest } = base;
  const question: RateMoveQuestion = { ...rest, ...(meant !== 'both' && { only: meant }) };
  return [
    {
      asks: question,
      name: moveButtonName(question),
      how: 'exact',
      uses: asides,
      ...(context?.stale && { isOffer: true as const }),
      keeps: {
        scope: meant,
        changed: [
          { what: 'scope', company: meant },
          ...(numbers.changed ?? []).filter(({ what }) => what !== 'scope' && what !== 'size'),
        ],
      },
    },
  ];
};

const IN_TERMS = /^(?:percent|percentage|dollars|dollar|usd|money|terms|%|\$|cents|bucks|millions)$/;

/** `and in dollars?`: the reply has both, so the move is answered again. */
const inTerms = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const at = utterance.words.findIndex(
    (word, place) => IN_TERMS.test(word) && /^(?:in|as|a|an)$/.test(utterance.words[place - 1] ?? ''),
  );
  if (
    !base ||
    at < 0 ||
    !isBare(turned) ||
    figures.changes.length > 0 ||
    utterance.unknown.size > 0 ||
    utterance.words.length > 12
  )
    return [];
  return [
    moveReading(
      turned,
      base.moveBps,
      [],
      [{ from: at - 1, to: at + 1 }, ...marked(utterance, 'parameter', 'netIncome')],
    ),
  ];
};

/** What goes on from the move asked about last. */
export const followUps = (turned: Turned): readonly Reading[] => [
  ...stepBack(turned),
  ...withoutPart(turned),
  ...setBack(turned),
  ...otherwise(turned),
  ...scaled(turned),
  ...turnedRound(turned),
  ...otherCompany(turned),
  ...inTerms(turned),
];
