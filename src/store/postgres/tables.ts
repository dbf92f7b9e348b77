import type { ColumnType, Generated } from 'kysely';

/** An instant: written as ISO text, read as the driver gives it. */
type Instant = ColumnType<Date, string, string>;
/** A record as it is in the file store's sections: written as JSON text, read as a value to be checked. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
/** Counts up over all tables, so that no number is given twice. */
type FenceColumn = ColumnType<string, never, never>;

/** Who has a piece of work in hand; `until` by the database's clock. */
interface LeaseColumns {
  readonly owner: ColumnType<string | null, string | undefined, string | null>;
  readonly fence: FenceColumn;
  readonly until: ColumnType<Date, never, never>;
}

/** The tables, as the newest migration leaves them. */
export interface StoreTables {
  readonly threads: {
    readonly id: string;
    readonly team: string;
    readonly body: OptionalJson;
    readonly touched: Instant;
  };
  readonly claims: { readonly id: string; readonly team: string; readonly at: Instant };
  readonly votes: { readonly kind: string; readonly up: number; readonly down: number };
  readonly voters: {
    readonly id: string;
    readonly team: string;
    readonly kind: string;
    readonly thumb: 'up' | 'down';
    readonly at: Instant;
  };
  readonly settings: { readonly team: string; readonly body: OptionalJson };
  readonly numbers: { readonly team: string; readonly highest: number };
  readonly schedules: {
    readonly id: string;
    readonly team: string;
    readonly seq: Generated<string>;
    readonly body: Json;
    /** From when on it is to be looked at; null where nothing is due any more. */
    readonly next_look: ColumnType<Date | null, string | null, string | null>;
  };
  readonly deliveries: {
    readonly schedule: string;
    readonly slot: string;
    readonly seq: Generated<string>;
    readonly due: Instant;
    readonly at: Instant;
    readonly outcome: Json;
    readonly progress: OptionalJson;
    /** Nobody has given it back. */
    readonly unfinished: Generated<boolean>;
    /** So it was when it was claimed last. */
    readonly was_unfinished: Generated<boolean>;
  } & LeaseColumns;
  readonly marks: { readonly team: string; readonly channel: string; readonly body: Json; readonly at: Instant };
  readonly held: {
    readonly team: string;
    readonly channel: string;
    readonly person: string;
    readonly seq: ColumnType<string, never, never>;
    readonly body: Json;
    readonly at: Instant;
  };
  readonly requests: {
    readonly id: string;
    readonly seq: Generated<string>;
    readonly team: string;
    readonly body: Json;
    readonly sending: ColumnType<string | null, undefined, string>;
  } & LeaseColumns;
  readonly companies: {
    readonly team: string;
    /** That of the body, by which a list that is known already is not read again. */
    readonly version: ColumnType<string | null, undefined, string | null>;
    readonly body: OptionalJson;
  };
  readonly installations: {
    readonly team: string;
    readonly installed_at: Instant;
    readonly sealed: string;
  } & LeaseColumns;
  readonly team_notes: {
    readonly team: string;
    readonly version: ColumnType<string | null, undefined, string | null>;
    readonly body: OptionalJson;
  };
  readonly note_drafts: { readonly team: string; readonly id: string; readonly at: Instant; readonly body: Json };
  readonly taken: { readonly name: string; readonly at: Instant };
  readonly pace: {
    readonly key: string;
    readonly free_at: ColumnType<Date, never, never>;
    readonly paused_until: ColumnType<Date | null, never, never>;
  };
}
