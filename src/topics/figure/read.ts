import {
  isOnly,
  type Mark,
  marked,
  numbersIn,
  overlaps,
  type Phrases,
  phrasesOf,
  type SlotOf,
  says,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import type { Context } from '../context.ts';
import { byNames, claimsById, isNotMeant } from '../figure-subjects.ts';
import { exactly, LONGEST_NAME, type Reading, type ReadTopic } from '../reading.ts';
import {
  counterpartOf,
  FIGURES,
  figuresFor,
  idsOf,
  isOfExamples,
  measuresIn,
  measuresOf,
  SUBJECT_NAMES,
  subjectOf,
  subjectsIn,
  unprinted,
  yearOfFigure,
  yearSaid,
} from './read-measures.ts';
import { claimIn, figureOf, printedIn, searchFigures, sourcedIn, trillionsIn } from './read-printed.ts';

const MOST_FIGURES = 8;
/** So many words ask nothing but to go on from the figure before. */
const SHORT = 10;
/** As long as a word may be that is shown as not in the notes. */
const LONGEST_WORD = 40;
const labelOf = (id: string, library: Library): string => figureOf(id, library)?.label ?? '';

const nameOf = ([id = '']: readonly string[], library: Library): string =>
  labelOf(id, library).replace(' Industries', '').replace(' Corporation', '').slice(0, LONGEST_NAME);

/** What the notes print for others only: said so, with what there is beside it. */
const notPrinted = (
  measure: string,
  subject: string,
  uses: Reading['uses'],
  library: Library,
  year?: number,
): readonly Reading[] => {
  const [first = '', ...rest] = figuresFor(measure, []);
  const label = labelOf(first, library).replace(/^(?:Russell 2000|S&P 500|Magnificent Seven),? /, '');
  const word = `${measure === 'reported' ? 'reported ' : ''}${label} of ${SUBJECT_NAMES.get(subject) ?? 'that'}${year ? ` in ${year}` : ''}`;
  return [
    {
      asks: { kind: 'not-known', what: 'topic', ...(word.length <= LONGEST_WORD && { word }) },
      name: 'Not in the notes',
      how: 'exact',
      uses,
      others: [{ name: nameOf([first], library), question: { kind: 'figure', figures: [first, ...rest] } }],
    },
  ];
};

const asked = (
  ids: readonly string[],
  uses: readonly Pick<Mark, 'from' | 'to'>[],
  library: Library,
  more: Partial<Reading> = {},
): readonly Reading[] => {
  const [first, ...rest] = [...new Set(ids)].slice(0, MOST_FIGURES);
  return first === undefined
    ? []
    : [
        {
          asks: { kind: 'figure', figures: [first, ...rest] },
          name: nameOf(ids, library),
          how: 'exact',
          uses,
          ...more,
        },
      ];
};

/** The figure shown last, also where its source was asked for. */
const shown = (context: Context | undefined): readonly string[] => {
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  if (last === undefined) return [];
  if (last.kind === 'valuation') return [last.of, last.against];
  if (last.kind === 'check' && context?.figure) return [];
  return last.kind === 'figure' ? last.figures : [];
};

const lengthOf = ({ tokens }: Utterance): number => tokens.filter(({ kind }) => kind !== 'sign').length;

/** Whether the notes date a figure in that year. */
const isOfYear = (id: string, year: number, library: Library): boolean => {
  const [figure, claim] = [figureOf(id, library), claimsById(library).get(id)];
  return [id, figure?.asOf, figure?.period, claim?.note.date].some((one) => one?.includes(String(year)));
};

/** `vs history`, `ex loss makers`, behind a multiple: the notes print neither. */
const besideMultiple = (utterance: Utterance, context: Context | undefined): readonly Reading[] => {
  const word = context?.stale ? undefined : unprinted(utterance, shown(context)[0] ?? '');
  return word === undefined
    ? []
    : [
        exactly({ kind: 'not-known', what: 'topic', word }, 'Not in the notes', [
          wholeOf(utterance),
          ...utterance.slots,
        ]),
      ];
};

/** `and for large caps?`, `same for mag 7`, `and reported?`: what was shown last, of others or of another measure. */
const goingOn = (
  utterance: Utterance,
  phrases: Phrases,
  context: Context | undefined,
  library: Library,
): readonly Reading[] => {
  const [before] = shown(context);
  const { year, places } = yearSaid(utterance);
  const numbers = numbersIn(utterance).filter(({ from }) => !places.includes(from));
  const dated = utterance.slots.filter(({ from }) => places.includes(from));
  const uses = [...phrases.all, ...marked(utterance, 'reference'), ...marked(utterance, 'compare'), ...dated];
  const isDoubtful = context?.stale !== undefined ? { isOffer: true as const } : {};
  // "not the s&p", behind one or both
  const [first] = phrases.of('of');
  if (first && isNotMeant(utterance, first) && isOnly(utterance, [...uses, { from: 0, to: first.from }])) {
    const kept = shown(context).filter((id) => !subjectsIn(phrases).includes(subjectOf(id) ?? ''));
    return asked(kept, [wholeOf(utterance)], library, isDoubtful);
  }
  if (before === undefined || lengthOf(utterance) > SHORT || !isOnly(utterance, uses)) return [];
  if (numbers.length > 0) return [];
  const [subjects, [measure]] = [subjectsIn(phrases), measuresIn(phrases)];
  const unit = phrases.of('unit')[0]?.value;
  if (subjects.length === 0 && unit === undefined && year === undefined) return [];
  const kept = subjectOf(before);
  const whom = subjects.length > 0 || kept === undefined ? subjects : [kept];
  const own = measuresOf(before);
  const other = unit && own.map((one) => counterpartOf(one, unit === 'money')).find((one) => one !== undefined);
  if (other) return asked(figuresFor(other, whom), uses, library, isDoubtful);
  const isTurned = context?.last.kind === 'valuation' && year === undefined;
  if (measure !== undefined || isTurned) return [];
  const when = year ?? yearOfFigure(before);
  const same = own.find((one) => figuresFor(one, whom, when).length > 0);
  const ids = same === undefined ? [] : figuresFor(same, whom, when);
  // "what was it in 2000"
  if (year !== undefined && ids.length > 0 && !ids.some((id) => isOfYear(id, year, library)))
    return notPrinted(own[0] ?? '', whom[0] ?? '', uses, library, year);
  if (same !== undefined) return asked(ids, uses, library, isDoubtful);
  return notPrinted(own[0] ?? '', whom[0] ?? '', uses, library);
};

/** What is asked of a measure by its name. */
const named = (
  utterance: Utterance,
  phrases: Phrases,
  context: Context | undefined,
  library: Library,
): readonly Reading[] => {
  const measures = measuresIn(phrases);
  const isModel = measures.some(isOfExamples);
  const numbers = numbersIn(utterance).filter(
    (slot) =>
      !yearSaid(utterance).places.includes(slot.from) &&
      ![...phrases.of('measure'), ...phrases.of('of')].some(({ from, to }) => from <= slot.from && slot.to <= to),
  );
  const moves = slotsOf(utterance, 'direction').filter(({ of }) => of === 'rate');
  // "so the discount is" behind two multiples is theirs
  const isTheirs =
    measures.every((one) => one === 'discount') &&
    shown(context).some((id) => /-pe$/.test(id)) &&
    slotsOf(utterance, 'who').length + slotsOf(utterance, 'note').length === 0;
  // one to the Nasdaq is computed from two multiples, and not printed
  const isOfOthers =
    measures.every((one) => one === 'discount') && subjectsIn(phrases).some((one) => one === 'ndx' || one === 'equal');
  if (measures.length === 0 || measures.length > 3 || isTheirs || isOfOthers) return [];
  if (
    isModel &&
    (numbers.length > 0 || (moves.length > 0 && !phrases.has('measure', 'interest bill', 'interest after')))
  )
    return [];
  const dates = slotsOf(utterance, 'date');
  const { year: short, places: years } = yearSaid(utterance);
  // "now vs then": all there is
  const isOverTime =
    dates.length > 1 ||
    years.length > 1 ||
    utterance.words.some((word) => word === 'then' || (word === 'now' && dates.length > 0));
  const year = isOverTime ? 'any' : short;
  const isDots = measures.includes('dots');
  const isOfNote = ({ month, year }: SlotOf<'date'>): boolean => month === 9 && year === 2025;
  // "dots this time round" are those of a meeting to come
  if (isDots && /\b(?:this|next) (?:time|one)\b/.test(utterance.joined)) return [];
  if (
    isDots &&
    (dates.some((date) => date.month !== undefined && !isOfNote(date)) || slotsOf(utterance, 'who').length > 0)
  )
    return [];
  const before = shown(context)[0];
  const spoken = subjectsIn(phrases);
  const isWholeQuestion = phrases
    .of('asks')
    .some(
      (mark) =>
        !/^(?:then|now)$/.test(utterance.words[mark.from] ?? '') &&
        !phrases.of('measure').some((measure) => overlaps(measure, mark)),
    );
  const isShort = lengthOf(utterance) <= SHORT && !isWholeQuestion;
  // "what share does the note give it" behind one company's move
  const isIts = isModel && utterance.words.some((word) => /^(?:it|its|they|them|their)$/.test(word));
  const last = context?.last;
  const only = last?.kind === 'rate-move' || last?.kind === 'solve' ? last.only : undefined;
  const scope = isIts ? (only ?? (context?.scope === 'both' ? undefined : context?.scope)) : undefined;
  const kept = before && isShort ? subjectOf(before) : scope;
  const subjects = spoken.length > 0 || kept === undefined ? spoken : [kept];
  // of a company by its words; alone such words may stand for anything
  if (isModel && subjects.length === 0 && !phrases.has('asks') && utterance.words.length > 2) return [];
  const isIn = byNames(utterance, library);
  const ids = measures.flatMap((measure) => figuresFor(measure, subjects, year)).filter(isIn);
  const names = [...slotsOf(utterance, 'note'), ...slotsOf(utterance, 'who')];
  const isDated = ids.some((id) => yearOfFigure(id) === short) || isDots;
  const used = utterance.slots.filter(({ from }) => isDated && years.includes(from));
  const claim = isModel ? undefined : claimIn(utterance, ids, numbers, library);
  const claimed = claim ? [claim.place] : [];
  const uses = [
    ...phrases.all,
    ...names,
    ...used,
    ...claimed,
    ...marked(utterance, 'reference'),
    ...marked(utterance, 'document'),
  ];
  const isWhole = isOnly(utterance, [...uses, ...dates, ...numbers, ...marked(utterance, 'ratio')]);
  const [measure = ''] = measures;
  const isOwned = idsOf(measure).some((id) => subjectOf(id) !== undefined);
  // "has the russell made new highs this year" is of the closes
  const isOfCloses = measure === 'highs' && dates.length > 0;
  if (ids.length === 0 && isWhole && isOwned && !isOfCloses && names.length === 0 && subjects.length === 1 && !isModel)
    return notPrinted(measure, subjects[0] ?? '', uses, library);
  // "then and now": a figure of one day answers half of it
  const isHalf = ids.length === 1 && /\bthen (?:and|n|vs?) (?:now|later)\b/.test(utterance.joined);
  const more = isWhole && ids.length > 0 && !isHalf ? {} : { isOffer: true as const };
  if (claim === undefined) return asked(ids, uses, library, more);
  return asked([claim.id], uses, library, more).map((one) => ({
    ...one,
    asks: { kind: 'figure', figures: [claim.id], claimed: claim.value },
  }));
};

const RISEN = /^(?:bounc|rebound|rall|ris|rose|gain|up$|note|print|said|says|report|climb|far$|much$)/;

/** Any figure that a note prints, by its name, by whom it is of, or as it is printed: `fwd pe of r2k`, `8.78`. */
export const readFigure: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, FIGURES);
  const beside = besideMultiple(utterance, context);
  if (beside.length > 0) return beside;
  const printed = printedIn(utterance, context, library);
  if (printed) return asked(printed.ids, printed.uses, library);
  const sourced = sourcedIn(utterance, library);
  if (sourced.length > 0) return asked(sourced, [wholeOf(utterance)], library);
  const trillions = phrases.has('measure') ? [] : trillionsIn(utterance, library);
  if (trillions.length > 0) return asked(trillions, [wholeOf(utterance)], library);
  const isInMeasure = (one: Mark): boolean =>
    phrases.of('measure').some(({ from, to }) => from <= one.from && one.to <= to);
  const isOther = marked(utterance, 'other').some(
    (one) => !phrases.all.some(({ from, to }) => one.from < to && from < one.to),
  );
  if (isOther || !phrases.of('beside').every(isInMeasure) || slotsOf(utterance, 'clock').length > 0) return [];
  // "russell since the april low" is of the closes
  const isRise = phrases.has('measure', 'rebound') && says(utterance, RISEN);
  if (slotsOf(utterance, 'span').length > 0 && !isRise) return [];
  const turned = goingOn(utterance, phrases, context, library);
  if (turned.length > 0) return turned;
  const byMeasure = named(utterance, phrases, context, library);
  if (byMeasure.length > 0) return byMeasure;
  const found = searchFigures(utterance, library, byNames(utterance, library));
  return found ? asked(found.ids, found.uses, library, found.isSure ? { how: 'ranked' } : { isOffer: true }) : [];
};
