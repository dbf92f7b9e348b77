import { hasAny, slotsOf, type Utterance, wholeOf } from '../../language/index.ts';
import { type Library, notesBy } from '../../notes/index.ts';
import { type Context, noteShown, numbersOf, shownIn } from '../context.ts';
import { exactly, type Reading } from '../reading.ts';
import { found, ofNote } from './read-shown.ts';

/** What somebody concludes from the answer shown last, and wants to hear confirmed. */

const LEAD = '(?:(?:and|so|ok|okay|right|then|hm+|ah|now|well|yes) |, )*';
const TAG = '(?:right|yes|yeah|yep|y|correct|no|ok|true|innit|eh|huh|isnt it|is it not)';
const NUMBER = '[-+]?(?:[$] ?)?\\d[\\d.,]*';
const UNIT = '(?:%|pct|percent|bps?|basis points|x|points?|m|mn|million|cuts?|hikes?)';

/** `thats 175 right`, `that makes 4.4%, yes?`: of a number that stands there. */
const THAT_IS = new RegExp(
  `^${LEAD}(?:(?:thats|that is|that s|thatll be|this is|its|it is|that was|makes|that makes|which makes|that comes to|comes to|that gives|i get|i make (?:it|that)|that adds up to|adds up to|total of|in total|totals|sums to) )+(?:about |roughly |only |just |a )*${NUMBER} ?${UNIT}?(?: (?:in all|in total|total|altogether|overall|then|up|down|(?:for|at|on) (?:the )?(?:small|smaller|large|larger|big|little|wee)(?: (?:one|company|co|cap|guy|firm))?|for (?:small|large)cap))*(?: ,)? ${TAG}\\W*$`,
);
/** `so 4.39 then, yes?`: no size of a move is said so. */
const SO_MUCH = new RegExp(`^(?:so|ok so|and so|right so|then) ${NUMBER} ?${UNIT}?(?: then)?(?: ,)? ${TAG}\\W*$`);

const NUMBERED: ReadonlySet<string> = new Set([
  'rate-move',
  'compare-moves',
  'solve',
  'method',
  'years',
  'fan',
  'fed-history',
  'fed',
  'rotation',
  'ratio',
  'valuation',
  'figure',
  'check',
]);
const OF_MODEL: ReadonlySet<string> = new Set(['rate-move', 'compare-moves', 'solve', 'method', 'years', 'fan']);

const MARKET =
  '(?:russell(?: 2000)?|r2k|rut|rty|iwm|small ?caps?|smalls|large ?caps?|stocks?|shares?|equities|prices?|the index|index|market|markets|s&p(?: 500)?|spx)';
const MOVES =
  '(?:up|down|higher|lower|gains?|rall(?:y|ies)|rises?|falls?|drops?|jumps?|climbs?|adds?|returns?|goes? up|goes? down|moves?|makes?|outperforms?)';
/** `so russell up 4% then?`: from net income at an example company to a price. */
const INDEX_MOVES = new RegExp(
  `\\b${MARKET}\\b(?: (?:should|will|would|must|to|is|are|be|go|goes|also|then|too|by|get|gets|going))* ${MOVES}\\b`,
);
const CONCLUDES = new RegExp(
  `^(?:and |ok |right |, )*(?:so|then|hence|thus|meaning|(?:that|this|which) means|means|implies)\\b|\\b(?:then|${TAG})\\W*$`,
);

/** `what lift did the note print for 200`: by the size of the cut. */
const PRINTED: ReadonlyMap<number, readonly string[]> = new Map([
  [100, ['000-model-100']],
  [200, ['000-model-200-smallcap', '000-model-200']],
]);
const PRINTS =
  /\b(?:prints?|printed|says?|said|ha[sd]|have|gives?|gave|puts?|shows?|showed|claims?|claimed|got|gets?)\b/;
const LIFT = /\b(?:lift|net income|gains?|effect|cuts?|boost|uplift|result|number|figure)\b/;
const IN_DOUBT = /\b(?:right|correct|true|accurate|check|ok|wrong|really)\b/;

const REST =
  /^(?:(?:and|so|ok|what about|how about|is|are) )*(?:the )?(?:rest|other (?:ones|numbers|figures|claims)|remaining ones) (?:of )?(?:his|her|their|its|the|that|those|that note|the note)?(?: (?:numbers?|figures?|claims?|stats|note|points?|stuff|data|piece))?(?: (?:any better|better|ok|okay|right|fine|correct|any good|too|hold up|holds up|check out|reliable|true|then|as bad|worse))*\W*$/;

const printedIn = (utterance: Utterance, library: Library): readonly Reading[] => {
  const [size, other] = slotsOf(utterance, 'amount');
  const { joined } = utterance;
  const isOfCut = size && other === undefined && (size.unit === 'bp' || size.unit === undefined);
  const ids = isOfCut ? PRINTED.get(size.value) : undefined;
  const isAsked = PRINTS.test(joined) && LIFT.test(joined) && IN_DOUBT.test(joined) && !hasAny(utterance, 'fed');
  return ids && isAsked && hasAny(utterance, 'document') ? found(ids, [wholeOf(utterance)], library) : [];
};

/**
 * A number confirmed, which shows the same answer once more; a conclusion about an index, which the model does not draw; the
 * rest of what somebody printed.
 */
export const readConcluded = (
  utterance: Utterance,
  context: Context | undefined,
  library: Library,
): readonly Reading[] => {
  const printed = printedIn(utterance, library);
  const last = context?.stale ? undefined : context?.last;
  if (printed.length > 0 || last === undefined) return printed;
  const { joined } = utterance;
  const whole = [wholeOf(utterance)];
  const amounts = slotsOf(utterance, 'amount');
  const isNumber = amounts.length <= 1 && slotsOf(utterance, 'date').every(({ month }) => month === undefined);
  const isSoMuch = SO_MUCH.test(joined) && (amounts.some(({ isDecimal }) => isDecimal) || !OF_MODEL.has(last.kind));
  if (NUMBERED.has(last.kind) && isNumber && (THAT_IS.test(joined) || isSoMuch))
    return [exactly(last, 'The same again', whole)];
  const isOfIndex =
    OF_MODEL.has(last.kind) &&
    amounts.length === 1 &&
    amounts.every(({ unit }) => unit === '%' || unit === undefined) &&
    slotsOf(utterance, 'span').length + slotsOf(utterance, 'date').length === 0 &&
    INDEX_MOVES.test(joined) &&
    (CONCLUDES.test(joined) || utterance.typed.trim().endsWith('?'));
  if (isOfIndex) {
    const { move: of } = numbersOf(context);
    return [
      exactly({ kind: 'method', aspect: 'companies', ...(of && { of }) }, 'Which two companies these are', whole),
    ];
  }
  const shown = shownIn(context);
  const note = shown && (noteShown(shown) ?? notesBy(shown.kind === 'views' ? (shown.who ?? []) : [], library)[0]);
  return note !== undefined && REST.test(joined) ? [ofNote(note, whole)] : [];
};
