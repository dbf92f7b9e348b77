import { inlineCode, option, plainText, section, type ViewBlock } from '../message/index.ts';
import { type KeptNotes, NO_NOTES } from '../team-notes/index.ts';

/** Notes on the Home tab: how many there are, and who may add and confirm them. */

/** Said wherever notes are asked for. */
export const KEPT =
  'Kept are claims, figures and where they stand; of the text the sentence that a claim rests on, at most 40 words, shown inside this workspace only. The whole text goes when its draft does.';

/** What the Home tab says of a workspace's notes. */
export const notesAtHome = (kept: KeptNotes | undefined): string => {
  const { notes, house } = kept ?? NO_NOTES;
  const own = notes.filter(({ retired }) => retired === undefined).length;
  const words = own === 0 ? 'none of your own yet' : `${own} of your own`;
  const beside = house || own === 0 ? ', beside the five of the house' : '; the five of the house are switched off';
  return `*Notes*  ${words}${beside}; ${inlineCode('/note add')} takes one, ${inlineCode('/note list')} shows them\n${KEPT}`;
};

const RIGHTS_ACTION = 'note-rights:';
const RIGHTS = { add: 'Adding notes', confirm: 'Confirming and changing notes' } as const;
const WHO = { members: 'Every member', admins: 'Admins only' } as const;
type Right = keyof typeof RIGHTS;

/** Which right a control changes, and to whom it gives it; undefined for another control. */
export const noteRightIn = (
  actionId: string,
  value: string,
): { readonly right: Right; readonly to: keyof typeof WHO } | undefined => {
  const right = (['add', 'confirm'] as const).find((one) => actionId === `${RIGHTS_ACTION}${one}`);
  const to = (['members', 'admins'] as const).find((one) => one === value);
  return right && to ? { right, to } : undefined;
};

/** Who may add notes and who may confirm them: as words, or as controls for whoever may change it. */
export const noteRightsBlocks = (
  rights: Readonly<Record<Right, keyof typeof WHO>>,
  mayChange: boolean,
): readonly ViewBlock[] => {
  const row = (right: Right): ViewBlock => {
    const words = `*${RIGHTS[right]}*  ${right === 'add' ? 'drafts, which nobody is answered from' : 'what answers rest on from then on'}`;
    if (!mayChange) return section(`${words}: ${WHO[rights[right]].toLowerCase()}`);
    const options = (['members', 'admins'] as const).map((who) => option(who, WHO[who]));
    const chosen = options.find(({ value }) => value === rights[right]);
    return {
      ...section(words),
      accessory: {
        type: 'static_select',
        action_id: `${RIGHTS_ACTION}${right}`,
        placeholder: plainText('Choose'),
        options,
        ...(chosen && { initial_option: chosen }),
      },
    };
  };
  return [row('add'), row('confirm')];
};
