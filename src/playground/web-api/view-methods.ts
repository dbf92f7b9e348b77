import { PEOPLE } from '../cast.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Methods, refusal } from './answer.ts';
import { viewIn } from './sent.ts';

/** The methods by which the bot opens modals and draws Home tabs. */
export const viewMethods = (workspace: Workspace): Methods => {
  const { views, triggers } = workspace;
  return {
    'views.open': (given) => {
      const trigger = triggers.use(given['trigger_id']);
      if ('error' in trigger) return refusal(trigger.error);
      const read = viewIn(workspace, { method: 'views.open', given }, 'modal', trigger.person);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.open(trigger.person, read.view).id } };
    },
    'views.update': (given) => {
      const id = String(given['view_id']);
      const modal = views.modal(id);
      if (modal === undefined) return refusal('not_found');
      const read = viewIn(workspace, { method: 'views.update', given }, 'modal', modal.person);
      if ('error' in read) return read;
      views.redraw(id, read.view);
      return { ok: true, view: { ...read.view, id } };
    },
    'views.publish': (given) => {
      const person = String(given['user_id']);
      if (!PEOPLE.some(({ id }) => id === person)) return refusal('user_not_found');
      const read = viewIn(workspace, { method: 'views.publish', given }, 'home', person);
      if ('error' in read) return read;
      return { ok: true, view: { ...read.view, id: views.publish(person, read.view) } };
    },
  };
};
