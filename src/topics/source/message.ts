import {
  askButton,
  type ContainerBlock,
  context,
  escaped,
  foldedContainer,
  header,
  listed,
  type Message,
  noteDay,
  SLACK_LIMITS,
  screenReaderText,
  section,
  unbroken,
} from '../../message/index.ts';
import type { Publication } from '../topic.ts';
import type { CitedNote, SourceAnswer } from './answer.ts';

const counted = (count: number, one: string, several: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];

const title = ({ notes, publications, laws, records }: SourceAnswer): string => {
  const parts = [
    ...counted(notes.length, 'note', 'notes'),
    ...counted(publications.length, 'publication', 'publications'),
    ...counted(laws.length, 'law', 'laws'),
    ...counted(records.length, 'market or official record', 'market or official records'),
  ];
  return parts.length === 0
    ? 'That answer rests on no source: it states no figure and no view'
    : `That answer rests on ${listed(parts)}`;
};

const author = ({ note: { author: by, publisher } }: CitedNote): string =>
  [...(by.name ? [by.name] : []), ...(by.kind === 'AI agent' ? ['AI agent'] : []), publisher].join(', ');

/** `paras 25–90`, `paras 16, 24 and 33`. */
const paragraphs = (places: CitedNote['places']): string => {
  const spans = places.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  const isOne = places.length === 1 && places.every(({ from, to }) => from === to);
  return `${isOne ? 'para' : 'paras'} ${listed(spans)}`;
};

/** Each section with the paragraphs in it. */
const sectionsOf = ({ places }: CitedNote): readonly string[] => {
  const headings = [...new Set(places.map(({ heading }) => heading))];
  return headings.map((heading) => {
    const own = paragraphs(places.filter((place) => place.heading === heading));
    return heading === undefined ? `before the first heading, ${own}` : `“${heading.replace(/[.:]$/, '')}”, ${own}`;
  });
};

const dated = ({ note: { dateBasis, inferredFrom } }: CitedNote): string =>
  dateBasis === 'printed' ? 'The note prints its date.' : `The date is inferred. ${inferredFrom ?? ''}`.trim();

const noteLine = (cited: CitedNote): string => {
  const at = cited.places.length === 0 ? '' : ` · ${paragraphs(cited.places)}`;
  return `${author(cited)}, ${noteDay(cited.note)}${at}`;
};

const publicationWords = ({ name, month, gave }: Publication): string =>
  `${gave}: ${name}${month === undefined ? '' : `, ${month}`}`;

const link = ({ name, month, url, gave }: Publication): string =>
  `${escaped(gave)}: <${url}|${escaped(name)}>${month === undefined ? '' : `, ${month}`}`;

const places = ({ notes }: SourceAnswer): ContainerBlock | undefined => {
  if (notes.length === 0) return undefined;
  const texts = notes.map((cited) =>
    [
      `*${unbroken(`Note ${cited.note.number}`)}*  ${escaped(cited.note.title)}`,
      ...sectionsOf(cited).map((words) => escaped(words.charAt(0).toUpperCase() + words.slice(1))),
      escaped(dated(cited)),
    ].join('\n'),
  );
  return foldedContainer(
    'Sections and dates',
    texts.slice(0, SLACK_LIMITS.containerChildren).map((text) => section(text.slice(0, SLACK_LIMITS.sectionText))),
  );
};

/** Every note, publication and record an answer rests on; sections and how notes are dated are collapsed. */
export const renderSource = (answer: SourceAnswer): Message => {
  const { notes, records, question } = answer;
  const published = [...answer.publications, ...answer.laws];
  const heading = title(answer);
  const rows = [
    ...notes.map((cited) => `*${unbroken(`Note ${cited.note.number}`)}*  ${escaped(noteLine(cited))}`),
    ...(published.length > 0 ? [`*Published*  ${published.map(link).join('; ')}`] : []),
    ...(records.length > 0 ? [`*Record*  ${escaped(records.join('; '))}`] : []),
  ];
  const words = [
    ...notes.map((cited) => `Note ${cited.note.number}: ${noteLine(cited).replace(' · ', ', ')}.`),
    ...(published.length > 0 ? [`Published: ${published.map(publicationWords).join('; ')}.`] : []),
    ...(records.length > 0 ? [`Record: ${records.join('; ')}.`] : []),
  ];
  const folded = places(answer);
  const footer = [`Sources of answer ${answer.about}`, 'Not investment advice', `Answer ${answer.id}`];
  const buttons = [
    { label: 'The answer again', question: question.of },
    { label: 'All notes', question: { kind: 'notes' } } as const,
  ];
  return {
    text: screenReaderText(
      escaped(
        [
          `${heading}.`,
          ...words,
          ...(folded ? ['Sections and dates are folded in the message.'] : []),
          `${footer.join('. ')}.`,
        ].join(' '),
      ),
    ),
    blocks: [
      header(heading),
      ...(rows.length > 0 ? [section(rows.join('\n').slice(0, SLACK_LIMITS.sectionText))] : []),
      ...(folded ? [folded] : []),
      { type: 'actions', elements: buttons.map(askButton) },
      context(escaped(footer.join(' · '))),
    ],
  };
};
