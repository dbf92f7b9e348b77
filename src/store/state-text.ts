import type { z } from 'zod';
import {
  ClaimSchema,
  CountsSchema,
  DeliverySchema,
  FileSchema,
  LastToldSchema,
  NumbersSchema,
  SettingsSchema,
  StoredScheduleSchema,
  ThreadSchema,
  ThreadWithoutContextSchema,
  VoterSchema,
  withNumbers,
} from './schema.ts';
import type { State } from './state.ts';

/** What was left behind in reading, by what it was. */
export type LostRecords = Readonly<Partial<Record<'contexts' | keyof State, number>>>;

/**
 * The state as text, a line a record. A record is put into words once and remembered, since it is never changed: with ten
 * thousand threads this takes about half the time of putting all into words again.
 */
export const createStateSerializer = () => {
  const lines = new WeakMap<object, string>();
  const line = ([key, record]: readonly [string, object]): string => {
    const known = lines.get(record);
    if (known !== undefined) return known;
    const text = JSON.stringify([key, record]);
    lines.set(record, text);
    return text;
  };
  return (state: State): string => {
    const sections = Object.entries(state).map(
      ([name, records]: [string, ReadonlyMap<string, object>]) =>
        `"${name}":[${Array.from(records, line).join(',\n')}]`,
    );
    return `{"version":1,\n${sections.join(',\n')}}\n`;
  };
};

/**
 * Reads what a writer wrote, record by record: one that does not fit its schema is left out and counted. A thread whose
 * last question is of a kind not known here loses its context only, so that a thread told to be quiet stays quiet.
 *
 * @throws where the text is not JSON, or not the file of a store
 */
export const parseState = (text: string): { readonly state: State; readonly lost: LostRecords } => {
  const file = FileSchema.parse(JSON.parse(text));
  const lost: Record<string, number> = {};
  const lose = (what: keyof LostRecords) => {
    lost[what] = (lost[what] ?? 0) + 1;
  };
  const records = <T extends object>(name: keyof State, read: (record: unknown) => T | undefined): Map<string, T> => {
    const found = new Map<string, T>();
    for (const entry of file[name]) {
      const [key, raw] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
      const record = typeof key === 'string' ? read(raw) : undefined;
      if (typeof key !== 'string' || record === undefined) lose(name);
      else found.set(key, record);
    }
    return found;
  };
  const by =
    <T>(schema: z.ZodType<T>) =>
    (raw: unknown): T | undefined =>
      schema.safeParse(raw).data;
  const thread = (raw: unknown) => {
    const whole = by(ThreadSchema)(raw);
    if (whole) return whole;
    const rest = by(ThreadWithoutContextSchema)(raw);
    if (rest) lose('contexts');
    return rest;
  };
  return {
    state: {
      threads: records('threads', thread),
      claims: records('claims', by(ClaimSchema)),
      votes: records('votes', by(CountsSchema)),
      voters: records('voters', by(VoterSchema)),
      settings: records('settings', by(SettingsSchema)),
      schedules: withNumbers(records('schedules', by(StoredScheduleSchema))),
      numbers: records('numbers', by(NumbersSchema)),
      deliveries: records('deliveries', by(DeliverySchema)),
      marks: records('marks', by(LastToldSchema)),
    },
    lost,
  };
};
