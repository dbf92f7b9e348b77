import type { Question } from '../../../../topics/questions.ts';
import { namedIn } from '../../findings-named.ts';
import { MONTHS, SHORT_MONTHS } from '../../months.ts';
import { nonEmpty } from '../../non-empty.ts';
import { wordSet } from '../../tokens.ts';
import { isOfModel } from '../model/of-model.ts';
import { holdsOnly, whole, words } from '../patterns.ts';
import { asked, type Rule, type Said } from '../said.ts';
import { noteMeant } from './note-meant.ts';

/** Findings that stand behind an answer, or behind a figure that people ask back about. */
const OF_RATIO: [string, ...string[]] = ['002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi'];
const OF_SLIP: [string] = ['000-model-200-smallcap'];
const OF_SPELLING = 'omxsspi omxsscpi spelling';

const MOST_FOUND = 4;

/** The findings about the figures shown last. */
const ofFiguresShown = ({ context, library }: Said): Question | undefined => {
  const last = context?.last;
  if (last?.kind !== 'figure') return undefined;
  const findings = nonEmpty(namedIn(library).findingsOf(last.figures).slice(0, MOST_FOUND));
  return findings && { kind: 'check', findings };
};

const SPELLING = words`
  omxs?spi ... omxs?scpi | omxs?scpi ... omxs?spi | spell[ed|ing|s] ... omx\w*
`;

/** `is OMXSSPI spelled right?` */
export const spelling: Rule = ({ text, library }) => {
  const findings = SPELLING.test(text) ? nonEmpty(namedIn(library).findings.find(OF_SPELLING, 1)) : undefined;
  return findings && asked({ kind: 'check', findings });
};

const SLIP = words`17 5(5|6)`;

/** `17.55?`: the rounding slip of note 000, by its figure. */
export const slip: Rule = ({ text }) => (SLIP.test(text) ? asked({ kind: 'check', findings: OF_SLIP }) : undefined);

const THAT_TRUE = whole`
  [so|but|and|hmm|wait|ok]* (is|are|was|were|does|do|did) (that|this|it|they|those|these|she|he)
    [figure|number|date|claim] [really|actually|even] (true|right|correct|accurate|wrong|hold up|reliable|so)
  really | are you sure | you sure | sure about that | is that so | true | correct
`;

/** `is that true?` of what was shown last. */
export const thatTrue: Rule = (said) => {
  const last = said.context?.last;
  if (!THAT_TRUE.test(said.text) || last === undefined) return undefined;
  if (isOfModel(last)) return asked({ kind: 'source', of: last });
  const [note] =
    last.kind === 'notes' ? [last.note] : last.kind === 'views' && last.notes?.length === 1 ? last.notes : [];
  if (note !== undefined) return asked({ kind: 'check', note });
  if (last.kind === 'ratio') return asked({ kind: 'check', findings: OF_RATIO });
  const shown = ofFiguresShown(said);
  return shown && asked(shown);
};

const CHECK = words`
  # check it
  check | verify | verified | fact ?check | audit | double check | test | confirm | confirmed | prove | proof | match
  matches | against the record | the record | in reality | in fact
  # is it right
  right | correct | true | accurate | accuracy | valid | legit | reliable | trust | trustworthy | holds? up | stand up
  (really|actually)(?!\s(think|say|believe|mean|like|see|expect)) | seriously | sure about | can that be | is it so
  # is it wrong
  wrong | incorrect | false | fake | bogus | mistake | mistakes | error | errors | misstat\w* | misprint\w* | debunk\w*
  exaggerat\w* | hallucinat\w* | dubious | suspicious | fishy | sceptical of | doubtful about | i doubt
  (not|hard to|can i|can not|cannot|should i) believe
  looks? (off|wrong|odd|high|low|strange|weird) | sounds (off|wrong|high|low)
`;

/** May is left out: it is a verb more often than a month. */
const DAYS = [...SHORT_MONTHS, ...MONTHS].filter((month) => month !== 'may').join('|');
const STARTS = 'so|but|and|wait|hang on|hmm';
const VERB = 'did|was|were|has|had|have|is|isn t|is not|wasn t|didn t|did not|are';

/** Whether something happened, and when. */
const DID = words`
  ^[${STARTS}]* (${VERB}) ... ((19|20)\d\d|${DAYS}|christmas|yesterday|ever|first|record|0 \d+|\d+ %)
  did the fed | when was the (first|last|50|25) | what (was|did) the (real|actual|true)
`;

/** Who says nothing else asks for everything: `which claims are wrong`. */
const EVERYTHING = wordSet(`
  is are was were do does can could have has got get be made make contain contains which what how any many much so and
  or not by in of with about there against i we you your it them the these those all please show list me check verify
  fact factcheck everything every figure figures facts numbers claim claims statement statements note notes article
  articles author authors analyst analysts record match matches wrong right correct true accurate accuracy error
  errors mistake mistakes reliable trust trusted agree worst biggest most serious one ones flag flags flagged problem
  problems issue issues
`);
const OF_CLAIMS = words`
  notes? | figures? | facts? | numbers? | claims? | everything | errors? | mistakes? | wrong | check | statements?
  flags?
`;
const NOTE_NAMED = /\bnote \d+\b|\b00\d\b/g;

/** True where the words ask for all that can be checked, in a note or in all of them. */
const asksForAll = (text: string, note: string | undefined): boolean => {
  const rest = text.replace(NOTE_NAMED, ' ').replace(/\s+/g, ' ').trim();
  return (rest === '' || holdsOnly(EVERYTHING, rest)) && (note !== undefined || OF_CLAIMS.test(text));
};

/** `did the S&P gain 26% in 2023?`, `what did the notes get wrong?`: held against the record. */
export const check: Rule = (said) => {
  const { text, plain, library } = said;
  const isCheck = CHECK.test(text);
  if (!isCheck && !DID.test(text)) return undefined;
  const note = noteMeant(said);
  const ofNote: Question = { kind: 'check', ...(note !== undefined && { note }) };
  if (isCheck && asksForAll(text, note)) return asked(ofNote);
  const inNote = (id: string) => note === undefined || id.startsWith(note);
  const findings = nonEmpty(namedIn(library).findings.find(plain, MOST_FOUND).filter(inNote));
  if (findings) return asked({ kind: 'check', findings });
  const shown = ofFiguresShown(said);
  if (shown) return asked(shown);
  return note !== undefined && isCheck ? asked(ofNote) : undefined;
};
