import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewsCommand } from '../../commands/views.ts';
import { type Facts, shippedFacts } from '../../src/facts/facts.ts';
import { type ClaimRecord, NOTE_TOPICS, type NoteFile, STANCES } from '../../src/notes/format.ts';
import { openStore } from '../../src/store/lowdb.ts';
import { answerTurn, renderTurn } from '../../src/surface/answer-turn.ts';
import { libraryOf, type TeamNotes } from '../../src/team-notes/kept-notes.ts';
import { type IsoDate, isoDate } from '../../src/units.ts';
import { SIDED_SENTENCES } from '../notes/extract/sided-sentences.ts';
import { median, NOW } from './core.ts';

const NOTES = 500;
const CLAIMS_A_NOTE = 20;
const FIRMS = 60;
const PEOPLE = 240;
const DAYS_APART = 2;
const DAY_MS = 86_400_000;
const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;

/** The workspace that the fake Slack knows. */
const TEAM = 'T1';

const dayBefore = (days: number): IsoDate =>
  isoDate(new Date(Date.parse(NOW) - days * DAY_MS).toISOString().slice(0, 10));
const nth = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
const words = (sentence: string, most: number): string => sentence.slice(0, most).trim();

const claimOf = (note: string, date: IsoDate, number: number, at: number): ClaimRecord => {
  const [, sentence = ''] = nth(SIDED_SENTENCES, at * 7);
  const id = `${note}-${number}`;
  const isView = number % 5 !== 0;
  return {
    id,
    ...(at % 3 > 0 && { speaker: `Ada Person${(at * 13) % PEOPLE}` }),
    firm: `House ${(at * 11) % FIRMS} Research`,
    kind: isView ? 'view' : 'fact',
    ...(isView && { stance: nth(STANCES, at), bearsOn: at % 2 ? 'any' : 'cut', short: words(sentence, 50) }),
    ...(number % 2 && {
      horizon: { label: 'next 12 months', ends: isoDate(`${Number(date.slice(0, 4)) + 1}${date.slice(4)}`) },
    }),
    topics: [nth(NOTE_TOPICS, at)],
    paraphrase: words(sentence, 300),
    quoted: true,
    figures: isView
      ? []
      : [
          {
            ...{ id: `${id}-1`, label: 'Russell 2000, forward price to earnings', value: 14 + (at % 9), unit: '×' },
            ...{ printed: `${14 + (at % 9)} times`, basis: 'forward 12 months', asOf: date },
          },
        ],
    locator: { paragraph: number },
  };
};

const fileOf = (at: number): NoteFile => {
  const number = `T${at + 1}`;
  const date = dayBefore((NOTES - at) * DAYS_APART);
  return {
    note: {
      ...{ id: `${number}-${date}`, title: `Size, the ${at + 1}th time`, publisher: `House ${at % FIRMS} Research` },
      ...{ author: { kind: 'unnamed' }, date, dateBasis: 'printed', added: { on: date, by: 'U1' } },
    },
    claims: Array.from({ length: CLAIMS_A_NOTE }, (_, claim) =>
      claimOf(number, date, claim + 1, at * CLAIMS_A_NOTE + claim),
    ),
  };
};

const notesOf = (): TeamNotes => ({
  notes: Array.from({ length: NOTES }, (_, at) => ({ file: fileOf(at) })),
  ...{ highest: NOTES, house: true, spellings: {} },
});

const TYPED = [
  '',
  ...STANCES,
  ...NOTE_TOPICS,
  'new',
  `since ${dayBefore(30)}`,
  'scored',
  'Person17',
  'House 5 Research',
  'note T400',
  'bearish on rates',
  'Calvasina',
];

const answered = (typed: string, facts: Facts): unknown => {
  const turn = viewsCommand.read(typed, facts.notes, { today: isoDate(NOW.slice(0, 10)) });
  return renderTurn(answerTurn(turn, facts));
};

export interface TeamLibraryTimes {
  /** From words to message, over everything that can be typed behind `/views`, none of it answered from memory. */
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** From the store's file to the message of the first `/views`. */
  readonly firstMs: number;
  /** The store's file. */
  readonly file: string;
}

/** A team's library of 500 notes and 10,000 claims. */
export const measureTeamLibrary = async (): Promise<TeamLibraryTimes> => {
  const folder = await mkdtemp(join(tmpdir(), 'rotation-desk-bench-'));
  const path = join(folder, 'desk.json');
  const open = () =>
    openStore({ path, now: NOW, report: ({ kind }) => Promise.reject(new Error(`the file is ${kind}`)) });
  try {
    const filling = await open();
    await filling.changeNotes(TEAM, notesOf, { user: 'U1', now: NOW });
    await filling.close();
    const began = performance.now();
    const store = await open();
    const kept = await store.notes(TEAM);
    if (kept === undefined) throw new Error('the notes were not kept');
    const facts = { ...shippedFacts(NOW), notes: libraryOf(kept) };
    answered('', facts);
    const firstMs = performance.now() - began;
    await store.close();
    const runs = TYPED.map((typed) => ({ typed, took: [] as number[] }));
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      for (const { typed, took } of runs) {
        const start = performance.now();
        answered(typed, facts);
        if (round >= 0) took.push(performance.now() - start);
      }
    }
    const bySlowness = runs.map(({ typed, took }) => ({ typed, ms: median(took) })).toSorted((a, b) => b.ms - a.ms);
    const medianMs = median(runs.flatMap(({ took }) => took));
    const [slowest = { typed: '', ms: 0 }] = bySlowness;
    const file = await readFile(path, 'utf8');
    return { medianMs, slowestMs: slowest.ms, slowest: slowest.typed || 'no words', firstMs, file };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
