import { lexiconOf } from '../../language/index.ts';
import words from './words.json' with { type: 'json' };

/** Every one of the first with every one of the next: `small do vs big`. */
const joined = (...parts: readonly string[]): string =>
  parts
    .map((list) => list.split('|'))
    .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`)))
    .join('|');

/** `small do vs big`, `smalls fare against larges`. */
const ASKED_PAIRS = joined(
  'small|smalls|small caps|little|the small ones',
  'do|did|done|does|fare|fared|perform|performed|return|returned|relative|compared',
  'vs|v|versus|against|to|with',
  'big|bigs|large|larges|large caps|the big ones',
);

/** `has small beaten large`. */
const BEATEN_PAIRS = joined(
  'small|smalls|small caps|little|the small ones',
  'beat|beats|beaten|beating|outperformed|outperform|outperforming|lagged|lagging|led',
  'big|bigs|large|larges|large caps|the big ones',
);

/** `small actually beaten big`. */
const DOUBTED_PAIRS = joined(
  'small|smalls|small caps',
  'actually|really|ever|even|finally',
  'beat|beats|beaten|beating|outperformed|outperform|lagged|led',
  'big|bigs|large|larges|large caps',
);

/** `russell 2000 against the s&p 500`: indexes by their names are no companies. */
const NAMED_PAIRS = joined(
  'russell 2000|the russell 2000|russell|the russell|russell 2 k|russell 2k|rut|r2k|rty',
  'vs|v|versus|against|relative to|compared to|compared with',
  's&p 500|the s&p 500|s&p|the s&p|spx',
);

/** `the last rate cut`, `since they last raised rates`, `since rates went up`. */
const lastMoves = (nouns: string, did: string, were: string): string =>
  [
    joined('last|the last|latest|the latest|most recent|the most recent|their last|previous|final|the final', nouns),
    joined('last rate|the last rate|latest rate|most recent rate|the final rate|last fed|last interest rate', nouns),
    joined('since the|since the rate|since the fed', nouns.split('|', 1)[0] as string),
    joined('since|since the last time|the last time|last time', 'they|the fed|fed|powell|the fomc', did),
    joined('they last|the fed last|fed last|powell last|the fomc last', did),
    joined('since rates|since rates were|since rates last|since rates were last', were),
  ].join('|');
const CUT_LAST = lastMoves(
  'cut|reduction|easing',
  'cut|cut rates|eased|lowered|lowered rates|reduced rates|brought rates down|stopped cutting',
  'cut|lowered|reduced|came down|went down|fell',
);
const HIKED_LAST = lastMoves(
  'hike|rise|increase|raise|tightening',
  'hiked|hiked rates|raised|raised rates|tightened|put rates up|stopped hiking|stopped raising rates|finished hiking',
  'raised|hiked|went up|rose',
);

/** The words by which the ratio and its spans are asked about. */
export const SPAN_WORDINGS = lexiconOf({
  ...words,
  sinceLast: { ...words.sinceLast, cut: CUT_LAST, hike: [words.sinceLast.hike, HIKED_LAST] },
  subject: {
    ...words.subject,
    ratio: [...words.subject.ratio, ASKED_PAIRS, BEATEN_PAIRS, DOUBTED_PAIRS, NAMED_PAIRS],
    pair: NAMED_PAIRS,
  },
});
