import type { HomeTab, ModalView } from '../../message/index.ts';
import type { Emit, OpenModal, State } from '../protocol.ts';
import type { Names } from './ids.ts';
import { withBlockIds } from './messages.ts';

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
