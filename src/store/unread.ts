import type { IsoInstant } from '../units.ts';

/** What this version cannot read of a file, as after a downgrade: kept as it stands, and written back. */
export interface UnreadRecords {
  /** By the name of the section: the entries that could not be read, or all of a section that only a later version has. */
  readonly sections: Map<string, unknown>;
  /** What threads are about, by the key of a thread whose other parts could be read. */
  readonly contexts: Map<string, unknown>;
}

export const nothingUnread = (): UnreadRecords => ({ sections: new Map(), contexts: new Map() });

/** True where everything could be read. */
export const isAllRead = ({ sections, contexts }: UnreadRecords): boolean => sections.size === 0 && contexts.size === 0;

const keyIn = (entry: unknown): string | undefined => {
  const [key] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  return typeof key === 'string' ? key : undefined;
};

/** The value of a field that holds a text. */
const textIn = (entry: unknown, field: string): string | undefined => {
  const [, record] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  const value =
    record !== null && typeof record === 'object' ? Object.entries(record).find(([name]) => name === field) : [];
  return typeof value?.[1] === 'string' ? value[1] : undefined;
};

/** The entries of a section that could not be read. */
export const unreadEntries = ({ sections }: UnreadRecords, section: string): readonly unknown[] => {
  const entries = sections.get(section);
  return Array.isArray(entries) ? entries : [];
};

/** True where a record of this key is in the file, though it could not be read. */
export const isKeptUnread = (unread: UnreadRecords, section: string, key: string): boolean =>
  unreadEntries(unread, section).some((entry) => keyIn(entry) === key);

/** @returns how many entries were deleted */
const deleteWhere = ({ sections }: UnreadRecords, section: string, isGone: (entry: unknown) => boolean): number => {
  const entries = sections.get(section);
  if (!Array.isArray(entries)) return 0;
  const left = entries.filter((entry) => !isGone(entry));
  sections.set(section, left);
  return entries.length - left.length;
};

/** Deletes what belongs to a workspace: by its key, or by the workspace that it names. @param prefix begins the keys of its records */
export const deleteUnreadOf = (unread: UnreadRecords, team: string, prefix: string): void => {
  const isOfTeam = (entry: unknown): boolean => {
    const key = keyIn(entry);
    return key === team || key?.startsWith(prefix) === true || textIn(entry, 'team') === team;
  };
  const schedules = unreadEntries(unread, 'schedules').filter(isOfTeam).map(keyIn);
  deleteWhere(unread, 'deliveries', (entry) => schedules.includes(textIn(entry, 'schedule')));
  for (const section of unread.sections.keys()) deleteWhere(unread, section, isOfTeam);
  for (const key of unread.contexts.keys()) {
    if (key.startsWith(prefix)) unread.contexts.delete(key);
  }
};

/** Deletes entries whose time can be read and is over. @param field names it @returns how many there were */
export const deleteExpiredUnread = (unread: UnreadRecords, section: string, field: string, end: IsoInstant): number =>
  deleteWhere(unread, section, (entry) => {
    const time = Date.parse(textIn(entry, field) ?? '');
    return time <= Date.parse(end);
  });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * What was read of a value, with the fields beside it, at any depth, that only a later version knows: they are written back
 * with what they stand in.
 */
export const withUnreadFields = <T>(read: T, stored: unknown): T => {
  const merged = (one: unknown, raw: unknown): unknown => {
    if (typeof one !== 'object' || typeof raw !== 'object') return one;
    if (Array.isArray(one) && Array.isArray(raw) && one.length === raw.length) {
      let items: unknown[] | undefined;
      for (const [place, item] of one.entries()) {
        const whole = merged(item, raw[place]);
        if (whole === item) continue;
        items ??= [...one];
        items[place] = whole;
      }
      return items ?? one;
    }
    if (!isObject(one) || !isObject(raw)) return one;
    let fields: Record<string, unknown> | undefined;
    for (const name of Object.keys(raw)) {
      const known = Object.hasOwn(one, name);
      const whole = known ? merged(one[name], raw[name]) : raw[name];
      if (!known || whole !== one[name]) fields = { ...(fields ?? one), [name]: whole };
    }
    return fields ?? one;
  };
  return merged(read, stored) as T;
};
