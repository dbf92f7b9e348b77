import { tongueOfProse } from '../../language/index.ts';
import { type Cast, castOf } from './cast.ts';
import type { ExtractedClaim, ExtractedNote, KnownNames, NoteHeader, ProposedStance } from './claim.ts';
import { proposedFigures } from './figures.ts';
import { floorsOf } from './floor.ts';
import { agencyIn, headerOf } from './header.ts';
import { conditionOf, horizonOf, topicsOf } from './outlook.ts';
import { type NoteParagraph, paragraphsOf } from './paragraphs.ts';
import { type VoicePart, voiceParts } from './parts.ts';
import type { Voice } from './people.ts';
import { isPresentList, type Present, presentIn } from './present.ts';
import { withoutQuotes } from './reference.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { SideModel } from './side-model.ts';
import { sideNamed } from './sides.ts';
import { attributionsOf } from './speakers.ts';
import { chancesInNote, stanceOf } from './stance.ts';
import { turnsOf } from './turns.ts';
import { FIRST_PERSON } from './words/speech.ts';

const FEWEST_WORDS = 5;
const wordCount = (text: string): number => text.split(/\s+/).length;

/** Orders to whatever reads the note: they are said to a program, and say nothing of markets. */
const ORDERS =
  /\b(?:ignore|disregard|forget|override)\b[^.;]{0,20}\b(?:your|previous|prior|above|earlier)\b[^.;]{0,30}\b(?:instructions?|rules|prompts?|guidelines)\b|\byou are now (?:in|an?)\b[^.;]{0,20}\b(?:mode|assistant|admin|AI|model)\b|^(?:system|assistant)(?: prompt)?:|\b(?:confirm|accept|approve|mark|tag) (?:every|each|all)\b (?:of (?:the|these) )?(?:claims?|views?|as)\b/i;

/** Tells of the note itself and of its voices together: whom it asked, that they agree, what stays to be watched. */
const NARRATES =
  /^(?:we|i) (?:spoke|talked|asked|met|turned|put)\b[^.;]{0,20}\b(?:to|with|desks?|strategists?|managers?|them)\b|^(?:all (?:of them|two|three|four|five|six)|both(?: of them)?|neither|they) (?:dis)?agrees?\b|^what (?:we|i) (?:would|will|are|am) watch|^readers (?:who|of|may|will|should)\b|\b(?:does|do|did) not (?:expect|foresee|see|think|believe|rule out) (?:either|it|so|that)\.?$/i;

/** Tells who somebody is and what is theirs, and nothing of what they think: `Mr Roe runs $2 billion and came in 2019.` */
const BIOGRAPHY =
  /^(?:(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?:\p{Lu}[\p{L}'’-]+ ?){1,3}|He |She )(?:runs|manages|oversees|looks after|heads|joined|founded|has (?:run|managed|covered|worked)|worked|sits on)\b(?!.*\b(?:expects?|believes?|thinks?|sees|says?|said|told|argues?|prefers?|favou?rs|bullish|bearish|neutral|(?:is|are|remains|stays) (?:over|under)weight)\b)/u;

const TOLD_US =
  /\b(?:told|tells|joined|joins|walked|gave) (?:us|me)\b|\b(?:s?he|they) (?:said|says|told|tells|thinks|argues|argued)\b/;

const STEPS =
  '(?:reason|argument|point|factor|pillar|theme|strand|leg|plank|question|topic|driver|consideration|thing|issue|matter)s?';
const MANY = '(?:two|three|four|five|six|several|some|many|a (?:few|number of|couple of|handful of))';
/** Says where the text has got to, and of what comes next no more than its name: `The second reason is earnings.` */
const SIGNPOSTS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:(?:and|but|then) )?(?:(?:the|our|my|his|her|their|a) )?(?:first|second|third|fourth|fifth|sixth|next|last|final|other|another) ${STEPS}(?: (?:here|for (?:this|that|our view|caution|optimism)))? (?:is|are|was|were|concerns?|comes? from|has to do with|lies? in|rests? on)(?: about)? (?!not\b|that\b|no\b|too\b|very\b|so\b)(?:(?:the|our|their|its|an?) )?(?:(?!\p{L}+(?:ing|ed|er)\b|(?:high|low|cheap|rich|weak|strong|poor|good|bad|less|more|thin)\b)[\p{L}&'-]+ ){0,2}(?!(?:high|low|cheap|rich|weak|strong|poor|good|bad|(?:s|l)ow(?:er)?|better|worse|higher|simple|wrong|right)\b)[\p{L}&'-]+[.:]$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:there (?:are|were)|(?:we|i) (?:have|had|see|give|offer)|(?:we|i) (?:think|say|hold|believe) (?:so|this|that) for|here are|this is for|this rests on) (?:our |the )?${MANY} (?:\p{L}+ )?${STEPS}(?: (?:for (?:this|that|our (?:view|caution)|caution|concern|optimism)|why|here|to (?:watch|weigh|consider)|behind (?:it|this|that|our view)))?[.:]$`,
    'iu',
  ),
  new RegExp(
    String.raw`^${MANY} (?:\p{L}+ )?${STEPS} (?:stand out|explain (?:it|this|that|why|our view)|support (?:it|this|that|our view)|matter(?: here| most)?|follow|lie behind (?:it|this|that)|drive (?:it|this|that|our view))[.:]$`,
    'iu',
  ),
  /^(?:(?:we|i|let (?:us|me)|let's)(?: will| shall)?(?: first| now)?|(?:to )?) ?(?:start|begin|turn|turning|starting|beginning) (?:first )?(?:with|to) (?:\p{L}+ ){0,2}\p{L}+[.:]$/iu,
];

/** Sentences that narrate, greet, point elsewhere, ask, or give orders to a program. */
const isIdle = ({ plain, quotes }: Sentence): boolean =>
  wordCount(plain) < FEWEST_WORDS ||
  (/\?["')]*$/.test(plain) && quotes.length === 0 && wordCount(plain) < 40 && !TOLD_US.test(plain)) ||
  /^(?:thank|welcome|good (?:morning|afternoon)|dear|sincerely|kind regards|see you)\b/i.test(plain) ||
  NARRATES.test(plain) ||
  BIOGRAPHY.test(plain) ||
  SIGNPOSTS.some((signpost) => signpost.test(plain)) ||
  ORDERS.test(plain);

/** Several who sign for a house speak as the house. */
const HOUSE_VIEW =
  /\b(?:(?:the|our) house view|the investment committee (?:has )?(?:come|came|decided|agreed|expects|sees))\b/i;

const HOUSE_OPENING = 6;

const authorVoice = ({ author, publisher }: NoteHeader, house: string | undefined, cast: Cast): Voice => {
  // several reporters write in an agency's voice, and several authors of a house view in the house's
  if (house !== undefined && author?.includes(' and ')) return { kind: 'firm', name: null, firm: house, title: null };
  const person = author === undefined ? undefined : cast.personCalled(author);
  return {
    kind: author === undefined ? 'firm' : 'person',
    name: author ?? null,
    firm: publisher ?? person?.firm ?? null,
    title: person?.title ?? null,
  };
};

const signerOf = (name: string): Present => ({ name, initials: undefined, title: null, firm: null, isHost: true });

/** Where several people have the floor, none of them is the author of the whole. */
const withoutOne = (header: NoteHeader, floors: ReadonlyMap<NoteParagraph, Voice>): NoteHeader => {
  const holder = [...floors.values()].find(({ name }) => name === header.author);
  if (holder === undefined) return header;
  const { author: _, publisher, ...rest } = header;
  return { ...rest, ...(publisher !== undefined && publisher !== holder.firm && { publisher }) };
};

const LEAST_OWN = 0.15;
const OPENING = 4;

/** Whoever an interview without labels introduces: the one person of its opening, where much of the rest says `I` or `we`. */
const ownVoice = (sentences: readonly Sentence[], cast: Cast): Voice | undefined => {
  const own = sentences.filter(({ plain, quotes }) => quotes.length === 0 && FIRST_PERSON.test(plain)).length;
  if (own < LEAST_OWN * sentences.length) return undefined;
  // whoever has told us something is not who writes
  if (sentences.some((sentence) => TOLD_US.test(withoutQuotes(sentence)))) return undefined;
  // whoever is quoted there is somebody else
  const opening = sentences.filter(({ paragraph, quotes }) => paragraph.number <= OPENING && quotes.length === 0);
  const named = new Set(
    opening
      .flatMap(({ plain }) => cast.mentionsIn(plain))
      .map(({ voice }) => voice)
      .filter(({ kind, title }) => kind === 'person' && title !== null),
  );
  const [person] = named;
  return named.size === 1 ? person : undefined;
};

interface SidedPart {
  readonly part: VoicePart;
  readonly stance: ProposedStance;
  /** How sure the stance is, 0 to 1. */
  readonly confidence: number;
}
/** What is said of something else. */
const OPEN = { stance: 'unclear', confidence: 0.3 } as const;

/** A claim of a part; undefined where it says nothing of markets. */
const claimOf = (
  { part: { sentence, attribution, reading }, stance, confidence }: SidedPart,
  header: NoteHeader,
  onSize: ReadonlySet<string | null>,
  near: ReadonlySet<NoteParagraph>,
): ExtractedClaim | undefined => {
  const { voice, role } = attribution;
  const words = sentence.plain.slice(attribution.from, attribution.to);
  const topics = topicsOf(words);
  if (
    topics.length === 0 &&
    !reading.isOnSize &&
    !near.has(sentence.paragraph) &&
    (role === 'author' || voice.kind === 'group') &&
    !/\b(?:overweight|underweight|neutral|bullish|bearish)\b/i.test(words)
  )
    return undefined;
  const horizon = horizonOf(words, header.date);
  const isMentioned = role === 'speaker' && voice.name !== null && !onSize.has(voice.name);
  const weight = reading.isOnSize ? 1 : topics.length === 0 ? 0.25 : role === 'author' ? 0.4 : 0.6;
  return {
    text: sentence.text,
    paragraph: sentence.paragraph.number,
    speaker: voice.name,
    firm: voice.firm,
    title: voice.title,
    role: isMentioned ? 'mentioned' : role,
    stance,
    horizon: horizon?.label ?? null,
    horizonEnds: horizon?.ends ?? null,
    condition: conditionOf(words),
    topics,
    figures: proposedFigures(words),
    confidence: Math.round(100 * weight * attribution.confidence * (0.5 + 0.5 * confidence)) / 100,
  };
};

/** What can hold claims: prose and items, and headings only where a transcript has none of either. */
const isRead = (paragraph: NoteParagraph): boolean =>
  paragraph.kind === 'prose' && paragraph.number > 0 && !isPresentList(paragraph);

/**
 * Proposes the claims of a note. Pure: the same text and names give the same proposals. Nothing in the text is obeyed or
 * published; it is quoted, and a person confirms.
 *
 * @param text plain text, a line or a block a paragraph
 * @param known people and firms that the library has already
 * @param model what finds the sides; the committed one where it is left out
 */
export const extractClaims = (text: string, known: KnownNames, model?: SideModel): ExtractedNote => {
  const paragraphs = paragraphsOf(text);
  const counted = paragraphs.filter(({ number }) => number > 0).length;
  const language = tongueOfProse(text);
  if (language !== 'en')
    return { header: headerOf(paragraphs, known.firms), language, paragraphs: counted, claims: [] };
  const { sentences, present, turns: labels } = turnsOf(paragraphs.filter(isRead).flatMap(sentencesOf), paragraphs);
  const lines = [...paragraphs.filter((paragraph) => !isRead(paragraph)).map(({ plain }) => plain), ...present];
  const { author: byline, publisher = null } = headerOf(paragraphs, known.firms);
  const authors = byline?.split(/, | and /) ?? [];
  // authors together are of the house they sign for
  const signers = authors.length < 2 ? [] : authors.map(signerOf);
  const cast = castOf(sentences, lines, known, authors, [...presentIn(paragraphs), ...signers], publisher);
  const firms = [
    ...known.firms,
    ...new Set(sentences.flatMap(({ plain }) => cast.mentionsIn(plain)).flatMap(({ voice }) => voice.firm ?? [])),
  ];
  const floors = floorsOf(paragraphs, cast);
  const header = withoutOne(headerOf(paragraphs, firms), floors);
  const isHouse = paragraphs.slice(0, HOUSE_OPENING).some(({ plain }) => HOUSE_VIEW.test(plain));
  const writer = authorVoice(header, agencyIn(paragraphs) ?? (isHouse ? header.publisher : undefined), cast);
  const { turns, asked } = labels(cast, writer);
  const author = header.author === undefined && turns.size === 0 ? (ownVoice(sentences, cast) ?? writer) : writer;
  const held = new Map([
    ...sentences.flatMap((sentence) => {
      const voice = floors.get(sentence.paragraph);
      return voice === undefined
        ? []
        : [[sentence, { ...voice, firm: voice.firm ?? header.publisher ?? null }] as const];
    }),
    ...turns,
  ]);
  const attributions = attributionsOf(sentences, cast, author, held);
  // a note on small caps is on them where it names nobody
  const subject =
    sentences.filter(({ plain }) => sideNamed(plain.toLowerCase()) === 'small').length > sentences.length / 12
      ? 'small'
      : undefined;
  const parts = voiceParts(sentences, attributions, subject, model).filter(
    ({ sentence }) => !isIdle(sentence) && !asked.has(sentence),
  );
  const near = new Set(parts.filter(({ reading }) => reading.isOnSize).map(({ sentence }) => sentence.paragraph));
  const isNear = ({ sentence }: VoicePart): boolean => subject === 'small' || near.has(sentence.paragraph);
  const chances = chancesInNote(parts.filter(isNear));
  const sided = parts.map((part) => {
    const own = chances.get(part);
    return { part, ...(own === undefined ? OPEN : stanceOf(own)) };
  });
  const onSize = new Set(
    parts.filter(({ reading }) => reading.isOnSize).map(({ attribution }) => attribution.voice.name),
  );
  return {
    header,
    language,
    paragraphs: counted,
    // a note on other things is none, whatever it says of rates
    claims: onSize.size === 0 ? [] : sided.flatMap((one) => claimOf(one, header, onSize, near) ?? []),
  };
};
