import type { Button } from '../block-kit.ts';
import { plainText } from '../build.ts';

/** What the buttons of briefs do. A button of one schedule carries its id. */
const ACTIONS = ['manage', 'new', 'pause', 'resume', 'remove'] as const;
export type BriefAction = (typeof ACTIONS)[number];

const PREFIX = 'brief:';

/** Under a brief: who may change it and how. */
export const BRIEF_MANAGE_ACTION = `${PREFIX}manage`;
/** Opens the form. */
export const BRIEF_NEW_ACTION = `${PREFIX}new`;

/** What a control of briefs does; undefined for one that is none of these. */
export const briefActionOf = (actionId: string): BriefAction | undefined =>
  ACTIONS.find((one) => actionId === `${PREFIX}${one}`);

/** @param value a schedule's id, or the action itself where it is about none */
export const briefButton = (action: BriefAction, label: string, value: string, spoken?: string): Button => ({
  type: 'button',
  action_id: `${PREFIX}${action}`,
  text: plainText(label),
  value,
  ...(spoken !== undefined && { accessibility_label: spoken }),
});
