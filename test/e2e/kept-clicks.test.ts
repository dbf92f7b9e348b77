import { describe, expect } from 'vitest';
import { createMemoryStore } from '../../src/store/create-store.ts';
import type { Asked } from '../../src/store/kept-request.ts';
import type { Store } from '../../src/store/store.ts';
import { ASKER, homeClickPayload, submitPayload } from '../doubles/payloads.ts';
import { ADMIN, MEMBER } from '../doubles/web-api.ts';
import { eventually } from './eventually.ts';
import { it, type Workspace } from './workspace.ts';

/** A store in which nothing is counted or set before its gate is opened. */
const gatedStore = () => {
  const store = createMemoryStore();
  const { promise, resolve } = Promise.withResolvers<void>();
  const gated: Store = {
    ...store,
    vote: (...vote) => promise.then(() => store.vote(...vote)),
    changeCompanies: (...change) => promise.then(() => store.changeCompanies(...change)),
    changeSettings: (...change) => promise.then(() => store.changeSettings(...change)),
  };
  return { store: gated, open: resolve };
};

const vote = ({ sender, slack }: Workspace) =>
  sender.sendClick({
    button: { type: 'feedback_buttons', action_id: 'feedback', value: 'up:rate-move' },
    ...{ isPrivate: false, ts: '1795100000.000001', user: ASKER, responseUrl: slack.newResponseUrl() },
  });

const silence = ({ sender }: Workspace) =>
  sender.sendInteraction(
    homeClickPayload(ADMIN, {
      type: 'multi_conversations_select',
      action_id: 'settings:silent',
      selected_conversations: [MEMBER],
    }),
  );

describe.concurrent('a click that changes something', () => {
  it.for<[string, (workspace: Workspace) => Promise<unknown>, Asked]>([
    ['a thumb', vote, { kind: 'vote', message: '1795100000.000001', on: 'rate-move', thumb: 'up' }],
    ['a setting', silence, { kind: 'setting', list: 'silent', channels: [MEMBER] }],
  ])('such as %s is kept before it is acknowledged, until it is stored', async ([, send, asked], { open }) => {
    const gate = gatedStore();
    const workspace = await open('http', { store: gate.store });
    await send(workspace);
    expect((await gate.store.openRequests()).map(({ request }) => request.asked)).toEqual([asked]);
    expect(await gate.store.votes()).toEqual([]);
    gate.open();
    await workspace.through(1);
    await eventually(async () => expect(await gate.store.openRequests()).toEqual([]));
    const isVote = asked.kind === 'vote';
    expect(await gate.store.votes()).toHaveLength(isVote ? 1 : 0);
    expect((await gate.store.settings('T0TEAM')).silentChannels).toEqual(isVote ? [] : [MEMBER]);
  });
});

const BRACKENHOLT = {
  ...{ name: 'Brackenholt Steel', ticker: 'BRK', ebitda: '120', netIncome: '14.2', debt: '610' },
  ...{ floatingShare: '62', hedgedShare: '10', rate: '7.5', cash: '18', weight: '2.4' },
};

describe('a form that changes a list', () => {
  it('is kept before it is acknowledged, as a change of that list and with nothing of what was filled in', async ({
    open,
  }) => {
    const gate = gatedStore();
    const workspace = await open('http', { store: gate.store });
    const filledIn = Object.fromEntries(
      Object.entries(BRACKENHOLT).map(([field, value]) => [`company-${field}`, value]),
    );
    const privateMetadata = JSON.stringify({ channel: MEMBER });
    await workspace.sender.sendInteraction(
      submitPayload(ASKER, { id: 'V1', callbackId: 'company', privateMetadata, filledIn }),
    );
    const left = await gate.store.openRequests();
    expect(left.map(({ request }) => request.asked)).toEqual([{ kind: 'change', of: 'company' }]);
    expect(JSON.stringify(left)).not.toContain('Brackenholt');
    gate.open();
    await eventually(async () => expect(await gate.store.openRequests()).toEqual([]));
    expect((await gate.store.companies('T0TEAM'))?.companies.map(({ name }) => name)).toEqual(['Brackenholt Steel']);
  });
});
