import { describe, expect } from 'vitest';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER, labelsOf } from '../doubles/payloads.ts';
import { MEMBER, OUTSIDE, SHARED } from '../doubles/web-api.ts';
import { headerOf, it, only, type Workspace } from './workspace.ts';

const VIEWS = { command: '/views' };
const CHECK = { command: '/check' };

/** The message that the whole channel sees after one command. */
const publicAnswer = async ({ slack, type, through }: Workspace, command: string, words: string): Promise<Shown> => {
  await type(words, { command });
  await through(1);
  expect(slack.privateReplies).toEqual([]);
  return only(slack.posted);
};

/** Everything shown but rich text, in which nothing is markup. */
const markupOf = ({ blocks }: Shown): string => JSON.stringify(blocks.filter(({ type }) => type !== 'rich_text'));

describe.concurrent('commands about the notes', () => {
  it.for([
    ['/views', '', /^16 voices in the notes: 13 bullish, 4 bearish/],
    ['/views', 'bearish', /^4 lean bearish, led by /],
    ['/views', 'desantis', /^Steven DeSanctis, Jefferies: bullish$/],
    ['/views', 'kostin', /^David Kostin, Goldman: bullish and bearish/],
    ['/views', 'note 002', /^Note 002: Tom Stevenson/],
    ['/views', 'tariffs page 2', /^Views on tariffs: 3 bullish, 1 bearish on small caps$/],
    ['/check', '', /^\d+ statements in the notes are wrong/],
    ['/check', '002', /^Note 002: 1 statement is wrong/],
    ['/check', '50bp july', /^Note 003, Fed cut that began the easing: wrong$/],
    ['/check', 'conflicts', /^The notes differ on \d+ points$/],
  ] as const)(
    '%s %s is posted to the channel, naming the asker',
    async ([command, words, header], { workspace: { slack, type, through } }) => {
      const { status, body, ackMs } = await type(words, { command });
      expect({ status, body }).toEqual({ status: 200, body: '' });
      expect(ackMs).toBeLessThan(3_000);
      await through(1);
      const message = only(slack.posted);
      expect(message.channel).toBe(MEMBER);
      expect(headerOf(message)).toMatch(header);
      expect(message.text).toMatch(new RegExp(`Not investment advice.*Asked by <@${ASKER}>\\.$`));
      expect(labelsOf(message)).not.toContain('Share');
      expect(slack.privateReplies).toEqual([]);
    },
  );

  it.for([
    ['/views', 'dimon', 'Not in the notes: “dimon”.'],
    ['/views', 'uberbullish', 'Not in the notes: “uberbullish”.'],
    ['/views', 'note 007', 'There is no note “007”.'],
    ['/check', '007', 'There is no note “007”.'],
    ['/check', 'xyzzy', 'Nothing in the notes that can be checked fits “xyzzy”.'],
    ['/check', 'constructor', 'Nothing in the notes that can be checked fits “constructor”.'],
    ['/views', 'help', 'Ask what a Fed move does'],
  ] as const)(
    '%s %s is answered to the asker alone',
    async ([command, words, said], { workspace: { slack, type, through } }) => {
      await type(words, { command });
      await through(1);
      expect(only(slack.privateReplies).text).toContain(said);
      expect(labelsOf(only(slack.privateReplies))).not.toContain('Share');
      expect(slack.callsTo('chat.postMessage')).toEqual([]);
    },
  );

  it.for([
    ['/views', 'bearish private', MEMBER],
    ['/check', '002 private', MEMBER],
    ['/views', 'bearish', OUTSIDE],
    ['/check', '002', OUTSIDE],
  ] as const)(
    '%s %s in %s is private, and can be shared',
    async ([command, words, channel], { workspace: { slack, type, through } }) => {
      await type(words, { command, channel });
      await through(1);
      expect(labelsOf(only(slack.privateReplies))).toContain('Share');
      expect(slack.posted).toEqual([]);
    },
  );

  it('holds no Share button where another company reads along', async ({ workspace: { slack, type, through } }) => {
    await type('002', { ...CHECK, channel: SHARED });
    await through(1);
    expect(headerOf(only(slack.privateReplies))).toMatch(/^Note 002: /);
    expect(labelsOf(only(slack.privateReplies))).not.toContain('Share');
  });

  it.for(['/views', '/check'])(
    '%s repeats what is typed literally, and pings nobody',
    async (command, { workspace: { slack, type, through } }) => {
      for (const [at, words] of [
        'zzz <!channel>',
        'zzz &lt;!here&gt; <@U0OTHER> *b*',
        '<https://evil.example|x>',
      ].entries()) {
        await type(words, { command });
        await through(at + 1);
      }
      expect(slack.posted).toEqual([]);
      expect(slack.privateReplies).toHaveLength(3);
      for (const message of slack.privateReplies) {
        expect(message.text).not.toMatch(/<[!@#h]/);
        expect(markupOf(message)).not.toMatch(/channel|here|evil|U0OTHER/);
      }
    },
  );
});

describe.concurrent('buttons under views', () => {
  it('lead to the next part, in the thread, until there is none', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    const first = await publicAnswer(workspace, '/views', 'note 002');
    await click('Part 2 of 3', first);
    await through(2);
    await click('Part 3 of 3', only(slack.posted.slice(1)));
    await through(3);
    const [, second, third] = slack.posted;
    expect([second?.threadTs, third?.threadTs]).toEqual([first.ts, first.ts]);
    expect(new Set(slack.posted.map(({ text }) => text)).size).toBe(3);
    expect(third?.text).toContain('Part 3 of 3');
    expect(third?.text).toContain('record: 0.526');
    expect(third && labelsOf(third).filter((label) => label.startsWith('Part '))).toEqual([]);
    expect(third?.text).toContain(`Asked by <@${CLICKER}>`);
  });

  it('show the other side', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Show the bulls', await publicAnswer(workspace, '/views', 'bearish'));
    await through(2);
    expect(headerOf(only(slack.posted.slice(1)))).toMatch(/^13 lean bullish, led by /);
  });

  it('lead from views to the check of their note, and from there to all conflicts', async ({ workspace }) => {
    const { slack, click, through } = workspace;
    await click('Check note 002', await publicAnswer(workspace, '/views', 'note 002'));
    await through(2);
    await click('Conflicts between notes', only(slack.posted.slice(1)));
    await through(3);
    expect(slack.posted.map(headerOf)).toEqual([
      expect.stringMatching(/^Note 002: Tom Stevenson/),
      expect.stringMatching(/^Note 002: 1 statement is wrong/),
      expect.stringMatching(/^The notes differ on /),
    ]);
    expect(slack.privateReplies).toEqual([]);
  });

  it('lead from an unknown name to the nearest one', async ({ workspace: { slack, type, click, through } }) => {
    await type('calvasinovich', VIEWS);
    await through(1);
    await click('Lori Calvasina', only(slack.privateReplies));
    await through(2);
    const answer = only(slack.privateReplies.slice(1));
    expect(headerOf(answer)).toBe('Lori Calvasina, RBC: bearish');
    expect(answer.replaces).toBe(true);
  });
});
