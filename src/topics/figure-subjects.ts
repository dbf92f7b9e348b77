import { madeOnce, OMITTING, type Place, slotsOf, type Utterance } from '../language/index.ts';
import { type Claim, type Library, noteNumberOf } from '../notes/index.ts';

/** Whom multiples and other figures are of, by what they are called. */
export const FIGURE_SUBJECTS = {
  small:
    'the little un|little un|little guy|the little guy|little one|the little one|the small guy|small guy|tiddler|the tiddler|russell 2000|russell|r2k|rut|rty|iwm|small caps|smallcaps|small cap|smallcap|smalls|small|small ones|small one|small company|small companies|smaller companies|smallcap industries|small cap index|small cap stocks',
  large:
    'the big guy|big guy|big boy|the big un|big un|spoos|s&p 500|s&p|sp500|sp 500|spx|s and p|spy|snp|large caps|largecaps|large cap|largecap|larges|large|large ones|large one|big caps|large company|large companies|larger companies|largecap corporation|big one|big ones|mega caps',
  /** The index beside its equal weight. */
  regular:
    'cap weighted|cap weight|cap wtd|cap wt|market cap weighted|regular|the regular|regular one|regular index|normal one',
  both: '2 firms|the 2 firms|two firms|the two firms|2 companies|the 2 companies|2 cos|the 2 cos|both indices|both indexes|two indices|two indexes|the two indices|both|both companies|the two companies|each|small and large|the two',
  ndx: 'nasdaq 100|nasdaq - 100|nasdaq|ndx|qqq|naz|nasdaq100',
  equal:
    'equal|equal - weight|equal - weighted|its equal - weighted version|equal weighted version|equal - weighted version|its equal weight version|equal wt|eq wt|equal wtd|equal weighting|equal weight|equal weighted|equally weighted|equal weight s&p|equal weighted s&p|equal weight s&p 500|equal weighted s&p 500|average stock|s&p equal weight|s&p 500 equal weight|rsp',
  value: 'russell 2000 value|russell value|r2k value|rut value|value index|small cap value|value stocks|value',
  seven:
    'mag 7|mag7|magnificent 7|magnificent seven|mag seven|the seven|seven giants|seven stocks|the giants|giants|big seven|m 7',
};

export const claimsById = madeOnce(
  ({ claims }: Library): ReadonlyMap<string, Claim> =>
    new Map(claims.flatMap((claim) => claim.figures.map(({ id }) => [id, claim] as const))),
);

/** Only figures of the notes, authors and speakers that the words name. */
export const byNames = (utterance: Utterance, library: Library): ((id: string) => boolean) => {
  const notes = slotsOf(utterance, 'note').map(({ value }) => value);
  const who = slotsOf(utterance, 'who').map(({ value }) => value);
  const claims = claimsById(library);
  return (id) => {
    const claim = claims.get(id);
    const isOfNote = notes.length === 0 || notes.includes(noteNumberOf(id));
    const names = claim && [claim.speaker, claim.firm, claim.note.publisher, claim.note.author.name];
    return isOfNote && (who.length === 0 || who.some((name) => names?.includes(name)));
  };
};

const LEFT_OUT = new RegExp(
  `^(?:(?:and|ok|but|so|just|,) )*(?:${OMITTING}|not|without|no|except|excluding|minus|other than|ex) (?:for )?(?:the )?$`,
);

/** `not the s&p`, `without the russell`: whether the one named there is not asked about. */
export const isNotMeant = ({ words }: Utterance, { from }: Place): boolean =>
  LEFT_OUT.test(`${words.slice(0, from).join(' ')} `);
