import type { HomeTab, ModalView } from '../../message/index.ts';
import type { IsoInstant } from '../../units.ts';
import type { Emit } from '../changes.ts';
import type { OpenModal, State } from '../protocol.ts';
import { type Names, withBlockIds } from './messages.ts';

const MOST_USES = 5;
const URL_GOOD_FOR_MS = 30 * 60_000;

/** What a person did, to which an answer may be sent. */
export interface Origin {
  readonly person: string;
  readonly channel: string;
  /** The message that was clicked; a command has none. */
  readonly ts?: string;
}

/** Addresses to answer one act by: five times, within half an hour. */
export const createResponseUrls = (address: string, now: () => IsoInstant, newName: Names) => {
  const issued = new Map<string, { readonly origin: Origin; readonly at: IsoInstant; left: number }>();
  return {
    issue: (origin: Origin): string => {
      const id = newName('R');
      issued.set(id, { origin, at: now(), left: MOST_USES });
      return `${address}/response/${id}`;
    },
    /** @returns what the answer is to; undefined where the address is used up or too old */
    use: (id: string): Origin | undefined => {
      const one = issued.get(id);
      if (one === undefined || one.left === 0 || Date.parse(now()) - Date.parse(one.at) > URL_GOOD_FOR_MS)
        return undefined;
      one.left -= 1;
      return one.origin;
    },
  };
};

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

const TRIGGER_GOOD_FOR_MS = 3_000;

/** Triggers: each opens one modal, within three seconds of the act it came from. */
export const createTriggers = (newName: Names) => {
  const issued = new Map<string, { readonly person: string; readonly atMs: number; isUsed: boolean }>();
  return {
    issue: (person: string): string => {
      const trigger = newName('1.2.');
      issued.set(trigger, { person, atMs: performance.now(), isUsed: false });
      return trigger;
    },
    /** @returns whose act it came from, or Slack's word for why it opens nothing */
    use: (id: unknown): { readonly person: string } | { readonly error: string } => {
      const trigger = issued.get(String(id));
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      trigger.isUsed = true;
      return performance.now() - trigger.atMs > TRIGGER_GOOD_FOR_MS
        ? { error: 'expired_trigger_id' }
        : { person: trigger.person };
    },
  };
};

export type Triggers = ReturnType<typeof createTriggers>;

const drawn = <V extends ModalView | HomeTab>(view: V): V => ({ ...view, blocks: withBlockIds(view.blocks) });

/** The modals that stand open, and the Home tabs as published. */
export const createViews = (emit: Emit, newName: Names) => {
  const modals = new Map<string, OpenModal>();
  const homes = new Map<string, { readonly id: string; readonly view: HomeTab }>();

  const show = (modal: OpenModal): OpenModal => {
    modals.set(modal.id, modal);
    emit({ kind: 'modal', modal });
    return modal;
  };

  const close = (id: string): void => {
    if (modals.delete(id)) emit({ kind: 'modal closed', id });
  };

  return {
    modal: (id: string): OpenModal | undefined => modals.get(id),
    modals: (): readonly OpenModal[] => [...modals.values()],
    open: (person: string, view: ModalView): OpenModal => show({ id: newName('V0MODAL'), person, view: drawn(view) }),
    /** @returns whether such a modal stands open */
    redraw: (id: string, view: ModalView): boolean => {
      const before = modals.get(id);
      if (before === undefined) return false;
      show({ ...before, view: drawn(view) });
      return true;
    },
    close,
    closeAllOf: (person: string): void => {
      for (const modal of [...modals.values()]) if (modal.person === person) close(modal.id);
    },
    home: (person: string) => homes.get(person),
    homes: (): State['homes'] => Object.fromEntries([...homes].map(([person, { view }]) => [person, view])),
    /** @returns its id */
    publish: (person: string, view: HomeTab): string => {
      const home = { id: homes.get(person)?.id ?? newName('V0HOME'), view: drawn(view) };
      homes.set(person, home);
      emit({ kind: 'home', person, view: home.view });
      return home.id;
    },
  };
};

export type Views = ReturnType<typeof createViews>;
