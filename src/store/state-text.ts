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

/** How many records could not be read, by kind. */
export type LostRecords = Readonly<Partial<Record<'contexts' | keyof State, number>>>;

/**
 * Writes a state as text, one record a line. The text of a record is cached, since records are never mutated: with ten
 * thousand threads that halves the time.
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
 * Reads the text of a state, record by record: one that does not fit its schema is left out and counted. A thread whose
 * context cannot be read loses only that, so that a silenced thread stays silent.
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
