import { type BriefEffect, readBrief } from '../src/brief/index.ts';
import type { ReadingResult } from '../src/topics/turn.ts';
import type { Command } from './command.ts';

/** `/brief weekdays 07:30 #macro`: the morning brief, now or on a schedule, and what to do with schedules there are. */
export const briefCommand: Command<ReadingResult | BriefEffect> = {
  name: '/brief',
  description: 'The morning brief: now, every weekday at a time, or when the ratio crosses a level',
  usageHint: 'weekdays 07:30 #macro | now | list | pause | when ratio > 0.40',
  shouldEscape: true,
  read: readBrief,
};
