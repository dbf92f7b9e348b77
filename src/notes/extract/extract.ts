import { tongueOfProse } from '../../language/index.ts';
import { type Cast, castOf } from './cast.ts';
import type { ExtractedClaim, ExtractedNote, KnownNames, NoteHeader } from './claim.ts';
import { proposedFigures } from './figures.ts';
import { headerOf } from './header.ts';
import { conditionOf, horizonOf, topicsOf } from './outlook.ts';
import { type NoteParagraph, paragraphsOf, plainSigns } from './paragraphs.ts';
import type { Voice } from './people.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type Attribution, attributionsOf } from './speakers.ts';
import { type SizeSide, type StanceReading, stanceOf } from './stance.ts';
import { turnsOf } from './turns.ts';

const FEWEST_WORDS = 5;
const wordCount = (text: string): number => text.split(/\s+/).length;

/** Sentences that greet, point elsewhere or ask. */
const isIdle = ({ plain }: Sentence): boolean =>
  wordCount(plain) < FEWEST_WORDS ||
  (/\?["')]*$/.test(plain) && wordCount(plain) < 40) ||
  /^(?:thank|welcome|good (?:morning|afternoon)|dear|sincerely|kind regards|see you)\b/i.test(plain);

const authorVoice = ({ author, publisher }: NoteHeader, cast: Cast): Voice => {
  const person = author === undefined ? undefined : cast.personCalled(author);
  return {
    kind: author === undefined ? 'firm' : 'person',
    name: author ?? null,
    firm: publisher ?? person?.firm ?? null,
    title: person?.title ?? null,
  };
};

const FIRST_PERSON = /(?:^|[^\p{L}'])(?:I|we|We|my|My|our|Our|us)(?![\p{L}])/u;
const LEAST_OWN = 0.15;
const OPENING = 4;

/** Whoever an interview without labels introduces: the one person of its opening, where much of the rest says `I` or `we`. */
const ownVoice = (sentences: readonly Sentence[], cast: Cast): Voice | undefined => {
  const own = sentences.filter(({ plain, quotes }) => quotes.length === 0 && FIRST_PERSON.test(plain)).length;
  if (own < LEAST_OWN * sentences.length) return undefined;
  const opening = sentences.filter(({ paragraph }) => paragraph.number <= OPENING);
  const named = new Set(
    opening
      .flatMap(({ plain }) => cast.mentionsIn(plain))
      .map(({ voice }) => voice)
      .filter(({ kind, title }) => kind === 'person' && title !== null),
  );
  const [person] = named;
  return named.size === 1 ? person : undefined;
};

interface Part {
  readonly sentence: Sentence;
  readonly attribution: Attribution;
  readonly reading: StanceReading;
}

/** What joins a part to the rest of its sentence says nothing about the part. */
const JOIN = /^[,;\s]*(?:while|whereas|but|and|though|although|yet)\b\s*/i;

/** One voice's two views, where a sentence looks ahead differently far on the two sides of a `but`. */
const apart = (sentence: Sentence, attribution: Attribution): readonly Attribution[] => {
  const words = sentence.plain.slice(attribution.from, attribution.to);
  const at = words.search(/[,;]? (?:but|though|although|yet|while|whereas) /);
  if (at < 0) return [attribution];
  const [first, second] = [words.slice(0, at), words.slice(at)].map((half) => horizonOf(half, undefined)?.label);
  if (first === undefined || second === undefined || first === second) return [attribution];
  const middle = attribution.from + at;
  return [
    { ...attribution, to: middle },
    { ...attribution, from: middle },
  ];
};

/** Every voice's part of every sentence with its stance; a sentence takes up what the one before was about. */
const partsOf = (
  sentences: readonly Sentence[],
  attributions: ReadonlyMap<Sentence, readonly Attribution[]>,
  subject: SizeSide | undefined,
): readonly Part[] => {
  const parts: Part[] = [];
  let before: SizeSide | undefined = subject;
  let paragraph = 0;
  for (const sentence of sentences) {
    if (sentence.paragraph.number > paragraph + 1) before = subject;
    paragraph = sentence.paragraph.number;
    for (const attribution of attributions.get(sentence) ?? []) {
      for (const part of apart(sentence, attribution)) {
        const words = sentence.plain.slice(part.from, part.to);
        const reading = stanceOf(
          part.from > 0 || part.to < sentence.plain.length ? words.replace(JOIN, '') : words,
          before,
        );
        parts.push({ sentence, attribution: part, reading });
        before = reading.side ?? before;
      }
    }
  }
  return parts;
};

const voiceKey = ({ voice }: Attribution): string => voice.name ?? voice.firm ?? '';

const LEAST_LEAN = 2;
const CLEAR_OWN_LEAN = 0.6;
const TITLE_WEIGHT = 1.5;
const CLEAR_LEAN = 0.5;

const RATING = /\b(?:over|under)-?weight\b|\b(?:prefer|favou?r)(?:s|ed|ring)?\b[^.;]{0,60}\b(?:over|to|than)\b/i;
const sideOf = ({ reading }: Part): number =>
  reading.stance === 'bullish' ? 1 : reading.stance === 'bearish' ? -1 : 0;

/** The side that each voice takes on the whole, where it does: above zero for small caps. A rating decides by itself. */
const leansOf = (parts: readonly Part[], title: number): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(parts, ({ attribution }) => voiceKey(attribution))].map(([key, own]) => {
      const rated = new Set(
        own
          .filter(({ sentence }) => RATING.test(sentence.plain))
          .map(sideOf)
          .filter((side) => side !== 0),
      );
      const [rating = 0] = rated;
      if (rated.size === 1) return [key, rating] as const;
      // a view with an if says less of the whole
      const sides = own.map(
        (part) => sideOf(part) * part.reading.confidence * (conditionOf(part.sentence.plain) === null ? 1 : 0.4),
      );
      const isAuthor = own[0]?.attribution.role === 'author';
      const sum = sides.reduce((one, other) => one + other, isAuthor ? title : 0);
      const total = sides.reduce((one, other) => one + Math.abs(other), isAuthor ? Math.abs(title) : 0);
      const isClear = isAuthor
        ? Math.abs(sum) >= LEAST_LEAN && Math.abs(sum) >= CLEAR_OWN_LEAN * total
        : Math.abs(sum) >= 0.6 && Math.abs(sum) >= CLEAR_LEAN * total;
      return [key, isClear ? Math.sign(sum) : 0] as const;
    }),
  );

/** The next sentence takes it back: `Except that the 18 leaves out every company that loses money.` */
const isTakenBack = ({ sentence }: Part, sentences: readonly Sentence[]): boolean => {
  const next = sentences[sentences.indexOf(sentence) + 1];
  return next?.paragraph === sentence.paragraph && TAKING_BACK.test(next.plain);
};
const TAKING_BACK =
  /^["'(]*(?:Except\b|It is not supported|It isn't supported|The (?:record|evidence|history|faith) (?:is|says|does|suggests)|So they (?:are|were)\. |Perhaps\.|Nonsense|Not really|Not so fast|Not quite|Don't be fooled|Do not be fooled|Look (?:closer|again)|That is (?:wrong|misleading|not)|That's (?:wrong|misleading|not)|We (?:disagree|doubt it|are not convinced|think not)|I (?:disagree|doubt it|am not convinced|don't buy it))/;

const titleSide = (title = ''): number => {
  const { stance } = stanceOf(plainSigns(title), undefined);
  return stance === 'bullish' ? TITLE_WEIGHT : stance === 'bearish' ? -TITLE_WEIGHT : 0;
};

/** What would prove a view wrong. */
const OWN_RISK =
  /\brisks? (?:to|for) (?:our|this|the|that|my) (?:\w+ )?(?:view|call|position|case|thesis|forecast|recommendation|stance|trade|overweight|underweight)\b|\bwhat (?:would|could) (?:prove us|go) wrong\b|\bwe (?:would|could|may) be wrong\b/i;

const LEAN_CONFIDENCE = 0.35;
const LEAST_OWN_SCORE = 0.4;

/** What a sentence leaves open is read from the side its voice takes in the rest of the note, if surely not so surely. */
const leaning = (
  part: Part,
  lean: number,
  isReporter: boolean,
  isNear: boolean,
  sentences: readonly Sentence[],
): Part => {
  const { reading, attribution, sentence } = part;
  if (isTakenBack(part, sentences) && reading.isOnSize)
    return {
      ...part,
      reading: { ...reading, stance: reading.score > 0 ? 'bearish' : 'bullish', confidence: LEAN_CONFIDENCE },
    };
  if (reading.stance !== 'unclear') return part;
  const isOwn = attribution.role === 'author';
  if (isOwn && isReporter) return reading.isOnSize ? { ...part, reading: { ...reading, stance: 'neutral' } } : part;
  // said of small caps without their name
  if (!reading.isOnSize && isNear && Math.abs(reading.score) >= LEAST_OWN_SCORE && !isReporter)
    return {
      ...part,
      reading: { ...reading, stance: reading.score > 0 ? 'bullish' : 'bearish', confidence: LEAN_CONFIDENCE },
    };
  if (lean !== 0 && OWN_RISK.test(sentence.plain))
    return { ...part, reading: { ...reading, stance: lean > 0 ? 'bearish' : 'bullish', confidence: LEAN_CONFIDENCE } };
  if (lean === 0 || (isOwn && !reading.isOnSize && !isNear) || Math.sign(reading.score) === -lean) return part;
  return { ...part, reading: { ...reading, stance: lean > 0 ? 'bullish' : 'bearish', confidence: LEAN_CONFIDENCE } };
};

/** An author who never says `I` or `we` and quotes others reports. */
const isReporting = (parts: readonly Part[]): boolean => {
  const own = parts.filter(({ attribution }) => attribution.role === 'author');
  const first = own.filter(({ sentence }) => sentence.quotes.length === 0 && FIRST_PERSON.test(sentence.plain)).length;
  return first < 0.08 * own.length && parts.length - own.length > 0.25 * parts.length;
};

/** A claim of a part; undefined where it says nothing of markets. */
const claimOf = (
  { sentence, attribution, reading }: Part,
  header: NoteHeader,
  onSize: ReadonlySet<string | null>,
): ExtractedClaim | undefined => {
  const { voice, role } = attribution;
  const words = sentence.plain.slice(attribution.from, attribution.to);
  const topics = topicsOf(words);
  if (
    topics.length === 0 &&
    !reading.isOnSize &&
    (role === 'author' || voice.kind === 'group') &&
    !/\b(?:overweight|underweight|neutral|bullish|bearish)\b/i.test(words)
  )
    return undefined;
  const horizon = horizonOf(words, header.date);
  const isMentioned = role === 'speaker' && voice.name !== null && !onSize.has(voice.name);
  const weight = reading.isOnSize ? 1 : role === 'author' ? 0.4 : 0.6;
  return {
    text: sentence.text,
    paragraph: sentence.paragraph.number,
    speaker: voice.name,
    firm: voice.firm,
    title: voice.title,
    role: isMentioned ? 'mentioned' : role,
    stance: reading.stance,
    horizon: horizon?.label ?? null,
    horizonEnds: horizon?.ends ?? null,
    condition: conditionOf(words),
    topics,
    figures: proposedFigures(words),
    confidence: Math.round(100 * weight * attribution.confidence * (0.5 + 0.5 * reading.confidence)) / 100,
  };
};

/** What can hold claims: prose and items, and headings only where a transcript has none of either. */
const isRead = ({ kind, number }: NoteParagraph): boolean => kind === 'prose' && number > 0;

/**
 * Proposes the claims of a note. Pure: the same text and names give the same proposals. Nothing in the text is obeyed or
 * published; it is quoted, and a person confirms.
 *
 * @param text plain text, a line or a block a paragraph
 * @param known people and firms that the library has already
 */
export const extractClaims = (text: string, known: KnownNames): ExtractedNote => {
  const paragraphs = paragraphsOf(text);
  const counted = paragraphs.filter(({ number }) => number > 0).length;
  const language = tongueOfProse(text);
  if (language !== 'en')
    return { header: headerOf(paragraphs, known.firms), language, paragraphs: counted, claims: [] };
  const { sentences, turns: labels } = turnsOf(paragraphs.filter(isRead).flatMap(sentencesOf));
  const lines = paragraphs.filter((paragraph) => !isRead(paragraph)).map(({ plain }) => plain);
  const cast = castOf(sentences, lines, known);
  const firms = [
    ...known.firms,
    ...new Set(sentences.flatMap(({ plain }) => cast.mentionsIn(plain)).flatMap(({ voice }) => voice.firm ?? [])),
  ];
  const header = headerOf(paragraphs, firms);
  const author =
    header.author === undefined ? (ownVoice(sentences, cast) ?? authorVoice(header, cast)) : authorVoice(header, cast);
  const { turns, asked } = labels(cast, author);
  const attributions = attributionsOf(sentences, cast, author, turns);
  // a note on small caps is on them where it names nobody
  const subject =
    sentences.filter(({ plain }) => stanceOf(plain, undefined).side === 'small').length > sentences.length / 5
      ? 'small'
      : undefined;
  const read = partsOf(sentences, attributions, subject).filter(
    ({ sentence }) => !isIdle(sentence) && !asked.has(sentence),
  );
  const leans = leansOf(
    read.filter((part) => !isTakenBack(part, sentences)),
    titleSide(header.title),
  );
  const isReporter = isReporting(read);
  const near = new Set(read.filter(({ reading }) => reading.isOnSize).map(({ sentence }) => sentence.paragraph));
  const parts = read.map((part) =>
    leaning(
      part,
      leans.get(voiceKey(part.attribution)) ?? 0,
      isReporter,
      subject === 'small' || near.has(part.sentence.paragraph),
      sentences,
    ),
  );
  const onSize = new Set(
    parts.filter(({ reading }) => reading.isOnSize).map(({ attribution }) => attribution.voice.name),
  );
  return {
    header,
    language,
    paragraphs: counted,
    claims: parts.flatMap((part) => claimOf(part, header, onSize) ?? []),
  };
};
