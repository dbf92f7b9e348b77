import {
  askButton,
  type Block,
  type ContainerBlock,
  capitalized,
  context,
  escaped,
  foldedContainer,
  header,
  listed,
  type Message,
  noteSource,
  plural,
  SLACK_LIMITS,
  screenReaderText,
  section,
  unbroken,
} from '../../message/index.ts';
import type { Verdict } from '../../record/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  alternatives,
  CONFLICTS,
  findingMrkdwn,
  findingWords,
  foldedMrkdwn,
  nextPageOffer,
  noteNumberOf,
  pageLabel,
  VERDICT_LABEL,
} from '../../wording/index.ts';
import type { CheckAnswer } from './answer.ts';

/** `1 is wrong`, `2 are loose`, `5 agree`; the first names what is counted. */
const COUNTED: Record<Verdict, readonly [one: string, several: string]> = {
  disagrees: ['is wrong', 'are wrong'],
  conflicts: ['conflicts', 'conflict'],
  loose: ['is loose', 'are loose'],
  rounding: ['is off by rounding', 'are off by rounding'],
  differs: ['differs from another note', 'differ from other notes'],
  agrees: ['agrees', 'agree'],
  'cannot be checked': ['cannot be checked', 'cannot be checked'],
};

const FLAGGED: readonly Verdict[] = ['disagrees', 'conflicts', 'loose', 'rounding'];
const ORDER: readonly Verdict[] = [...FLAGGED, 'differs', 'agrees'];

/** @param where behind the noun, ` in the notes` */
const tally = ({ counts, question: { verdicts } }: CheckAnswer, where = ''): string => {
  const order = verdicts ?? ORDER;
  const isClean = FLAGGED.every((verdict) => counts[verdict] === 0);
  const counted = order
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict, at) => {
      const [one, several] = COUNTED[verdict];
      const noun = at > 0 ? '' : `${counts[verdict] === 1 ? 'statement' : 'statements'}${where} `;
      const record = verdicts && verdict === 'agrees' ? ' with the record' : '';
      return `${counts[verdict]} ${noun}${counts[verdict] === 1 ? one : several}${record}`;
    });
  if (counted.length === 0)
    return verdicts
      ? `nothing${where} ${alternatives(verdicts.map((one) => COUNTED[one][0]))}`
      : 'nothing that can be checked';
  return isClean && !verdicts ? `nothing wrong${where}, ${counted.join(', ')}` : counted.join(', ');
};

const title = (answer: CheckAnswer): string => {
  const { question, note, flagged, folded } = answer;
  const [only] = [...flagged.shown, ...folded];
  if (question.verdicts && !question.findings)
    return note ? `${unbroken(`Note ${note.number}`)}: ${tally(answer)}` : capitalized(tally(answer, ' in the notes'));
  if (only === undefined) return 'Nothing to check there';
  if (question.findings && flagged.total + folded.length === 1) {
    return `${unbroken(`Note ${noteNumberOf(only.note)}`)}, ${only.subject}: ${VERDICT_LABEL[only.verdict].toLowerCase()}`;
  }
  if (question.findings) {
    const others = flagged.total + folded.length - 1;
    return `${unbroken(`Note ${noteNumberOf(only.note)}`)}, ${only.subject}: ${VERDICT_LABEL[only.verdict].toLowerCase()}; and ${others} more`;
  }
  return note ? `${unbroken(`Note ${note.number}`)}: ${tally(answer)}` : capitalized(tally(answer, ' in the notes'));
};

/** Lines grouped into sections, as many in one as Slack accepts. */
const sectionsOf = (all: readonly string[]): readonly string[] => {
  const texts: string[] = [];
  for (const line of all) {
    const last = texts.at(-1);
    const isRoom = last !== undefined && last.length + line.length + 1 <= SLACK_LIMITS.sectionText;
    if (isRoom) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
};

const foldedTitle = ({ counts }: CheckAnswer): string =>
  [
    ...(counts.differs > 0 ? [`${counts.differs} ${COUNTED.differs[counts.differs === 1 ? 0 : 1]}`] : []),
    ...(counts.agrees > 0 ? [plural(counts.agrees, 'agrees', 'agree')] : []),
    ...(counts['cannot be checked'] > 0 ? [`${counts['cannot be checked']} cannot be checked`] : []),
  ].join(', ');

const foldedBlock = (answer: CheckAnswer): ContainerBlock | undefined => {
  const { folded, note } = answer;
  if (folded.length === 0) return undefined;
  const group = (verdict: Verdict, name: string): readonly string[] => {
    const lines = folded.filter((one) => one.verdict === verdict).map((one) => foldedMrkdwn(one, note === undefined));
    return lines.length === 0 ? [] : [`*${name}*`, ...lines];
  };
  const texts = [
    ...sectionsOf(group('differs', 'Differs from other notes')),
    ...sectionsOf(group('agrees', 'Agrees')),
    ...sectionsOf(group('cannot be checked', 'Cannot be checked')),
  ];
  return foldedContainer(foldedTitle(answer), texts.slice(0, SLACK_LIMITS.containerChildren).map(section));
};

const VERDICT_OFFERS: Record<Verdict, string> = {
  disagrees: 'Only the wrong',
  conflicts: 'Only conflicts',
  loose: 'Only the loose',
  rounding: 'Only rounding',
  differs: 'What differs',
  agrees: 'What agrees',
  'cannot be checked': 'What stays open',
};
const MOST_VERDICTS_OFFERED = 3;

/** The other verdicts beside one asked for, and those of a list of several parts. */
const byVerdict = ({ question, flagged, counts }: CheckAnswer): readonly Offer[] => {
  const { page: _, findings, verdicts, ...rest } = question;
  if (findings || (!verdicts && flagged.pages === 1)) return [];
  return [...ORDER, 'cannot be checked' as const]
    .filter((one) => counts[one] > 0 && !verdicts?.includes(one))
    .slice(0, MOST_VERDICTS_OFFERED)
    .map((one) => ({ label: VERDICT_OFFERS[one], question: { ...rest, verdicts: [one] } }));
};

const offers = (answer: CheckAnswer): readonly Offer[] => {
  const { question, note, flagged, folded } = answer;
  const notes = [...new Set([...flagged.shown, ...folded].map((finding) => noteNumberOf(finding.note)))];
  const number = note?.number ?? (notes.length === 1 ? notes[0] : undefined);
  const here: Offer[] =
    number === undefined
      ? []
      : [
          ...(note ? [] : [{ label: `Check note ${number}`, question: { kind: 'check', note: number } as const }]),
          { label: `Views in ${number}`, question: { kind: 'views', notes: [number] } },
        ];
  const all: Offer[] =
    number === undefined && !question.findings && !question.verdicts
      ? []
      : [{ label: 'Check all notes', question: { kind: 'check' } }];
  return [...nextPageOffer(flagged, question), ...byVerdict(answer), ...here, ...all, CONFLICTS];
};

/** Worst first, each with what follows from it; what agrees or cannot be checked is collapsed, unless the question asks for it. */
export const renderCheck = (answer: CheckAnswer): Message => {
  const { question, flagged, folded, note } = answer;
  const withNumber = note === undefined;
  const isChosen = question.findings !== undefined;
  const rows = isChosen ? [...flagged.shown, ...folded] : flagged.shown;
  const container = isChosen || flagged.page > 1 ? undefined : foldedBlock(answer);
  const heading = title(answer);
  const records = [...new Set(rows.flatMap(({ verdict, sources }) => (verdict === 'conflicts' ? [] : sources)))];
  const source = [
    ...(note ? [noteSource(note)] : []),
    ...(records.length > 0 ? [`Record: ${listed(records)}`] : []),
    ...pageLabel(flagged),
    'Not investment advice',
    `Answer ${answer.id}`,
  ];
  const blocks: Block[] = [
    header(heading),
    ...rows.map((finding) => section(findingMrkdwn(finding, withNumber))),
    ...(container ? [container] : []),
    { type: 'actions', elements: offers(answer).map(askButton) },
    context(escaped(source.join(' · '))),
  ];
  const text = [
    `${heading}.`,
    ...rows.map((finding) => findingWords(finding, withNumber)),
    ...(container ? [`${foldedTitle(answer)}; they are folded in the message.`] : []),
    `${source.join('. ')}.`,
  ].join(' ');
  return { text: screenReaderText(escaped(text)), blocks };
};
