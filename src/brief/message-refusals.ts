import {
  BRIEF_EXAMPLES,
  channelMention,
  newBriefButton,
  ownerMention,
  rowMrkdwn,
  type ScheduleRow,
  type Viewer,
} from './message-list.ts';
import { type BriefReply, inlineCode, tryCommands } from './message-reply.ts';
import type { Schedule } from './schedule.ts';

/** Why something was not done about a brief, and what to do instead. */
export type BriefRefusal =
  /** Neither a brief of the channel it was typed in nor another can be meant. */
  | { readonly kind: 'none here' }
  /** Several can be meant. */
  | {
      readonly kind: 'which one';
      readonly rows: readonly ScheduleRow[];
      readonly verb: 'pause' | 'resume' | 'skip' | 'remove' | 'history';
    }
  | { readonly kind: 'no such number'; readonly number: number }
  | { readonly kind: 'not allowed'; readonly schedule: Schedule }
  | { readonly kind: 'too many'; readonly most: number }
  /** The same one is there. */
  | { readonly kind: 'set up already'; readonly schedule: Schedule }
  /** Slack did not take its first words. */
  | { readonly kind: 'not introduced'; readonly channel: string }
  /** Slack does not tell who can read it. */
  | { readonly kind: 'readers unknown'; readonly channel: string }
  | { readonly kind: 'not in channel'; readonly channel: string }
  /** Archived, or only some may post there. */
  | { readonly kind: 'may not post'; readonly channel: string }
  /** Another company reads along. */
  | { readonly kind: 'shared channel'; readonly channel: string }
  | { readonly kind: 'silent channel'; readonly channel: string }
  | { readonly kind: 'direct message' }
  /** The store could not keep it: nothing was changed. */
  | { readonly kind: 'not kept' }
  | { readonly kind: 'no zone' }
  | { readonly kind: 'past date' }
  /** One that was due; whoever set it up is told. */
  | { readonly kind: 'could not be posted'; readonly schedule: Schedule }
  /** A crossing has no next time to leave out. */
  | { readonly kind: 'nothing to skip' }
  /** Without an end: no next time to leave out either. */
  | { readonly kind: 'paused already' };

const INVITE = inlineCode('/invite @Rotation Desk');

const channelOf = (channel: string): string => channelMention({ channel });

/** Says why, and what to do. */
export const refusalReply = (refusal: BriefRefusal, reader: Viewer): BriefReply => {
  switch (refusal.kind) {
    case 'none here':
      return {
        said: 'No brief is set up here.',
        lines: [`${inlineCode('/brief list')} shows yours of other channels. ${tryCommands(...BRIEF_EXAMPLES)}`],
        buttons: [newBriefButton],
      };
    case 'which one':
      return {
        said: 'Which one? Name it by its number.',
        lines: [tryCommands(...refusal.rows.slice(0, 2).map(({ number }) => `/brief ${refusal.verb} ${number}`))],
        rows: refusal.rows.map((row) => rowMrkdwn(row, reader, true)),
      };
    case 'no such number':
      return {
        said: `There is no brief ${refusal.number}.`,
        lines: [`${inlineCode('/brief list')} shows the numbers of those that you may change`],
      };
    case 'not allowed':
      return {
        said: 'Not changed: this brief is not yours.',
        lines: [`${ownerMention(refusal.schedule)} set it up; they or a workspace admin may change it`],
      };
    case 'too many':
      return {
        said: `Not set up: a workspace has room for ${refusal.most} briefs, and has them.`,
        lines: [
          `Remove one of yours, or have a workspace admin remove one: ${inlineCode('/brief list')} shows the numbers, ${inlineCode('/brief remove 2')} removes one`,
        ],
      };
    case 'set up already':
      return {
        said: `That brief is set up already in ${channelMention(refusal.schedule)}.`,
        lines: [`${ownerMention(refusal.schedule)} set it up: ${inlineCode('/brief list')} shows it`],
      };
    case 'not introduced':
      return {
        said: `Not set up: Slack did not take my first words in ${channelOf(refusal.channel)}.`,
        lines: ['Say it again in a minute'],
      };
    case 'readers unknown':
      return {
        said: `Not set up: Slack does not tell me who can read ${channelOf(refusal.channel)}.`,
        lines: ['Say it again in a minute'],
      };
    case 'not in channel':
      return {
        said: `I am not in ${channelOf(refusal.channel)}, and cannot post there.`,
        lines: [`Type ${INVITE} in ${channelOf(refusal.channel)}, then say it again`],
      };
    case 'may not post':
      return {
        said: `I may not post in ${channelOf(refusal.channel)}.`,
        lines: ['It is archived, or only some may post there: choose another channel, or have an admin allow me'],
      };
    case 'shared channel':
      return {
        said: `Not set up: another company reads along in ${channelOf(refusal.channel)}.`,
        lines: ['Choose a channel of your own; or a workspace admin allows this one on my Home tab'],
      };
    case 'silent channel':
      return {
        said: `Not set up: I am to be silent in ${channelOf(refusal.channel)}.`,
        lines: ['Choose another channel; or a workspace admin takes it off the silent ones on my Home tab'],
      };
    case 'direct message':
      return {
        said: 'A brief goes to a channel, not to a direct message.',
        lines: [`Name one: ${inlineCode(BRIEF_EXAMPLES[0])}. ${inlineCode('/brief now')} shows it here at once`],
      };
    case 'not kept':
      return {
        said: 'Nothing was changed: I could not write it down.',
        lines: ['Try again in a minute; if it fails again, tell whoever installed me'],
      };
    case 'no zone':
      return {
        said: 'Slack does not tell me your time zone.',
        lines: [`Name one: ${inlineCode('/brief weekdays 07:30 America/New_York')}`],
      };
    case 'past date':
      return {
        said: 'That day has passed.',
        lines: [`Name the first day on which it is posted again: ${inlineCode('/brief pause until 2026-12-01')}`],
      };
    case 'could not be posted':
      return {
        said: `The brief in ${channelMention(refusal.schedule)} could not be posted.`,
        lines: [
          'The channel is archived or gone, I am no longer in it or may not post in it, it is set to silent, or another company has joined it',
          `Type ${INVITE} in it, have an admin change my settings, or ${inlineCode('/brief remove')} here. Until then I do not say so again`,
        ],
      };
    case 'nothing to skip':
      return {
        said: 'This brief has no next time to leave out: it waits for a crossing.',
        lines: [`${inlineCode('/brief pause')} keeps it back`],
      };
    case 'paused already':
      return {
        said: 'This brief is paused: there is no next one to leave out.',
        lines: [`${inlineCode('/brief resume')} has it posted again`],
      };
  }
};
