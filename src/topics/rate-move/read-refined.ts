import {
  isOnly,
  marked,
  marksOf,
  numbersIn,
  passes,
  passingOver,
  says,
  scopeOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import { REFINEMENTS, type Refinement } from '../../sensitivity/index.ts';
import type { Context, Kept } from '../context.ts';
import type { ReadCommand, Reading, ReadTopic } from '../reading.ts';
import type { Overrides, RateMoveQuestion } from './question.ts';
import { readRateMove } from './read.ts';
import { type Counted, countedIn, movedReading, numberGiven } from './read-counted.ts';
import { ASKS_WHETHER, type Refined, type Refining, refinedIn, SUPPOSES, vagueIn } from './read-refinements.ts';
import { lostIn, lostPlaces, recountedBeside, withoutFields } from './read-taken-out.ts';

/** `tax`, and no number for it: a question of the method rather than of the move. */
const isOnlyTax = ({ refined }: Refining, utterance: Utterance): boolean =>
  Object.keys(refined).join() === 'taxRate' && numbersIn(utterance).length === 0;

/** Cash is one company's; tax, hedges and their like are counted at both unless one is named. */
const withRefined = <T extends Counted>(
  question: T,
  { cash, cashYield, ...both }: Refined,
  utterance: Utterance,
): T => {
  const [mark] = marked(utterance, 'company');
  const scope = mark && scopeOf(mark);
  const only = 'only' in question ? question.only : undefined;
  const named = only ?? (scope === 'both' ? undefined : scope);
  const held = { ...(cash !== undefined && { cash }), ...(cashYield !== undefined && { cashYield }) };
  // "all of it hedged", behind a hedge at one of them: there
  const isElsewhere = (field: string, company: 'small' | 'large'): boolean =>
    named === undefined &&
    scope === undefined &&
    question[company]?.[field as Refinement] === undefined &&
    question[company === 'small' ? 'large' : 'small']?.[field as Refinement] !== undefined;
  const at = (company: 'small' | 'large'): Overrides | undefined => {
    const isMeant = named === undefined || named === company;
    const isHolder = (named ?? 'small') === company;
    const own = Object.fromEntries(Object.entries(both).filter(([field]) => !isElsewhere(field, company)));
    const all = { ...question[company], ...(isMeant && own), ...(isHolder && held) };
    return Object.keys(all).length > 0 ? all : undefined;
  };
  const { small: _, large: __, ...rest } = question;
  const [small, large] = [at('small'), at('large')];
  return { ...rest, ...(small && { small }), ...(large && { large }) } as T;
};

/** `smallco only, tax 25`: the one company is shown from now on. */
const shownOf = (utterance: Utterance, standing: Counted): Counted => {
  // "both again but tax 21"
  if (standing.kind === 'rate-move' && marked(utterance, 'company').some((mark) => scopeOf(mark) === 'both')) {
    const { only: _, ...both } = standing;
    return both;
  }
  const [mark] = marked(utterance, 'company').filter(({ to }) =>
    marked(utterance, 'only').some(({ from }) => from === to),
  );
  const only = mark && scopeOf(mark);
  return only && only !== 'both' && standing.kind === 'rate-move' ? { ...standing, only } : standing;
};

const keptOf = ({ refined }: Refining, isSized: boolean): Kept => ({
  changed: [
    ...(isSized ? [{ what: 'size' as const }] : []),
    ...REFINEMENTS.filter((field) => field !== 'cashYield' && refined[field] !== undefined).map((what) => ({ what })),
  ],
});

const OF_CARDS: ReadonlyMap<string, Refinement> = new Map([
  ['hedges', 'hedgedShare'],
  ['tax', 'taxRate'],
  ['timing', 'passThrough'],
]);
const USES = /^(?:use|try|take|put|say|with|at)$/;

/** `use 70 with 50 lower`, behind a card on one of them: its number, and a size. */
const ofCard = (utterance: Utterance, context: Context | undefined): Refining | undefined => {
  const { last } = context ?? {};
  const field = last?.kind === 'method' ? OF_CARDS.get(last.aspect) : undefined;
  const [amount] = slotsOf(utterance, 'amount');
  const isPart = amount && (amount.unit === undefined || amount.unit === '%') && amount.value <= 100;
  if (!field || !isPart || !USES.test(utterance.words[amount.from - 1] ?? '') || utterance.words[amount.to] !== 'with')
    return undefined;
  return { refined: { [field]: amount.value }, uses: [{ from: amount.from - 1, to: amount.to + 1 }] };
};

/** `no tax no hedges, 50 down`: a move as it comes, where none of them stands. */
const plainMove = (...[utterance, context, library, known]: Parameters<ReadTopic>): readonly Reading[] => {
  const lost = lostPlaces(utterance);
  return readRateMove(passingOver(utterance, lost), context, library, known)
    .filter(({ asks, sizes = [] }) => asks.kind === 'rate-move' && sizes.length > 0)
    .map((reading) => ({ ...reading, uses: [...reading.uses, ...lost, ...marksOf(utterance, 'parameter')] }));
};

/** `cut 100 with 30% hedged`, `cut 50 after tax`, and of the move asked about last `with 30% hedged`, `300m cash at 4%`. */
export const readRefined: ReadTopic = (utterance, context, library, known) => {
  const named = countedIn(context);
  const lost = lostIn(utterance);
  const standing = context?.stale || !named ? undefined : withoutFields(named, lost);
  const again = [
    ...(named ? recountedBeside(utterance, context, named, library, known) : []),
    ...numberGiven(utterance, context),
  ];
  if (again.length > 0) return again;
  const found = ofCard(utterance, context) ?? refinedIn(utterance, standing !== undefined) ?? vagueIn(utterance);
  if (found === undefined) return lost.length > 0 ? plainMove(utterance, context, library, known) : [];
  const set = Object.fromEntries(Object.entries(found.refined).filter(([field]) => !lost.some((one) => one === field)));
  const isLost = lost.length > 0 && Object.keys(set).length === 0;
  if (isLost && !found.samples) return plainMove(utterance, context, library, known);
  const all = (found.samples ?? [set]).map((refined): Refining => ({ ...found, refined }));
  // "hedged on half of it, does that matter?": of the method as likely
  const isAsked =
    utterance.typed.trim().endsWith('?') && says(utterance, ASKS_WHETHER) && !SUPPOSES.test(utterance.joined);
  const isOffer = (found.samples || isAsked) && { isOffer: true as const };
  const rest = passingOver(utterance, found.uses);
  const sized = readRateMove(rest, context, library, known).flatMap((reading): readonly Reading[] => {
    const { asks, sizes = [] } = reading;
    if (asks.kind !== 'rate-move' || sizes.length === 0) return [];
    return all.flatMap((one) =>
      movedReading(withRefined(asks, one.refined, utterance), {
        ...reading,
        ...isOffer,
        uses: [...reading.uses, ...one.uses],
        keeps: { ...reading.keeps, ...keptOf(one, true) },
      }),
    );
  });
  if (sized.length > 0) return sized;
  const isAll = isOnly(utterance, [
    ...found.uses,
    ...marksOf(utterance, 'company', 'reference', 'only', 'parameter', 'share', 'correction', 'drop', 'more'),
    ...marked(utterance, 'fed', 'they'),
    // "how much of that survives 21% tax"
    ...(says(utterance, /^surviv/) ? marksOf(utterance, 'wants', 'income') : []),
  ]);
  if (standing === undefined || !isAll || isOnlyTax(found, utterance)) return [];
  return all.flatMap((one) =>
    movedReading(withRefined(shownOf(utterance, standing), one.refined, utterance), {
      how: 'exact',
      ...isOffer,
      uses: [wholeOf(utterance)],
      keeps: keptOf(one, false),
    }),
  );
};

/** `/ratecut 100bps tax hedged=30% 163j`; undefined where nothing is counted that the note leaves out. */
export const readRefinedCommand = (
  ...[utterance, library, known]: Parameters<ReadCommand>
): RateMoveQuestion | undefined => {
  const found = readRefined(utterance, { last: { kind: 'help' }, wants: 'size' }, library, known).find(
    (one) => !one.isOffer && passes(utterance, one).kind === 'passed',
  );
  return found?.asks.kind === 'rate-move' ? found.asks : undefined;
};
