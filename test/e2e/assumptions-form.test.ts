import { describe, expect } from 'vitest';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, CLICKER, type FormState, formClickPayload, labelsOf, submitPayload } from '../doubles/payloads.ts';
import type { OpenForm } from '../doubles/views.ts';
import { DIRECT_MESSAGE } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { eventually } from './eventually.ts';
import { headerOf, it, only, type Workspace } from './workspace.ts';

type Filled = Readonly<Record<string, string>>;

/** A form as it stands, with some fields filled in otherwise; they are named without the drawing's number. */
const stateOf = ({ id, view }: OpenForm, filled: Filled = {}): FormState => ({
  id,
  callbackId: view.callback_id,
  privateMetadata: view.private_metadata,
  filledIn: Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element, block_id: name } = block;
      if (element.type !== 'static_select' && element.type !== 'plain_text_input') return [];
      const shown = element.type === 'static_select' ? element.initial_option.value : element.initial_value;
      return [[name, filled[name.replace(/\.\d+$/, '')] ?? shown ?? '']];
    }),
  ),
});

const hintsOf = ({ view }: OpenForm): readonly string[] =>
  view.blocks.flatMap((block) =>
    block.type === 'input' && block.hint ? `${block.label.text}: ${block.hint.text}` : [],
  );

const summaryOf = ({ view }: OpenForm): string => (view.blocks[0]?.type === 'section' ? view.blocks[0].text.text : '');

/** Opens the form under an answer. */
const openForm = async (workspace: Workspace, on: Shown, options: { user?: string } = {}): Promise<OpenForm> => {
  const { slack, click } = workspace;
  await conversing(workspace).sent([() => click('Change assumptions', on, options)]);
  const form = slack.views.forms.at(-1);
  if (form === undefined) throw new Error('no form was opened');
  return form;
};

const publicAnswer = async (workspace: Workspace, words = '50bps'): Promise<Shown> => {
  await conversing(workspace).sent([() => workspace.type(words)]);
  return only(workspace.slack.posted);
};

const submit = (workspace: Workspace, form: OpenForm, filled: Filled, user = CLICKER) =>
  conversing(workspace).sent([() => workspace.sender.sendInteraction(submitPayload(user, stateOf(form, filled)))]);

describe.concurrent('Change assumptions', () => {
  it('opens a calm form, filled in as the answer was asked', async ({ workspace }) => {
    const form = await openForm(workspace, await publicAnswer(workspace));
    expect(summaryOf(form)).toBe('No values differ from note 000.');
    expect(hintsOf(form)).toEqual([]);
    expect(stateOf(form).filledIn).toEqual({
      'move.0': '-50',
      'small.floatingShare.0': '45',
      'small.debtToEbitda.0': '6.5',
      'small.rate.0': '6',
      'small.loanFloor.0': '0',
      'small.ebitda.0': '178.6',
      'small.netIncome.0': '59.5',
      'large.floatingShare.0': '9',
      'large.debtToEbitda.0': '2.3',
      'large.rate.0': '4',
      'large.loanFloor.0': '0',
      'large.ebitda.0': '8570',
      'large.netIncome.0': '3800',
    });
  });

  it('counts what was changed, names the note’s values there only, and offers an odd size', async ({ workspace }) => {
    const form = await openForm(workspace, await publicAnswer(workspace, 'hike 33 floating=60% large debt=3x'));
    expect(summaryOf(form)).toBe('Two values differ from note 000.');
    expect(hintsOf(form)).toEqual(['Floating share of debt, %: Note 000: 45', 'Debt ÷ EBITDA: Note 000: 2.3']);
    expect(stateOf(form).filledIn['move.0']).toBe('33');
  });

  it('answers anew in the thread of a public answer, which stays, and the thread goes on from there', async ({
    workspace,
  }) => {
    const { slack } = workspace;
    const first = await publicAnswer(workspace);
    const form = await openForm(workspace, first, { user: ASKER });
    await submit(workspace, form, { move: '25', 'small.floatingShare': '60%', 'large.debtToEbitda': '3x' }, ASKER);
    const second = only(slack.posted.slice(1));
    expect(headerOf(second)).toMatch(/^25 bp hike: SmallCap net income −2\.93%/);
    expect(second.threadTs).toBe(first.ts);
    expect(second.text).toContain(`Asked by <@${ASKER}>`);
    expect(slack.privateReplies).toEqual([]);
    const third = only(await conversing(workspace).ask('and 100?', { thread: first.ts }));
    expect(third.text).toMatch(/^100 bp hike: SmallCap net income −11\.71%/);
  });

  it('answers a private answer privately, and it can be shared', async ({ workspace }) => {
    const { slack, type } = workspace;
    await conversing(workspace).sent([() => type('50bps private')]);
    const form = await openForm(workspace, only(slack.privateReplies));
    await submit(workspace, form, { 'small.floatingShare': '0.6' });
    const answer = only(slack.privateReplies.slice(1));
    expect(answer).toMatchObject({ via: 'chat.postEphemeral', user: CLICKER });
    expect(headerOf(answer)).toBe('50 bp cut: SmallCap net income +5.85%, LargeCap +0.23%');
    expect(labelsOf(answer)).toContain('Share');
    expect(slack.posted).toEqual([]);
  });

  it('answers in a direct message, in its thread', async ({ workspace }) => {
    const { slack } = workspace;
    const thread = await conversing(workspace).say('50bps', { channel: DIRECT_MESSAGE });
    const form = await openForm(workspace, only(slack.posted), { user: ASKER });
    await submit(workspace, form, { 'small.netIncome': '-10' }, ASKER);
    const answer = only(slack.posted.slice(1));
    expect(answer).toMatchObject({ channel: DIRECT_MESSAGE, threadTs: thread });
    expect(headerOf(answer)).toContain('loss narrows');
  });

  it('says field by field what does not fit, and keeps the form open', async ({ workspace }) => {
    const { slack, sender } = workspace;
    const form = await openForm(workspace, await publicAnswer(workspace));
    const wrong = {
      'small.floatingShare': '120',
      'large.ebitda': '0',
      'large.rate': 'a lot',
      'small.debtToEbitda': '60%',
    };
    const { status, body } = await sender.sendInteraction(submitPayload(CLICKER, stateOf(form, wrong)));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: {
        'small.floatingShare.0': 'Between 0 and 100',
        'small.debtToEbitda.0': 'Between 0 and 50',
        'large.rate.0': 'Between 0 and 50',
        'large.ebitda.0': 'Between 0.01 and 10,000,000',
      },
    });
    expect(slack.posted).toHaveLength(1);
  });

  it('goes back to the note on Reset, the move as chosen, under new names so that Slack shows it', async ({
    workspace,
  }) => {
    const { slack, sender } = workspace;
    const form = await openForm(workspace, await publicAnswer(workspace, '50bps floating=60%'));
    const state = stateOf(form, { move: '-100', 'large.rate': 'nonsense' });
    const reset = { action_id: 'reset', value: 'reset' };
    await conversing(workspace).sent([() => sender.sendInteraction(formClickPayload(CLICKER, state, reset))]);
    const again = slack.views.forms.at(-1) as OpenForm;
    expect(summaryOf(again)).toBe('No values differ from note 000.');
    expect(stateOf(again).filledIn).toMatchObject({
      'move.1': '-100',
      'small.floatingShare.1': '45',
      'large.rate.1': '4',
    });
    await submit(workspace, again, {});
    expect(headerOf(only(slack.posted.slice(1)))).toMatch(/^100 bp cut: SmallCap net income \+8\.78%/);
  });

  it('is submitted once, though it is reported twice', async ({ workspace }) => {
    const { slack } = workspace;
    const form = await openForm(workspace, await publicAnswer(workspace));
    await submit(workspace, form, { move: '-25' });
    await submit(workspace, form, { move: '-25' });
    expect(slack.posted).toHaveLength(2);
  });

  it.for([
    ['a trigger that is too old', 'expired_trigger_id', 'Slack gave the form no time to open. Try again.'],
    ['a form that Slack refuses', 'invalid_arguments', 'That failed on our side.'],
  ] as const)('says that it failed, with a reference, on %s', async ([, error, told], { workspace }) => {
    const { slack, click } = workspace;
    const message = await publicAnswer(workspace);
    slack.script.once('views.open', { error });
    await conversing(workspace).sent([() => click('Change assumptions', message)]);
    await eventually(() => expect(slack.privateReplies).toHaveLength(1));
    expect(only(slack.privateReplies).text).toContain(told);
    expect(only(slack.privateReplies).text).toMatch(/ Reference \w{4}\.$/);
  });

  it('repeats nothing of a form that was tampered with', async ({ workspace }) => {
    const { sender, log, slack } = workspace;
    const form = await openForm(workspace, await publicAnswer(workspace));
    const state = { ...stateOf(form), privateMetadata: '{"tamperedword":1}' };
    const { body } = await sender.sendInteraction(submitPayload(CLICKER, state));
    expect(body).not.toContain('tamperedword');
    expect(log.text()).not.toContain('tamperedword');
    expect(slack.posted).toHaveLength(1);
  });

  it('stands under rate moves only', async ({ workspace }) => {
    const [message] = await conversing(workspace).ask(`${BOT} who is bearish?`);
    expect(message && labelsOf(message)).not.toContain('Change assumptions');
  });
});
