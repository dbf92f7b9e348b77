import { describe, expect, it } from 'vitest';
import { briefCommand } from '../../commands/brief.ts';
import type { BriefEffect, ImmediateBriefEffect } from '../../src/brief/effect.ts';
import { renderBriefForTerminal } from '../../src/brief/message-terminal.ts';
import type { Message } from '../../src/message/block-kit.ts';
import { messageProblems } from '../../src/message/message-problems.ts';
import { asPlainText, asSections } from '../../src/message/plain-text.ts';
import { renderTurn } from '../../src/surface/answer-turn.ts';
import { answerUnclear } from '../../src/surface/not-understood.ts';
import { readerOf } from '../doubles/asked.ts';
import { FACTS, labelsOf } from '../topics/rendered.ts';

const readBriefWords = readerOf(briefCommand);

const asked = (words: string): Message => {
  const read = readBriefWords(words);
  if (read.kind !== 'unclear') throw new Error(`understood: ${words}`);
  return renderTurn(answerUnclear(read, FACTS));
};

/** The commands that a message shows in code style. */
const shownCommands = ({ blocks }: Message): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === 'rich_text'
      ? block.elements.flatMap(({ elements }) =>
          elements.flatMap((one) => ('style' in one && one.style?.code && 'text' in one ? [one.text] : [])),
        )
      : [],
  );

describe('words about briefs that were not understood', () => {
  it.each([
    ['blah', 'I could not read “blah” as part of a brief.'],
    ['weekdays', 'At what time of day?'],
    ['weekdays 25:61', 'There is no time of day “25:61”.'],
    ['8am Stokholm', 'I know no time zone “Stokholm”. Did you mean Europe/Stockholm?'],
    ['8am Mars/Olympus', 'Whose clock is “Mars/Olympus”? A city names one.'],
    ['8am IST', '“IST” could be the clock of Asia/Kolkata, Asia/Jerusalem or Europe/Dublin. Which one?'],
    ['8am UTC+2', '“UTC+2” stays as it is when the clocks change. A city names a time zone that changes with them.'],
    [
      '8am #nosuch',
      'Slack knows no channel “#nosuch” here: it does not exist, or it is private and you are not in it.',
    ],
    ['8am 9am', '“9am” would be a second brief. One has a time or a trigger, one zone and one channel.'],
    [
      'when vix > 30',
      '“when vix &gt; 30” is nothing I watch for. A brief can wait for a level of the ratio, a record close or odds that flip.',
    ],
    [
      'remove all',
      'Briefs are stopped, skipped and resumed one by one, not all at once. In Slack the list numbers them from 1.',
    ],
    ['remove 0', 'Which brief is “0”? The list numbers them from 1.'],
    ['pause until easter', '“until easter” names no day to go on from.'],
  ])('%j: the part is named, with commands that work', (words, sentence) => {
    const message = asked(words);
    expect(message.text.startsWith(`${sentence} Try /brief `)).toBe(true);
    expect(labelsOf(message).at(-1)).toBe('Help');
    expect(messageProblems(message)).toEqual([]);
    expect(messageProblems(asSections(message))).toEqual([]);
    const commands = shownCommands(message);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const known = command.replace('/brief ', '').replace('#macro', '<#C0123ABC|macro>');
      expect([command, readBriefWords(known).kind]).toEqual([command, 'brief']);
    }
  });
});

describe('a schedule in the terminal', () => {
  it.each([
    ['', 'A terminal has no form. In Slack this opens one; here a schedule is typed: /brief weekdays 07:30 #macro.'],
    ['list', 'A terminal keeps no schedules. In Slack this lists them.'],
    [
      'weekdays 07:30 <#macro|macro>',
      'A terminal has no channel to post in. In Slack this posts a brief in #macro: weekdays 07:30 by your own clock.',
    ],
    [
      'mon,thu 8am New York skip holidays hold if stale',
      'A terminal has no channel to post in. In Slack this posts a brief in the channel it is typed in: Mon and Thu 08:00 New York, not on exchange holidays, held back while the data are old.',
    ],
    [
      'when ratio > 0.40 <#macro|macro>',
      'A terminal has no channel to post in. In Slack this posts a brief in #macro: when the ratio closes above 0.400. It cannot fire now: I have no closes. It is watched for once I have them.',
    ],
    [
      'every other friday at 8 starting 11 december',
      'A terminal has no channel to post in. In Slack this posts a brief in the channel it is typed in: every second Fri from 11 Dec 08:00 by your own clock.',
    ],
    [
      'change 2 to month end',
      'A terminal keeps no schedules. In Slack this changes brief 2: the last business day of the month.',
    ],
    ['pause 2 until 2026-12-01', 'A terminal keeps no schedules. In Slack this pauses brief 2 until 1 Dec 2026.'],
    ['pause until 1 Dec', 'A terminal keeps no schedules. In Slack this pauses the brief until 1 Dec.'],
    ['pause for a week', 'A terminal keeps no schedules. In Slack this pauses the brief for 7 days.'],
    ['skip next', 'A terminal keeps no schedules. In Slack this leaves out the next post of the brief.'],
    [
      'skip monday',
      'A terminal keeps no schedules. In Slack this leaves out the post of the brief on Monday, 23 Nov 2026.',
    ],
    ['history 3', 'A terminal keeps no schedules. In Slack this lists what was posted and left out of brief 3.'],
  ])('%j is read back', (words, said) => {
    const message = renderBriefForTerminal(readBriefWords(words) as Exclude<BriefEffect, ImmediateBriefEffect>, FACTS);
    expect(message.text).toBe(said);
    expect(asPlainText(message)).toBe(said);
    expect(messageProblems(message)).toEqual([]);
  });
});
