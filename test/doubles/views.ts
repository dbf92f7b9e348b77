import type { HomeTab, ModalView, View } from '../../src/message/view-blocks.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import { type ApiArguments, type ApiResponse, apiError } from '../../src/playground/web-api/call.ts';

/** A form that stands open. */
export interface OpenForm {
  readonly id: string;
  readonly view: ModalView;
  readonly triggerId: string;
}

/** Slack's side of modals and Home tabs: a trigger opens one form, once; a view that breaks a rule is refused. */
export const createViews = (note: (problem: string) => void) => {
  const forms: OpenForm[] = [];
  const homes: { readonly user: string; readonly view: HomeTab }[] = [];
  const used = new Set<string>();

  const checked = (method: string, view: View, then: () => ApiResponse): ApiResponse => {
    const broken = viewProblems(view);
    for (const problem of broken) note(`${method}: ${problem}`);
    return broken.length > 0 ? apiError('invalid_arguments') : then();
  };

  const open = ({ trigger_id: trigger, view }: ApiArguments): ApiResponse =>
    checked('views.open', view as ModalView, () => {
      if (typeof trigger !== 'string' || trigger === '') return apiError('invalid_trigger_id');
      if (used.has(trigger)) return apiError('exchanged_trigger_id');
      used.add(trigger);
      const id = `V${used.size}`;
      forms.push({ id, view: view as ModalView, triggerId: trigger });
      return { ok: true, view: { id } };
    });

  const update = ({ view_id: id, view }: ApiArguments): ApiResponse =>
    checked('views.update', view as ModalView, () => {
      const at = forms.findIndex((form) => form.id === id);
      const before = forms[at];
      if (before === undefined) return apiError('not_found');
      forms[at] = { ...before, view: view as ModalView };
      return { ok: true, view: { id } };
    });

  /** What the app answers a form with, which takes the place of the form. */
  const replace = (id: string, view: ModalView): ApiResponse => update({ view_id: id, view });

  const publish = ({ user_id: user, view }: ApiArguments): ApiResponse =>
    checked('views.publish', view as HomeTab, () => {
      homes.push({ user: String(user), view: view as HomeTab });
      return { ok: true, view: { id: `VHOME${homes.length}` } };
    });

  return {
    replace,
    forms: forms as readonly OpenForm[],
    /** Every Home tab published, in order. */
    homes: homes as readonly { readonly user: string; readonly view: HomeTab }[],
    methods: { 'views.open': open, 'views.push': open, 'views.update': update, 'views.publish': publish },
  };
};

export type Views = ReturnType<typeof createViews>;
