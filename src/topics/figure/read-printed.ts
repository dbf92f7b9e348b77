import {
  type Amount,
  hasAny,
  isMadeOf,
  lexiconOf,
  type Mark,
  numbersIn,
  phrasesOf,
  placesOf,
  type Search,
  type Slot,
  searchOf,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Figure, Library } from '../../notes/index.ts';
import type { Context } from '../context.ts';
import { claimsById } from '../figure-subjects.ts';

type Place = Pick<Mark, 'from' | 'to'>;
interface Printed {
  readonly ids: readonly string[];
  readonly uses: readonly Place[];
}

const LAST_YEAR = 2050;
const MOST_FOUND = 4;
/** With two digits behind the point a number is so exact that it can be no size of a move. */
const EXACT = /^\$?\d[\d,]*\.\d{2,}$/;
/** Cuts of the two runs of the example, basis points. */
const RUNS: readonly number[] = [100, 200];
const POINTED_UNITS: ReadonlyMap<string, string> = new Map([
  ['%', '%'],
  ['x', '×'],
]);
const QUARTERS = /\.(?:25|50|75|00)$/;

const TRILLION = /^(?:trn|tn|tr|trillions?|trill|t)$/;

const ASKS = lexiconOf({
  asks: {
    asks: 'for the|for a|is that right|right|correct|true|does that tie out|ties out|where does|where do|where is|come from|comes from|from|which note|who says|who said|who prints|says|said|what is|whats|what does|note|notes|number|figure|print|prints|printed|mean|refer to|about|stand for|in the notes|how do you get|how d you get|how dyou get|dyou get|how do you arrive there|how d you arrive there|arrive there|arrive at|how did they get|you get|how come|please|exactly|s|of',
    pointed:
      'where|wheres|thing|bit|of what|what is|whats|what was|where is|where does|where do|which note|who says|who said|what does|stand for|refer to|about what|per what',
  },
});

const numbersOf = ({ printed }: Figure): readonly string[] =>
  printed.replace(/(?<=\d) (?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
const figuresOf = ({ claims }: Library): readonly Figure[] => claims.flatMap(({ figures }) => figures);

const PRINTS =
  /\b(?:print|prints|printed|get|gets|got|have|had|say|says|said|show|showed|quote|quoted|put|give|gave)\b/;
const OF_RUN = /^(?:number|figure|note|cuts?|bps?|lift|pct)$/;

/** `what did J print for 200`: what the example's author prints of that run, for both companies. */
const ofRun = (utterance: Utterance, library: Library): Printed | undefined => {
  const [number, other] = numbersIn(utterance).filter(({ kind }) => kind !== 'note');
  const who = [...slotsOf(utterance, 'who'), ...slotsOf(utterance, 'note')];
  const isWhole = isMadeOf(utterance, [...who, ...(number ? [number] : []), ...placesOf(utterance, PRINTS)], OF_RUN);
  if (
    number?.kind !== 'amount' ||
    other ||
    new Set(who.map(({ value }) => value)).size !== 1 ||
    !isWhole ||
    !PRINTS.test(utterance.joined)
  )
    return undefined;
  const isOfBps = (number.unit === undefined || number.unit === 'bp') && RUNS.includes(number.value);
  const claims = library.claims.filter(({ note }) =>
    [note.number, note.id, note.publisher, note.author.name].includes(who[0]?.value ?? ''),
  );
  const ids = claims.flatMap(({ figures }) => figures.map(({ id }) => id));
  const lifts = isOfBps ? ids.filter((id) => id.endsWith(`-lift-${number.value}`)) : [];
  return lifts.length > 0 ? { ids: lifts, uses: [wholeOf(utterance)] } : undefined;
};

/** `8.78`, `where does 2,453.36 come from`: so exact a number that the notes print is that figure. */
export const printedIn = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): Printed | undefined => {
  const lifts = ofRun(utterance, library);
  if (lifts) return lifts;
  const [number, run, third] = numbersIn(utterance);
  if (number?.kind !== 'amount' || third || context?.wants === 'size') return undefined;
  // "17.55 for the 200?": of the second run of the example
  const isOfRun = run?.kind === 'amount' && RUNS.includes(run.value);
  if (run !== undefined && !isOfRun) return undefined;
  // behind the ratio it is another level
  if (context?.last.kind === 'ratio' || context?.last.kind === 'rotation') return undefined;
  const typed = utterance.typed
    .slice(number.start, number.end)
    .replace(/ ?%| ?(?:x|times|percent|million|m|mn)$/, '')
    .trim();
  const { all, has } = phrasesOf(utterance, ASKS);
  const left = utterance.words.filter(
    (_, at) =>
      ![number, ...(run ? [run] : [])].some(({ from, to }) => from <= at && at < to) &&
      utterance.tokens[at]?.kind !== 'sign' &&
      !all.some(({ from, to }) => from <= at && at < to),
  );
  const isExact = EXACT.test(typed) && !QUARTERS.test(typed) && left.length <= 2;
  // "29% of what", "what is the 6.5x thing"
  const isAlone = left.every((word) => /^(?:the|a|that|this|it|in|one)$/.test(word));
  const unit = has('asks', 'pointed') && isAlone ? POINTED_UNITS.get(number.unit ?? '') : undefined;
  // "the 2453 thing": no year, and the points of an index
  const isLevel = number.unit === undefined && number.value > LAST_YEAR && has('asks', 'pointed') && isAlone;
  if (number.unit === 'bp' || !(isExact || isLevel || unit)) return undefined;
  const digits = typed.replace(/[$,]/g, '');
  const printing = figuresOf(library).filter(
    (figure) =>
      numbersOf(figure).some((one) => one === digits || (isLevel && Math.trunc(Number(one)) === number.value)) &&
      (isExact || isLevel || figure.unit === unit),
  );
  if (!isExact && printing.length > MOST_FOUND) return undefined;
  const ids = printing
    .map(({ id }) => id)
    .filter((id) => !isOfRun || id.endsWith(`-${run.value}`))
    .slice(0, MOST_FOUND);
  return ids.length > 0 ? { ids, uses: [number, ...(run ? [run] : []), ...all] } : undefined;
};

const remembered = new WeakMap<Library, Search>();

export const figuresSearch = (library: Library): Search => {
  const known = remembered.get(library);
  if (known) return known;
  const search = searchOf(
    library.claims.flatMap(({ figures, paraphrase }) =>
      figures.map(({ id, label, printed, value, unit, basis, period = '', asOf = '', creditedTo = '' }) => ({
        id,
        name: label,
        prints: `${printed} ${value} ${unit}`,
        about: [basis, period, asOf, id.replaceAll('-', ' '), creditedTo, paraphrase].join(' '),
      })),
    ),
  );
  remembered.set(library, search);
  return search;
};

const QUANTITY = lexiconOf({
  asks: {
    asks: 'how many|how much|how big|how large|how high|how low|how far|how long|how often|how old|number of|share of|size of|percentage of|percent of|what share|what percentage|what part|figure|what number',
  },
});

const SOURCED =
  /\b(?:where ?s? (?:is |does |did )?(?:that|this|it|the number|the figure|you get that)? ?(?:come |coming )?from|where from|whats the source|source|whose (?:claim|number|figure|call|line|is (?:it|that))|who (?:says?|said|has|claims?|claimed|prints?|wrote)(?: (?:that|so|it|this))?|says who|(?:which|what) note(?: (?:says?|has|prints?))?)\b/;

/** `45% floating?? where's that from`: a number that the notes print of what is named beside it. */
export const sourcedIn = (utterance: Utterance, library: Library): readonly string[] => {
  const [number, other] = numbersIn(utterance);
  if (number?.kind !== 'amount' || other || !(number.unit === '%' || number.unit === 'x')) return [];
  const text = utterance.words.filter((_, at) => at < number.from || at >= number.to).join(' ');
  if (!SOURCED.test(text)) return [];
  const printing = figuresOf(library).filter(({ value, unit }) => value === inUnit(utterance, number, unit));
  const search = figuresSearch(library);
  const isPrinted = (id: string): boolean => printing.some((figure) => figure.id === id);
  const naming = text
    .replace(SOURCED, '')
    .split(' ')
    .filter((word) => /\w{3}/.test(word) && search(word, isPrinted).fits > 0);
  // "below 12x, whose claim": by its number, where nothing but whose it is is said beside it
  if (naming.length === 0 && printing.length <= MOST_FOUND && !hasAny(utterance, 'fed'))
    return printing.map(({ id }) => id);
  const { ids } = search(naming.join(' '), isPrinted);
  return naming.length > 0 && ids.length <= MOST_FOUND ? ids : [];
};

const FEWEST_TERMS = 2;

/** What free words resemble most among the figures; sure where a quantity is asked for and every word fits. */
export const searchFigures = (
  utterance: Utterance,
  library: Library,
  keeps: (id: string) => boolean,
): (Printed & { readonly isSure: boolean }) | undefined => {
  const asks = phrasesOf(utterance, QUANTITY).all;
  const isRate = slotsOf(utterance, 'direction').some(({ of }) => of === 'rate');
  const names = [...slotsOf(utterance, 'note'), ...slotsOf(utterance, 'who')];
  if (asks.length === 0 || isRate) return undefined;
  const outside = (at: number): boolean => ![...asks, ...names].some(({ from, to }) => from <= at && at < to);
  const { ids, isFull, terms } = figuresSearch(library)(
    utterance.words.filter((_, at) => outside(at)).join(' '),
    keeps,
  );
  const best = ids.slice(0, MOST_FOUND);
  if (best.length === 0 || terms < FEWEST_TERMS) return undefined;
  const values = figuresOf(library)
    .filter(({ id }) => best.includes(id))
    .map(({ value }) => value);
  const known = slotsOf(utterance, 'amount').filter(({ value }: Amount) => values.includes(value));
  const isSure = isFull && ids.length <= MOST_FOUND;
  return isFull ? { ids: best, uses: [...asks, ...names, ...known], isSure } : undefined;
};

export const figureOf = (id: string, library: Library): Figure | undefined =>
  claimsById(library)
    .get(id)
    ?.figures.find((one) => one.id === id);

/** A number as a figure's unit has it; undefined where it can be none of that. */
const inUnit = (utterance: Utterance, { unit, value, isFraction, to }: Amount, of: string): number | undefined => {
  const isTrillion = TRILLION.test(utterance.words[to] ?? '');
  if (of === 'US$ tn') return isTrillion ? value : unit === 'money' ? value / 1_000_000 : undefined;
  if (isTrillion) return undefined;
  if (of === '%') return isFraction ? value * 100 : unit === '%' || unit === undefined ? value : undefined;
  if (of === '×') return unit === 'x' || unit === undefined ? value : undefined;
  return of === 'count' && unit === undefined && Number.isInteger(value) ? value : undefined;
};

/** `whats the 6.3 trillion thing`: what a note prints in trillions, and nothing else here comes to. */
export const trillionsIn = (utterance: Utterance, library: Library): readonly string[] => {
  const [number, other] = numbersIn(utterance);
  if (number?.kind !== 'amount' || other || hasAny(utterance, 'fed')) return [];
  return figuresOf(library)
    .filter(({ unit, value }) => unit === 'US$ tn' && value === inUnit(utterance, number, unit))
    .map(({ id }) => id);
};

const MULTIPLE: Pick<Amount, 'kind' | 'unit' | 'sign' | 'isDecimal' | 'isPlural' | 'isFraction' | 'isSpelled'> = {
  ...{ kind: 'amount', unit: 'x', sign: '' },
  ...{ isDecimal: false, isPlural: false, isFraction: false, isSpelled: false },
};

/** `half the russell loses money, true?`: what the person takes a figure to be. */
export const claimIn = (utterance: Utterance, ids: readonly string[], numbers: readonly Slot[], library: Library) => {
  const [said, second] = numbers;
  const number: Amount | undefined =
    said?.kind === 'count' && said.of === 'time'
      ? { ...said, ...MULTIPLE }
      : said?.kind === 'amount'
        ? said
        : undefined;
  if (number === undefined || number.sign !== '' || second) return undefined;
  const taken = ids.flatMap((id) => {
    const figure = figureOf(id, library);
    const value = figure && inUnit(utterance, number, figure.unit);
    return value === undefined ? [] : [{ id, value, isSame: Math.abs(value - (figure?.value ?? 0)) < 1e-9 }];
  });
  const [only, other] = taken.some(({ isSame }) => isSame) ? taken.filter(({ isSame }) => isSame) : taken;
  const next = { from: number.from, to: Math.min(number.to + 1, utterance.tokens.length) };
  const isTrillion = TRILLION.test(utterance.words[number.to] ?? '');
  return only && !other ? { ...only, place: isTrillion ? next : number } : undefined;
};
