import type { HomeTab, ModalView } from '../../message/index.ts';
import type { Emit, OpenModal, PlaygroundState } from '../protocol.ts';
import type { NewId } from './ids.ts';
import { withBlockIds } from './messages.ts';

const withViewBlockIds = <V extends ModalView | HomeTab>(view: V): V => ({
  ...view,
  blocks: withBlockIds(view.blocks),
});

/** The open modals and the published Home tabs. Every change is emitted. */
export const createViews = (emit: Emit, newId: NewId) => {
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
    open: (user: string, view: ModalView): OpenModal =>
      show({ id: newId('V0MODAL'), user, view: withViewBlockIds(view) }),
    /** @returns whether there is such a modal */
    update: (id: string, view: ModalView): boolean => {
      const before = modals.get(id);
      if (before === undefined) return false;
      show({ ...before, view: withViewBlockIds(view) });
      return true;
    },
    close,
    closeAllOf: (user: string): void => {
      for (const modal of [...modals.values()]) if (modal.user === user) close(modal.id);
    },
    home: (user: string) => homes.get(user),
    homes: (): PlaygroundState['homes'] => Object.fromEntries([...homes].map(([user, { view }]) => [user, view])),
    /** @returns the view's id */
    publish: (user: string, view: HomeTab): string => {
      const home = { id: homes.get(user)?.id ?? newId('V0HOME'), view: withViewBlockIds(view) };
      homes.set(user, home);
      emit({ kind: 'home', user, view: home.view });
      return home.id;
    },
  };
};

export type Views = ReturnType<typeof createViews>;
