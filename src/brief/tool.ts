import { z } from 'zod';

/** The morning brief as a tool: it is built, and not asked of a topic. */
export const BRIEF_TOOL = {
  name: 'morning_brief',
  title: 'Morning brief now',
  description:
    'The morning brief as it would be posted now: last closes of the Russell 2000 and the S&P 500 and their ratio, the Fed’s range, days to the next decision and its odds, what 25 and 50 bp would mean for the two example companies, and what is new in the notes. Use it for “give me the brief”, “what should I know before the open”. Changes are signed percent. It schedules and posts nothing: for that, people type /brief in Slack. For one of its parts use index_ratio, fed_outlook or rate_move.',
  input: z.strictObject({}),
} as const;
