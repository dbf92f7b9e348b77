import type { DatedView, Side } from '../../facts/index.ts';
import {
  askButton,
  type Block,
  context,
  day,
  dayNear,
  escaped,
  fitHeading,
  header,
  type Line,
  lineSentences,
  lines,
  listed,
  listedUpTo,
  type Message,
  plural,
  screenReaderText,
  section,
  textRun,
} from '../../message/index.ts';
import type { Offer } from '../../wording/index.ts';
import {
  affiliation,
  agesOf,
  CHECK,
  noteNumberOf,
  phraseText,
  STANCE_LABEL,
  shortName,
  viewLine,
  viewList,
} from '../../wording/index.ts';
import type { ViewsAnswer } from './answer.ts';
import { scoreWords } from './message-scored.ts';
import { counted, countedWord, leftOutWords, voicesOn } from './message-title.ts';
import type { ViewsQuestion } from './question.ts';

const LINES_A_SIDE = 4;
const MOST_TOLD = 3;
const MOST_NUMBERS = 5;

/** `Notes 000 to 004 and this workspace’s T1, T2`. */
const notesUsed = ({ own, sides }: ViewsAnswer): string => {
  const house = sides.some(({ voices }) => voices.some(({ claim }) => !own.some(({ id }) => id === claim.note.id)));
  const [newest] = own;
  const numbers = own.slice(0, MOST_NUMBERS).map(({ number }) => number);
  const more = own.length > numbers.length ? ` and ${own.length - numbers.length} more` : '';
  const added = newest?.added ? ` · ${newest.number} added by <@${newest.added.by}>, ${day(newest.added.on)}` : '';
  return `${house ? 'Notes 000 to 004 and this' : 'This'} workspace’s ${listed(numbers.toReversed())}${more}${added}`;
};

const footerOf = (answer: ViewsAnswer): string =>
  answer.own.length === 0
    ? 'Five analyst notes, toward small caps against large caps · Not investment advice'
    : `${notesUsed(answer)} · Toward small caps against large caps · Not investment advice`;

/** `Halden turns bullish`, `Norrgate is bearish`. */
const newsOf = (views: readonly DatedView[], { superseded }: ViewsAnswer): string => {
  const [first] = views;
  if (first === undefined) return '';
  const before = superseded.find(({ dated: { claim } }) => claim.voice === first.claim.voice);
  const stances = [...new Set(views.map(({ claim }) => claim.stance))];
  const verb = before && !stances.includes(before.dated.claim.stance) ? 'turns' : 'is';
  return `${shortName(first)} ${verb} ${listed(stances)}`;
};

const newIn = (sides: readonly Side[]): readonly DatedView[] =>
  sides.flatMap(({ voices }) => voices.filter(({ isNew }) => isNew));

/** What is new, where anything is; else how many there are. */
const title = (answer: ViewsAnswer, sides: readonly Side[]): string => {
  const plain = `${leftOutWords(answer)}${voicesOn(sides)} in the notes: ${counted(sides)}`;
  const news = newIn(sides);
  if (news.length === 0 || leftOutWords(answer) !== '') return plain;
  const told = [...Map.groupBy(news, ({ claim }) => claim.voice).values()].slice(0, MOST_TOLD);
  const views = `${countedWord(news.length)} new ${news.length === 1 ? 'view' : 'views'} since ${dayNear(answer.newSince, answer.asOf)}`;
  return fitHeading(`${views}: ${listed(told.map((some) => newsOf(some, answer)))}`, views);
};

const MOST_NAMED = 24;

/** Who is named on more than one side: `Kostin (bullish and bearish) and Beath (…)`. */
const onSeveral = (sides: readonly Side[]): readonly string[] => {
  const all = Map.groupBy(
    sides.flatMap(({ voices }) => voices),
    ({ claim }) => claim.voice,
  );
  const several = [...all.values()].flatMap(([first, second, ...more]) =>
    first && second
      ? [`${shortName(first)} (${listed([first, second, ...more].map(({ claim }) => claim.stance))})`]
      : [],
  );
  return several.length === 0
    ? []
    : [`Counted once, and named on each of their sides: ${listedUpTo(MOST_NAMED, several)}.`];
};

const headOf = (voices: readonly DatedView[]): string => {
  const fresh = voices.filter(({ isNew }) => isNew).length;
  return `${plural(voices.length, 'voice')}${fresh > 0 ? `, ${fresh} new` : ''}${agesOf(voices)}`;
};

/** Those for whom there is no line: `Also Lee, UBS and Franklin Templeton`. */
const also = ({ voices }: Side): string | undefined => {
  const rest = voices.slice(LINES_A_SIDE);
  return rest.length === 0 ? undefined : `Also ${listedUpTo(MOST_NAMED, rest.map(shortName))}`;
};

const sideBlock = (side: Side): Block => {
  const { stance, voices } = side;
  const rest = also(side);
  return {
    type: 'rich_text',
    elements: [
      ...viewList(STANCE_LABEL[stance], headOf(voices), voices.slice(0, LINES_A_SIDE)),
      ...(rest ? [{ type: 'rich_text_section' as const, elements: [textRun(rest)] }] : []),
    ],
  };
};

const offersUnderEverybody = (answer: ViewsAnswer, sides: readonly Side[]): readonly Offer[] => {
  const [newest] = answer.own;
  if (newest === undefined || leftOutWords(answer) !== '') return [...offersOfSides(sides, answer.question), CHECK];
  return [
    ...(newIn(sides).length > 0
      ? [{ label: 'New only', question: { kind: 'views', since: answer.newSince } } satisfies Offer]
      : []),
    ...offersOfSides(
      sides.filter(({ stance }) => stance === 'bullish' || stance === 'bearish'),
      answer.question,
    ),
    { label: 'Scored views', question: { kind: 'views', scored: true } },
    { label: `Check ${newest.number}`, question: { kind: 'check', note: newest.number } },
  ];
};

/** What a team's own notes have made of earlier views, and what the record says of them. */
const livingLines = ({ superseded, ledger, flaggedOwn, asOf }: ViewsAnswer): readonly Line[] => {
  const [score] = ledger?.scored ?? [];
  const [flag] = flaggedOwn;
  return [
    ...superseded.map(
      ({ dated, by }): Line => ({
        label: 'Superseded',
        words: `${dated.claim.voice}${affiliation(dated)}, ${dated.claim.stance} (${dated.claim.note.number}, ${dayNear(dated.claim.note.date, asOf)}), by its view of ${dayNear(by.note.date, asOf)}`,
      }),
    ),
    ...(score ? [{ label: 'Scored', words: scoreWords(score) } as const] : []),
    ...(flag
      ? [
          {
            label: 'Flag',
            words: `${flaggedOwn.length === 1 ? `1 figure or date of note ${noteNumberOf(flag.note)} is` : `${flaggedOwn.length} figures or dates of your own notes are`} wrong: ${flag.subject}${flag.flag ? `, ${phraseText(flag.flag)}` : ''}`,
          } as const,
        ]
      : []),
  ];
};

const offersOfSides = (sides: readonly Side[], { page: _, most: __, ...question }: ViewsQuestion): readonly Offer[] =>
  sides.map(
    ({ stance, voices }): Offer => ({
      label: voices.length > LINES_A_SIDE ? `All ${voices.length} ${stance}` : STANCE_LABEL[stance],
      question: { ...question, stances: [stance] },
    }),
  );

/** Everybody in the notes by stance: the same number of lines a side, and the names of the others. */
export const renderEverybody = (answer: ViewsAnswer): Message => {
  const sides = answer.sides.filter(({ voices }) => voices.length > 0);
  const several = onSeveral(sides);
  const living = leftOutWords(answer) === '' ? livingLines(answer) : [];
  const heading = title(answer, sides);
  const foot = footerOf(answer);
  // the one mention is markup of ours
  const footerMrkdwn = escaped(`${foot} · Answer ${answer.id}`).replace(/&lt;@(U\w+|W\w+)&gt;/g, '<@$1>');
  const blocks: Block[] = [
    header(heading),
    ...sides.map(sideBlock),
    ...several.map((words) => section(escaped(words))),
    ...(living.length > 0 ? [lines(living)] : []),
    { type: 'actions', elements: offersUnderEverybody(answer, sides).map(askButton) },
    context(footerMrkdwn),
  ];
  const said = (side: Side): string => {
    const { stance, voices } = side;
    const rest = also(side);
    const views = voices.slice(0, LINES_A_SIDE).map(viewLine).join('; ');
    return `${STANCE_LABEL[stance]}${agesOf(voices)}: ${views}.${rest ? ` ${rest}.` : ''}`;
  };
  const footer = `${foot.replace(/ · \S+ added by .*?(?= ·)/, '')}. Answer ${answer.id}.`;
  const text = [`${heading}.`, ...sides.map(said), ...several, ...lineSentences(living), footer].join(' ');
  return { text: screenReaderText(escaped(text)), blocks };
};
