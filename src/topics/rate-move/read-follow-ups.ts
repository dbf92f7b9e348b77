import {
  type Assumed,
  has,
  hasAny,
  isOnly,
  marked,
  marksOf,
  overlaps,
  type Place,
  rateWays,
  type Scope,
  says,
  slotsOf,
} from '../../language/index.ts';
import type { Question } from '../questions.ts';
import type { Reading } from '../reading.ts';
import type { RateMoveQuestion } from './question.ts';
import { type Change, COMPANY_IDS, moveButtonName, type Overridden } from './read-assumed.ts';
import { isUnread, scopeMeant } from './read-figures.ts';
import { isAssumption } from './read-inferred.ts';
import { meantFor } from './read-meant.ts';
import { anotherAgain, summedUp, withoutPart } from './read-several.ts';
import { isBare, isElsewhere, moveReading, type Turned, wordsOfChanges, wordsOfMove } from './read-turned.ts';

const step = (turned: Turned, moveBps: number, uses: readonly Place[]): Reading =>
  moveReading(turned, moveBps, [], uses, { kept: { changed: [{ what: 'size' }] } });

/** Such words ask for something about the move, and not for the move. */
const ASKS = /^(?:why|which|who|whos|when|where|whats|explain)$/;

/** `double that`, `half of it`, `the other way round`. */
const scaled = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const [scale] = [...marked(utterance, 'scale')].sort((one, other) => other.to - other.from - (one.to - one.from));
  const isWanted = hasAny(utterance, 'wants', 'income') || has(utterance, 'compare', 'strong');
  if (!base || !scale || base.moveBps === 0 || isWanted || utterance.unknown.size > 0) return [];
  if (figures.free.some(({ duty, from, to }) => duty === 'must' && (from < scale.from || to > scale.to))) return [];
  const moveBps = Math.round(base.moveBps * Number(scale.value) * 100) / 100;
  return [step(turned, moveBps, [scale, ...slotsOf(utterance, 'direction')])];
};

/** `and up?`: a direction and nothing besides is the rate's. */
const barely = ({ utterance }: Turned) =>
  /^(?:and|or|so) (?:up|down)(?: \?)?$/.test(utterance.words.join(' ')) ? slotsOf(utterance, 'direction') : [];

/** `and a hike?`, `sorry i meant a cut`, `forget hikes, go back to cuts`: the same size the other way. */
const turnedRound = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const said = rateWays(utterance);
  const ways = said.length > 0 ? said : barely(turned);
  const way = ways.find((one) => one.way !== 'hold')?.way;
  const isBoth = new Set(ways.map((one) => one.way)).size > 1;
  const isUndo = marked(utterance, 'undo').some(({ to }) => utterance.words[to] !== 'to');
  // "or a hike of the same size"
  const isCompared = marked(utterance, 'compare', 'strong').some(({ from }) => from > 0);
  const isOther = isUndo || isCompared || isElsewhere(utterance, 'wants', 'past', 'ratio', 'scale');
  if (!base || !way || isBoth || isOther || !isBare(turned) || base.moveBps === 0 || utterance.unknown.size > 0)
    return [];
  const uses = [...ways, ...slotsOf(utterance, 'direction')];
  const words = [
    ...wordsOfMove(utterance),
    ...wordsOfChanges(figures),
    ...uses,
    ...marksOf(utterance, 'company', 'undo'),
  ];
  if (!isOnly(utterance, words)) return [];
  return [step(turned, way === 'cut' ? -Math.abs(base.moveBps) : Math.abs(base.moveBps), uses)];
};

/** The same move, of other companies. */
const otherCompany = (turned: Turned): readonly Reading[] => {
  const { utterance, figures, base, numbers } = turned;
  if (!base || !isBare(turned) || figures.changes.length > 0 || utterance.unknown.size > 0) return [];
  if (says(utterance, ASKS) || (numbers.active !== undefined && numbers.active !== 'rate-move')) return [];
  if (isElsewhere(utterance, 'wants', 'past', 'ratio', 'scale', 'undo', 'drop', 'index')) return [];
  if (rateWays(utterance).length > 0 || slotsOf(utterance, 'who').length > 0 || has(utterance, 'compare', 'ways'))
    return [];
  const isOpen = has(utterance, 'reference', 'other') && !base.only && !figures.scope;
  const meant = scopeMeant(turned, base.only);
  const uses = [
    ...wordsOfMove(utterance),
    ...(meant?.marks ?? []),
    ...marksOf(utterance, 'compare', 'income', ...(isOpen ? ['reference'] : [])),
    ...marked(utterance, 'parameter', 'netIncome'),
  ];
  if (!isOnly(utterance, uses)) return [];
  const { only: _, readAs, ...rest } = base;
  const kept = { ...rest, ...(base.levels && readAs && { readAs }) };
  const read = (scope: Scope): Reading => {
    const question: RateMoveQuestion = { ...kept, ...(scope !== 'both' && { only: scope }) };
    const before = (numbers.changed ?? []).filter(({ what }) => what !== 'scope' && what !== 'size');
    const keeps = { scope, changed: [{ what: 'scope' as const, company: scope }, ...before] };
    return { asks: question, name: moveButtonName(question), how: 'exact', uses, keeps };
  };
  if (isOpen) return (['small', 'large'] as const).map((scope) => ({ ...read(scope), isOffer: true }));
  return meant ? [read(meant.scope)] : [];
};

const IN_TERMS = /^(?:percent|percentage|dollars|dollar|usd|money|terms|%|\$|cents|bucks|millions)$/;

/** `and in dollars?`: the reply has both, so the move is answered again. */
const inTerms = (turned: Turned): readonly Reading[] => {
  const { utterance, base, figures } = turned;
  const { words } = utterance;
  const at = words.findIndex((word, place) => IN_TERMS.test(word) && /^(?:in|as|a|an)$/.test(words[place - 1] ?? ''));
  if (!base || at < 0 || !isBare(turned) || figures.changes.length > 0) return [];
  if (utterance.unknown.size > 0 || words.length > 12) return [];
  const uses = [{ from: at - 1, to: at + 1 }, ...marked(utterance, 'parameter', 'netIncome')];
  return [moveReading(turned, base.moveBps, [], uses)];
};

/** Assumptions named to be as in the note again: `the default leverage`, `forget the floating change`, `put net income back`. */
export const namedBack = ({ utterance, figures }: Turned, before: Overridden | undefined): readonly Change[] => {
  const { words } = utterance;
  const isBack =
    hasAny(utterance, 'reset', 'negation') ||
    has(utterance, 'drop', 'drop') ||
    has(utterance, 'undo', 'undo') ||
    says(utterance, /^(?:back|scrap|forget)$/);
  if (!isBack || !before) return [];
  return marked(utterance, 'parameter').flatMap((mark): readonly Change[] => {
    const named = mark.value === 'fixedShare' ? 'floatingShare' : mark.value === 'plainRate' ? 'rate' : mark.value;
    const parameter: Assumed | undefined = isAssumption(named) ? named : undefined;
    const isSet = figures.changes.some(({ uses }) => uses.some(({ from, to }) => from <= mark.from && mark.from < to));
    const isKept =
      /^(?:keep|keeping|leave|but)$/.test(words[mark.from - 1] ?? '') ||
      /^(?:keep|keeping)$/.test(words[mark.from - 2] ?? '');
    if (!parameter || isSet || isKept) return [];
    return COMPANY_IDS.flatMap((company) =>
      before[company]?.[parameter] === undefined ? [] : [{ parameter, value: 'default', company, uses: [mark] }],
    );
  });
};

/** The words that set something back, and those that keep the rest. */
const backWords = ({ utterance }: Turned): readonly Place[] =>
  marksOf(utterance, 'reset', 'drop', 'undo', 'negation', 'parameter', 'correction', 'reference');

/** `start over`, `back to normal`, `forget the leverage change`: without what was changed, all of it or what is named. */
const setBack = (turned: Turned): readonly Reading[] => {
  const { utterance, base, isReset, figures, numbers } = turned;
  if (!base || !isBare(turned) || utterance.unknown.size > 0 || hasAny(utterance, 'brief', 'views', 'advice', 'other'))
    return [];
  const named = namedBack(turned, base);
  if (named.length > 0) {
    const own = { ...turned, isReset: false, figures: { ...figures, changes: [...figures.changes, ...named] } };
    return [moveReading(own, base.moveBps, [], backWords(turned))];
  }
  if (!isReset || figures.changes.some(({ value }) => value === 'default')) return [];
  if (numbers.active !== 'rate-move' && numbers.active !== undefined && !numbers.move) return [];
  return [moveReading(turned, base.moveBps, [], backWords(turned), { kept: { scope: 'both' } })];
};

/** The size asked about last, in the direction said here. */
const wayed = ({ utterance, figures }: Turned, { moveBps }: RateMoveQuestion): number => {
  const way = rateWays(utterance).find((one) => one.way !== 'hold')?.way;
  if (figures.isHold) return 0;
  return way === undefined ? moveBps : way === 'cut' ? -Math.abs(moveBps) : Math.abs(moveBps);
};

/** `what if 60% floats`, `6x`, `both companies at 60`: the move asked about last under other assumptions. */
const otherwise = (turned: Turned): readonly Reading[] => {
  const { figures, base, utterance, numbers, isReset } = turned;
  if (!base || figures.changes.length === 0 || !isBare(turned) || utterance.unknown.size > 0) return [];
  if (namedBack(turned, base).length > 0) return [];
  const isSetBack = figures.changes.every(({ value }) => value === 'default');
  if (isReset && !figures.changes.some(({ value }) => value === 'default'))
    return [moveReading(turned, base.moveBps, [], backWords(turned))];
  if (numbers.active !== undefined && numbers.active !== 'rate-move') return [];
  // "forget that third, i want the note's mix"
  if (isElsewhere(utterance, ...(isSetBack ? [] : ['wants'])) || says(utterance, ASKS)) return [];
  const uses = isSetBack ? backWords(turned) : marked(utterance, 'drop');
  return [moveReading({ ...turned, isReset: false }, wayed(turned, base), [], uses)];
};

/** `than before i changed it`, `vs base`: what is changed is told beside the note's own figures. */
const besideNote = (turned: Turned): readonly Reading[] => {
  const { utterance, base } = turned;
  const isAsked = has(utterance, 'beside-note') && (base?.small || base?.large);
  if (!base || !isAsked || !isBare(turned) || isElsewhere(utterance)) return [];
  const uses = marksOf(utterance, 'beside-note', 'compare', 'reset', 'wants', 'more', 'undo');
  return [moveReading({ ...turned, isReset: false }, base.moveBps, [], uses)];
};

/** `undo that`, `put it back`: one step back over the number kinds, and forth again. */
const stepBack = (turned: Turned): readonly Reading[] => {
  const { utterance, context, figures, numbers } = turned;
  const [undo] = marked(utterance, 'undo');
  // the first turn of all: what it changed is taken back
  const { small, large, ...plain } = numbers.move ?? {};
  const first =
    (small || large) && undo?.value === 'undo'
      ? { active: 'rate-move' as const, move: plain as RateMoveQuestion }
      : undefined;
  const before = context?.before ?? first;
  const isNumbered = figures.free.some((amount) => !overlaps(amount, undo ?? amount));
  if (!undo || !before || isNumbered || figures.changes.length > 0) return [];
  const uses = marksOf(utterance, 'undo', 'correction', 'reference', 'reset');
  if (hasAny(utterance, 'brief', 'advice', 'views', 'other', 'parameter', 'wants') || !isOnly(utterance, uses))
    return [];
  const asks: Question | undefined =
    before.active === 'compare-moves' ? before.compare : before.active === 'solve' ? before.solve : before.move;
  if (!asks) return [];
  const name = asks.kind === 'rate-move' ? moveButtonName(asks) : 'The one before';
  const isLast = context !== undefined && ['rate-move', 'compare-moves', 'solve'].includes(context.last.kind);
  return [
    {
      asks,
      name,
      how: 'exact',
      uses,
      ...(context?.stale && !isLast && { isOffer: true as const }),
      keeps: { isUndo: true },
    },
  ];
};

/** An assumption that is named, and from which nothing is taken, is asked about. */
const withoutUnread =
  (read: (turned: Turned) => readonly Reading[]) =>
  (turned: Turned): readonly Reading[] =>
    isUnread(turned) ? read(turned).map((one) => ({ ...one, isOffer: true as const })) : read(turned);

/** What goes on from the move asked about last. */
export const followUps = (turned: Turned): readonly Reading[] =>
  [
    stepBack,
    withoutPart,
    anotherAgain,
    summedUp,
    besideNote,
    setBack,
    otherwise,
    meantFor,
    ...[scaled, turnedRound, otherCompany, inTerms].map(withoutUnread),
  ].flatMap((read) => read(turned));
