import { inlineCode } from '../message/index.ts';
import type { IsoDate } from '../units.ts';
import { type BriefReply, tryCommands } from './message-reply.ts';
import {
  type BriefViewer,
  channelMention,
  newBriefButton,
  ownerMention,
  rowMrkdwn,
  rulesWords,
  type ScheduleRow,
  SETUP_EXAMPLES,
} from './message-schedules.ts';
import { weekdayNear } from './message-timing.ts';
import type { ClosedReason, Schedule } from './schedule.ts';

/** Why something was not done about a brief, and what to do instead. */
export type BriefRefusal =
  /** Neither a brief of the channel it was typed in nor another can be meant. */
  | { readonly kind: 'none here' }
  /** The one whose button was pressed has been removed since. */
  | { readonly kind: 'gone already' }
  /** Several can be meant. */
  | {
      readonly kind: 'which one';
      readonly rows: readonly ScheduleRow[];
      readonly verb: 'pause' | 'resume' | 'skip' | 'remove' | 'history' | 'change' | 'edit';
    }
  | { readonly kind: 'no such number'; readonly number: number }
  /** None has that time, zone or channel. */
  | { readonly kind: 'none like that' }
  /** A crossing has no time, days or zone; a time of day has no level; of some days none would be left. */
  | { readonly kind: 'cannot change'; readonly schedule: Schedule }
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
  /** The only time of a brief for one day has passed. */
  | { readonly kind: 'over already' }
  /** One that was due; whoever set it up is told. */
  | { readonly kind: 'could not be posted'; readonly schedule: Schedule; readonly why: ClosedReason | undefined }
  /** A crossing has no next time to leave out. */
  | { readonly kind: 'nothing to skip' }
  /** The day that is to be left out has no brief. */
  | { readonly kind: 'not due then'; readonly day: IsoDate; readonly today: IsoDate }
  /** Without an end: no next time to leave out either. */
  | { readonly kind: 'paused already' };

const INVITE = inlineCode('/invite @Rotation Desk');

/** What is true of a channel that takes no brief, and what opens it again. */
const CLOSED: Readonly<Record<ClosedReason, { readonly reason: string; readonly remedy: string }>> = {
  'not a member': { reason: 'I am no longer in the channel', remedy: `Type ${INVITE} in it` },
  'not found': {
    reason: 'The channel is gone, or it is private and I am not in it: Slack does not tell me which',
    remedy: `If it is there, type ${INVITE} in it`,
  },
  archived: { reason: 'The channel is archived', remedy: 'Have it opened again' },
  'may not post': {
    reason: 'I am in the channel, and may not post in it',
    remedy: 'Have an admin allow me to post there',
  },
  silent: {
    reason: 'The channel is set to silent',
    remedy: 'Have a workspace admin take it off the silent ones on my Home tab',
  },
  shared: {
    reason: 'Another company reads along in the channel',
    remedy: 'Have a workspace admin allow it on my Home tab',
  },
};
/** What a record of an earlier version does not tell. */
const CLOSED_UNSAID = 'The channel is gone, or closed to me';
const REOPEN_UNSAID = `Type ${INVITE} in it, have an admin change my settings`;

const channelOf = (channel: string): string => channelMention({ channel });

/** The reply that says why, and what to do instead. */
export const replyToRefusal = (refusal: BriefRefusal, viewer: BriefViewer): BriefReply => {
  switch (refusal.kind) {
    case 'none here':
      return {
        headline: 'No brief is set up here.',
        lines: [`${inlineCode('/brief list')} shows yours of other channels. ${tryCommands(...SETUP_EXAMPLES)}`],
        buttons: [newBriefButton],
      };
    case 'gone already':
      return {
        headline: 'That brief is gone: it was removed.',
        lines: [`${inlineCode('/brief list')} shows those there are`],
      };
    case 'which one':
      return {
        headline: 'Which one? Name it by its number.',
        lines: [
          tryCommands(
            ...refusal.rows
              .slice(0, 2)
              .map(({ number }) => `/brief ${refusal.verb} ${number}${refusal.verb === 'change' ? ' to 08:00' : ''}`),
          ),
        ],
        rows: refusal.rows.map((row) => ({ words: rowMrkdwn(row, viewer, true), buttons: [] })),
      };
    case 'no such number':
      return {
        headline: `There is no brief ${refusal.number}.`,
        lines: [`${inlineCode('/brief list')} shows the numbers of those that you may change`],
      };
    case 'none like that':
      return {
        headline: 'There is no such brief.',
        lines: [`${inlineCode('/brief list')} shows those that you may change`],
      };
    case 'cannot change':
      return {
        headline: `Not changed: that does not go with the brief in ${channelMention(refusal.schedule)}.`,
        lines: [`It is posted ${rulesWords(refusal.schedule)}`],
      };
    case 'not allowed':
      return {
        headline: 'Not changed: this brief is not yours.',
        lines: [`${ownerMention(refusal.schedule)} set it up; they or a workspace admin may change it`],
      };
    case 'too many':
      return {
        headline: `Not set up: a workspace has room for ${refusal.most} briefs, and has them.`,
        lines: [`Remove one of yours, or have a workspace admin remove one: ${inlineCode('/brief list')} shows them`],
      };
    case 'set up already':
      return {
        headline: `That brief is set up already in ${channelMention(refusal.schedule)}.`,
        lines: [`${ownerMention(refusal.schedule)} set it up: ${inlineCode('/brief list')} shows it`],
      };
    case 'not introduced':
      return {
        headline: `Not set up: Slack did not take my first words in ${channelOf(refusal.channel)}.`,
        lines: ['Say it again in a minute'],
      };
    case 'readers unknown':
      return {
        headline: `Not set up: Slack does not tell me who can read ${channelOf(refusal.channel)}.`,
        lines: ['Say it again in a minute'],
      };
    case 'not in channel':
      return {
        headline: `I am not in ${channelOf(refusal.channel)}, and cannot post there.`,
        lines: [`Type ${INVITE} in ${channelOf(refusal.channel)}: I do it then, and you need not say it again`],
      };
    case 'may not post':
      return {
        headline: `I may not post in ${channelOf(refusal.channel)}.`,
        lines: ['It is archived, or only some may post there: choose another channel, or have an admin allow me'],
      };
    case 'shared channel':
      return {
        headline: `Not set up: another company reads along in ${channelOf(refusal.channel)}.`,
        lines: ['Choose a channel of your own; or a workspace admin allows this one on my Home tab'],
      };
    case 'silent channel':
      return {
        headline: `Not set up: I am to be silent in ${channelOf(refusal.channel)}.`,
        lines: ['Choose another channel; or a workspace admin takes it off the silent ones on my Home tab'],
      };
    case 'direct message':
      return {
        headline: 'A brief goes to a channel, not to a direct message.',
        lines: [`Name one: ${inlineCode(SETUP_EXAMPLES[0])}. ${inlineCode('/brief now')} shows it here at once`],
      };
    case 'not kept':
      return {
        headline: 'Nothing was changed: I could not write it down.',
        lines: ['Try again in a minute; if it fails again, tell whoever installed me'],
      };
    case 'no zone':
      return {
        headline: 'Slack does not tell me your time zone.',
        lines: [`Name one: ${inlineCode('/brief weekdays 07:30 America/New_York')}`],
      };
    case 'past date':
      return {
        headline: 'That day has passed.',
        lines: [`Name the first day on which it is posted again: ${inlineCode('/brief pause until 2026-12-01')}`],
      };
    case 'over already':
      return {
        headline: 'Not set up: that time has passed.',
        lines: [`Name a later one: ${inlineCode('/brief tomorrow 07:30')}`],
      };
    case 'could not be posted':
      return {
        headline: `The brief in ${channelMention(refusal.schedule)} could not be posted.`,
        lines: [
          refusal.why === undefined ? CLOSED_UNSAID : CLOSED[refusal.why].reason,
          `${refusal.why === undefined ? REOPEN_UNSAID : CLOSED[refusal.why].remedy}, or ${inlineCode('/brief remove')} here. Until then I do not say so again`,
        ],
      };
    case 'nothing to skip':
      return {
        headline: 'This brief has no next time to leave out: it waits for a crossing.',
        lines: [`${inlineCode('/brief pause')} keeps it back`],
      };
    case 'not due then':
      return {
        headline: `Nothing was changed: this brief is not due on ${weekdayNear(refusal.day, refusal.today)}.`,
        lines: [
          `${inlineCode('/brief skip next')} leaves out the next one, ${inlineCode('/brief list')} shows when it is`,
        ],
      };
    case 'paused already':
      return {
        headline: 'This brief is paused: there is no next one to leave out.',
        lines: [`${inlineCode('/brief resume')} has it posted again`],
      };
  }
};
