import { z } from 'zod';
import {
  hasAny,
  madeOnce,
  numbersIn,
  slotsOf,
  type Utterance,
  utteranceOf,
  withoutStrange,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import type { Context } from '../../topics/context.ts';
import type { Known } from '../../topics/reading.ts';
import { namesOf } from '../../topics/views/read-subjects.ts';
import { isAnswer, judgedIn } from '../judged.ts';
import { isOfStrangers } from '../nearest.ts';
import { isQuestion, type Offered, offersOf } from '../offered-readings.ts';
import { contentOf, featuresOf } from '../ranker/features.ts';
import { chancesOf, type Linear, linearOf, supportOf } from '../ranker/linear.ts';
import { canonicalOf } from './canonical.ts';
import described from './operations.json' with { type: 'json' };
import trained from './weights.json' with { type: 'json' };

/**
 * What people do to a question, in whatever words: each operation has texts that it is learnt from, and a plain phrase with
 * places for the numbers and names of a text. What that phrase comes to is offered.
 */

export const OperationsSchema = z.array(
  z.strictObject({
    id: z.string(),
    /** The plain phrase, with places to fill; empty for what is nothing of ours. */
    says: z.string(),
    /** Kinds of question behind which it is said; `nothing` for first words. */
    behind: z.array(z.string()).nonempty(),
  }),
);

/** The texts that each is learnt from, `texts.json`, are for the training alone. */
const PHRASES: ReadonlyMap<string, string> = new Map(described.map(({ id, says }) => [id, says]));

let loaded: Linear | undefined;
const shipped = (): Linear => {
  loaded ??= linearOf(trained);
  return loaded;
};

/** Kinds that are gone on from alike. */
const FAMILY: ReadonlyMap<string, string> = new Map([
  ...['fan', 'years', 'method', 'rate-move-market'].map((kind) => [kind, 'rate-move'] as const),
  ['ratio', 'rotation'],
  ...['conflicts', 'figure', 'valuation', 'notes'].map((kind) => [kind, 'views'] as const),
]);

/** What a text is said behind, as the operations name it. */
export const behindOf = (context: Context | undefined): string => {
  if (context?.wants) return 'size wanted';
  const kind = context?.last.kind ?? 'help';
  return kind === 'help' ? 'nothing' : (FAMILY.get(kind) ?? kind);
};

const MOST_TRIED = 3;
const MOST_OFFERED = 2;
const LEAST_CHANCE = 0.3;
/** A bare number among words that name nothing of ours may be of anything. */
const LEAST_OF_BARE = 0.75;
/** From there on the conversation goes on from what is offered, as far as that is only offered too. */
const LEAST_STANDING = 0.6;
/** Which part of the words that say something has to speak for what is offered. */
const LEAST_SUPPORT = 0.5;
const LEAST_OF_MASKED = 0.5;
/** What is as likely as that nothing of ours is left alone. */
const MOST_NONE = 0.4;

/** Words that name what is asked about here. */
const OURS = ['fed', 'rate', 'company', 'parameter', 'income', 'index', 'ratio', 'market', 'odds'] as const;

interface Likely {
  readonly id: string;
  readonly says: string;
  readonly chance: number;
  readonly support: number;
}

/** The operations that a text comes to behind something, the likest first. */
const likelyIn = (utterance: Utterance, behind: string): readonly Likely[] => {
  const found = likelyBehind(utterance);
  const known = found.get(behind);
  if (known) return known;
  const model = shipped();
  const content = contentOf(utterance);
  const chances = chancesOf(featuresOf(utterance, behind), model);
  const likely = model.classes
    .map((id, row) => ({
      ...{ id, says: PHRASES.get(id) ?? '', chance: chances[row] as number },
      support: supportOf(content, row, model),
    }))
    .sort((one, other) => other.chance - one.chance);
  found.set(behind, likely);
  return likely;
};
const likelyBehind = madeOnce((_: Utterance) => new Map<string, readonly Likely[]>());

const sumOf = (all: readonly Likely[]): number => all.reduce((sum, { chance }) => sum + chance, 0);
const FOREIGN = /^none(?!-brief)/;

/** `triple the leverage`: what names something of ours is less likely of something else. */
const OF_OURS = 0.25;

/** How likely a text is of nothing that is done here, up to 1; names and numbers alone are of anything. */
export const foreignnessOf = (utterance: Utterance, context: Context | undefined): number => {
  // "table -25 -50 -75", "no sorry i meant three": of moves
  const signed = slotsOf(utterance, 'amount').filter(({ sign }) => sign !== '');
  const isPutRight = hasAny(utterance, 'correction', 'reset') && numbersIn(utterance).length > 0;
  if (contentOf(utterance).length === 0 || signed.length > 1 || isPutRight) return 0;
  const foreign = likelyIn(utterance, behindOf(context)).filter(({ id }) => FOREIGN.test(id));
  return sumOf(foreign) - (hasAny(utterance, ...OURS, 'views', 'stance', 'who', 'document', 'note') ? OF_OURS : 0);
};

/** A bare number, or first words, that name nothing of ours. */
const isBare = (utterance: Utterance, behind: string): boolean =>
  (behind === 'nothing' || numbersIn(utterance).some((slot) => slot.kind !== 'amount' || slot.unit === undefined)) &&
  !hasAny(utterance, ...OURS) &&
  !slotsOf(utterance, 'direction').some(({ of, isStrong }) => of === 'rate' && isStrong);

/** Up to two questions that the words most likely come to, the likest first; none where they are rather nothing of ours. */
export const likelyOperations = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
  known: Known,
): readonly Offered[] => {
  const behind = behindOf(context);
  // "fomc in feb?": nothing but names, dates and numbers
  const isMasked = contentOf(utterance).length === 0;
  const names = namesOf(library);
  if (isOfStrangers(utterance, withoutStrange(utterance, names))) return [];
  const ranked = likelyIn(utterance, behind);
  const none = sumOf(ranked.filter(({ says }) => says === ''));
  if (none > Math.min(MOST_NONE, ranked[0]?.chance ?? 0)) return [];
  const least = isBare(utterance, behind) ? LEAST_OF_BARE : LEAST_CHANCE;
  const offers: Offered[] = [];
  for (const { says, chance } of ranked
    .filter(
      ({ chance, support }) => chance >= least && (isMasked ? chance >= LEAST_OF_MASKED : support >= LEAST_SUPPORT),
    )
    .slice(0, MOST_TRIED)) {
    if (offers.length >= MOST_OFFERED) break;
    for (const text of says === '' ? [] : canonicalOf(says, utterance, context?.wantedWay)) {
      const said = utteranceOf(text, names);
      const [best] = judgedIn(said, context, library, known).filter(
        (one) => one.reading.how === 'exact' && isAnswer(one) && isQuestion(one),
      );
      const isSame = JSON.stringify(best?.reading.asks) === JSON.stringify(context?.last);
      if (best && !isSame)
        offers.push(
          ...offersOf(said, [best], context).map((offer) =>
            chance >= LEAST_STANDING ? offer : { ...offer, stands: undefined },
          ),
        );
    }
  }
  return offers;
};
