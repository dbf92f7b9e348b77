import { describe, expect } from 'vitest';
import { isoInstant } from '../../src/units.ts';
import { autumnFacts } from '../doubles/brief-facts.ts';
import { ASKER, formClickPayload, homeClickPayload, submitPayload } from '../doubles/payloads.ts';
import { MEMBER } from '../doubles/web-api.ts';
import buttons from '../recorded/0.4.0/buttons.json' with { type: 'json' };
import forms from '../recorded/0.4.0/forms.json' with { type: 'json' };
import stored from '../recorded/0.4.0/store.json' with { type: 'json' };
import { conversing } from './conversing.ts';
import { it, only, type Workspace } from './workspace.ts';

const TS = '1795185000.000099';
const FACTS = autumnFacts('2026-11-23T14:30:00Z', '2026-11-20');
const START = { facts: () => ({ facts: FACTS }), clock: { now: isoInstant('2026-11-23T14:30:00Z') } };

const valuesOf = (action: RegExp): readonly string[] =>
  buttons.filter(({ action_id: id }) => action.test(id)).map(({ value }) => value);

/** Clicks buttons one after the other; a click that fails is told to the person with a reference. */
const clickAll = async (workspace: Workspace, action: string, values: readonly string[]) => {
  const { slack, sender, log } = workspace;
  const where = { isPrivate: action === 'share', ts: TS, channel: MEMBER };
  const text = { type: 'plain_text', text: 'Then', emoji: false } as const;
  const buttonOf = (value: string) =>
    action === 'feedback'
      ? ({ type: 'feedback_buttons', action_id: action, value } as const)
      : { action_id: action, value, text };
  await conversing(workspace).sent(
    values.map(
      (value) => () => sender.sendClick({ button: buttonOf(value), ...where, responseUrl: slack.newResponseUrl() }),
    ),
  );
  expect(log.references()).toEqual([]);
};

describe.concurrent('what version 0.4.0 left in Slack', () => {
  it('answers every button that asks', async ({ open }) => {
    const workspace = await open('http', START);
    const asking = valuesOf(/^ask:\d$/);
    await clickAll(workspace, 'ask:0', asking);
    const { posted, privateReplies, uploads } = workspace.slack;
    expect(asking.length).toBeGreaterThan(100);
    // a file of closes comes with a message of its own
    expect(posted.length + privateReplies.length - uploads.length).toBe(asking.length);
  });

  it('shares every private answer', async ({ open }) => {
    const workspace = await open('http', START);
    const shared = valuesOf(/^share$/);
    await clickAll(workspace, 'share', shared);
    const kinds = new Set(shared.map((value) => (JSON.parse(value) as { kind: string }).kind));
    expect(kinds.size).toBe(18);
    expect(workspace.slack.posted).toHaveLength(shared.length);
  });

  it('opens the form behind every Change button, and reads it as it was sent', async ({ open }) => {
    const workspace = await open('http', START);
    const changing = valuesOf(/^change$/);
    await clickAll(workspace, 'change', changing);
    expect(workspace.slack.views.forms).toHaveLength(changing.length);
    const { sent } = conversing(workspace);
    const form = { id: workspace.slack.views.forms.at(-1)?.id ?? '', ...forms.change };
    const filledIn = { ...form.filledIn, 'small.floatingShare.0': '60' };
    await sent([
      () => workspace.sender.sendInteraction(formClickPayload(ASKER, form, { action_id: 'reset', value: 'reset' })),
    ]);
    await sent([() => workspace.sender.sendInteraction(submitPayload(ASKER, { ...form, filledIn }))]);
    expect(only(workspace.slack.posted).text).toContain('SmallCap floating share 45% to 60%');
  });

  it('counts every thumb', async ({ open }) => {
    const workspace = await open('http', START);
    const thumbs = valuesOf(/^feedback$/);
    // one person has one vote on an answer: the second changes it
    await clickAll(workspace, 'feedback', thumbs);
    const tallies = await workspace.store.votes();
    expect(tallies.length).toBeGreaterThan(0);
    expect(thumbs).toHaveLength(38);
  });

  it('reads the form of briefs as it was sent, and its buttons under briefs and at Home', async ({ open }) => {
    const workspace = await open('http', START);
    const { sent } = conversing(workspace);
    const { sender, slack, store } = workspace;
    await sent([() => sender.sendInteraction(submitPayload(ASKER, { id: 'V1', ...forms.brief }))]);
    const [schedule] = await store.schedules('T0TEAM');
    const [, first] = stored.schedules[0] as [string, { timing: object }];
    expect(schedule?.timing).toEqual(first.timing);
    await clickAll(workspace, 'brief:manage', valuesOf(/^brief:manage$/));
    await clickAll(workspace, 'brief:new', valuesOf(/^brief:new$/));
    expect(slack.views.forms).toHaveLength(1);
    for (const action of ['pause', 'resume', 'remove']) {
      expect(valuesOf(new RegExp(`^brief:${action}$`)).length).toBeGreaterThan(0);
      const click = homeClickPayload(ASKER, { action_id: `brief:${action}`, value: schedule?.id });
      await sent([() => sender.sendInteraction(click)]);
    }
    expect(await store.schedules('T0TEAM')).toEqual([]);
    expect(workspace.log.references()).toEqual([]);
  });
});
