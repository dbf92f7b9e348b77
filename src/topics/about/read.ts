import {
  hasAny,
  isBefore,
  isOnly,
  lexiconOf,
  matcherOf,
  type Phrases,
  type Place,
  phrasesOf,
  says,
  slotsOf,
  type Utterance,
  wholeOf,
} from '../../language/index.ts';
import type { Context } from '../context.ts';
import type { Question } from '../questions.ts';
import { exactly, type Reading, type ReadTopic } from '../reading.ts';
import { ABOUT_ASPECTS, type AboutAspect, TERMS } from './question.ts';
import words from './words.json' with { type: 'json' };

const ABOUT = lexiconOf(words);

/** A question about the product as a button asks it. */
export const ABOUT_NAMES: Readonly<Record<AboutAspect, string>> = {
  what: 'What this is',
  'can do': 'What can be asked',
  data: 'How fresh the data are',
  model: 'What the model leaves out',
  privacy: 'What is stored',
  terms: 'What the words mean',
};

/** The answers that are reckoned with the model. */
const OF_MODEL: ReadonlySet<Question['kind']> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'about']);

/** Whether the answer shown last is of the model: what is said against a model is said of that one. */
const isOfModel = (context: Context | undefined): boolean =>
  context !== undefined && !context.stale && OF_MODEL.has(context.last.kind);

/** A word alone asks for its meaning in so few tokens. */
const SHORT = 4;

const [BPS, PERCENT] = ['(?:bps?|basis points?)', '(?:%|pct|percent|percentages?|percentage points?|points?)'];
const SOME = '(?:[\\w.-]+ ){1,3}';
/** `whats 25 bps in percent`, `how many bps is half a percent`: one unit in the other. */
const CONVERTED = new RegExp(
  `^(?:(?:and|so|ok|hi|hey|pls) )*(?:(?:(?:whats?|s|is|are|convert|how much) )+(?:${SOME}${BPS} (?:in|as|to|into) (?:an? )?${PERCENT}|${SOME}${PERCENT} (?:in|as|to|into) ${BPS})|how many ${BPS} (?:in|is|are|makes?|make up) ${SOME}${PERCENT})(?: (?:pls|please|again|then|\\?))*$`,
);

/** `what does lift mean here`, `ok n bp?` behind it: what a word of the answers means. */
const termAsked = (utterance: Utterance, phrases: Phrases): Reading | undefined => {
  const [mark, other] = phrases.of('term');
  const isAsked = isBefore(phrases.of('defined', 'is'), phrases.of('jargon'), 0);
  // "ok n bp?"
  const isBare =
    phrases.has('jargon') &&
    utterance.tokens.length <= SHORT &&
    utterance.typed.trim().endsWith('?') &&
    !hasAny(utterance, 'index', 'sum') &&
    !says(utterance, /^(?:per|meetings)$/);
  const isDefined = phrases.has('defined', 'means', 'words') || isAsked || isBare;
  const uses = [...phrases.of('term'), ...phrases.of('defined'), ...phrases.of('jargon'), ...phrases.of('newcomer')];
  if (!isDefined || other || !isOnly(utterance, uses)) return undefined;
  const term = TERMS.find((one) => one === mark?.value);
  if (!term && !phrases.has('defined', 'words')) return undefined;
  return exactly(
    { kind: 'about', aspect: 'terms', ...(term && { term }) },
    term ? `What ${term} means` : ABOUT_NAMES.terms,
    [...uses, wholeOf(utterance)],
  );
};

/** What the notes have is as old as they are. */
const OF_NOTES = /^(?:views|figure|valuation|check|conflicts|notes)$/;
/** `three lines`: how long it is to be, which it is anyway. */
const FORMAT =
  /\b(?:in |just |only )?(?:a|one|two|three|four|five|six|[1-9]) (?:lines?|sentences?|bullets?|bullet points|words|points?)(?: please| max| tops)?\W*$/;

const MOST_WORDS = 14;
/** A single word asks for an aspect among so many. */
const FEW = 3;

/** What this is, what it can do, how fresh its data are, what its model leaves out, what is stored of a person. */
export const readAbout: ReadTopic = (utterance, context) => {
  const phrases = phrasesOf(utterance, ABOUT);
  const matches = matcherOf(utterance, phrases);
  const about = (aspect: AboutAspect, uses: readonly Place[] = phrases.all) => [
    exactly({ kind: 'about', aspect }, ABOUT_NAMES[aspect], uses),
  ];
  if (CONVERTED.test(utterance.joined))
    return [
      exactly({ kind: 'about', aspect: 'terms', term: 'basis point' }, 'What a basis point is', [wholeOf(utterance)]),
    ];
  // "is this the latest", behind views, is of their dates
  if (
    (matches('#number') && !FORMAT.test(utterance.joined)) ||
    (OF_NOTES.test(context?.last.kind ?? '') &&
      (matches('latest') || matches('fresh =this|=it') || /^(?:(?:and|so) )*as (?:of|at)\b/.test(utterance.joined)))
  )
    return [];
  const told = termAsked(utterance, phrases);
  if (told) return [told];
  // put together: "do you remember what i asked last week", "that is a big omission"
  const uses = [...phrases.all, ...slotsOf(utterance, 'date'), ...slotsOf(utterance, 'span')];
  if (utterance.words.length <= MOST_WORDS && isOnly(utterance, uses)) {
    const isKept = ['kept:kept kept:mine -#who', 'kept:others kept:seen =can'].some(matches);
    if (isKept) return about('privacy', uses);
    if (matches('fresh source -#who')) return about('data', uses);
    // "explain the gap" is of the two companies
    if (phrases.has('critique') && isOfModel(context) && !says(utterance, /^(?:why|explains?|drives)$/))
      return about('model', uses);
  }
  const [mark] = phrases.of('about').toSorted((one, other) => other.to - other.from - (one.to - one.from));
  const aspect = ABOUT_ASPECTS.find((one) => one === mark?.value);
  const isSaid = mark && (mark.to - mark.from > 1 || utterance.words.length <= FEW);
  if (!aspect || !isSaid || !matches('-#who -#note')) return [];
  // "new here (committee sec). what are you for": who asks is said in a sentence of its own
  const isAside = (at: number): boolean =>
    (phrases.has('newcomer') || mark.to - mark.from > FEW) &&
    utterance.soft[at] !== utterance.soft[mark.from] &&
    at < mark.from;
  const aside = utterance.words.flatMap((_, at) => (isAside(at) ? [{ from: at, to: at + 1 }] : []));
  const length = FORMAT.exec(utterance.joined)?.[0].trim().split(' ').length ?? 0;
  const format = { from: utterance.words.length - length, to: utterance.words.length };
  const said = [...phrases.all, ...aside, format];
  return isOnly(utterance, said) ? about(aspect, said) : [];
};
