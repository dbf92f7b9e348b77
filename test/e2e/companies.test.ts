import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type ListedCompany, parseCompanies } from '../../src/companies/index.ts';
import type { FilingOutcome } from '../../src/filings/index.ts';
import { plainText } from '../../src/message/block-builders.ts';
import type { ModalView } from '../../src/message/view-blocks.ts';
import { createMemoryStore } from '../../src/store/create-store.ts';
import { isoInstant } from '../../src/units.ts';
import { filingOf } from '../doubles/company-facts.ts';
import type { Shown } from '../doubles/fake-slack.ts';
import { ASKER, buttonsOf, homeOpenedEvent, submitPayload } from '../doubles/payloads.ts';
import { DIRECT_MESSAGE, GUEST, MEMBER, OTHER_TEAM, SHARED, TEAM } from '../doubles/web-api.ts';
import { BOT, conversing } from './conversing.ts';
import { guest, ONLY_PEOPLE, shownIn } from './guests.ts';
import { headerOf, it, only, plain, type Workspace } from './workspace.ts';

const textOf = (shown: Shown | undefined): string => plain(shown?.text);

const BRACKENHOLT = {
  ...{ name: 'Brackenholt Steel', ticker: 'BRK', ebitda: '120', netIncome: '14.2', debt: '610' },
  ...{ floatingShare: '62', hedgedShare: '10', rate: '7.5', cash: '18', weight: '2.4' },
};
type Filled = Readonly<Partial<Record<keyof typeof BRACKENHOLT, string>>>;

const table = (...lines: readonly string[]): string =>
  ['name,ticker,ebitda,net_income,debt,floating_share,rate,cash,hedged_share,weight', ...lines].join('\n');

/** People who keep a list of companies. */
const keeping = (workspace: Workspace) => {
  const { slack, sender } = workspace;
  const { sent, ask, say } = conversing(workspace);
  const submit = async (filledIn: Readonly<Record<string, string | object>>, user = ASKER) => {
    const form = slack.views.forms.at(-1);
    if (form === undefined) throw new Error('no form is open');
    return sender.sendInteraction(
      submitPayload(user, {
        ...{ id: form.id, callbackId: form.view.callback_id, filledIn },
        privateMetadata: form.view.private_metadata,
      }),
    );
  };
  const blocksOf = (filled: Filled) =>
    Object.fromEntries(Object.entries(filled).map(([field, value]) => [`company-${field}`, value]));
  return {
    ask,
    say,
    type: (words: string, { user = ASKER, channel = MEMBER, command = '/company' } = {}) =>
      sent([() => workspace.type(words, { command, user, channel })]),
    /** The form sent; what Slack is told of it, an empty text where it is taken. */
    submit: async (filled: Filled, user = ASKER) => JSON.parse((await submit(blocksOf(filled), user)).body || '{}'),
    /** The form sent, and carried out. */
    save: (filled: Filled, user = ASKER) => sent([() => submit(blocksOf(filled), user)]),
    paste: async (parts: readonly string[], mode = 'add') => {
      const blocks = Object.fromEntries(parts.map((text, at) => [`company-table-${at + 1}`, text]));
      const chosen = { type: 'radio_buttons', selected_option: { value: mode } };
      return JSON.parse((await submit({ ...blocks, 'company-mode': chosen })).body || '{}');
    },
    /** What a form became when it was checked: it stands in the place of the one before. */
    standing: (view: ModalView) => slack.views.replace(String(slack.views.forms.at(-1)?.id), view),
    click: (label: string, on: Shown, user = ASKER) => sent([() => workspace.click(label, on, { user })]),
    last: () => slack.privateReplies.at(-1) as Shown,
    names: async () => ((await workspace.store.companies(TEAM))?.companies ?? []).map(({ name }) => name),
  };
};

/** A list as it was kept. */
const withList = async (workspace: Workspace, team = TEAM): Promise<readonly ListedCompany[]> => {
  const read = readFileSync(new URL('../companies/twenty.csv', import.meta.url), 'utf8');
  const parsed = parseCompanies(read);
  if (parsed.kind !== 'read') throw new Error(parsed.words);
  await workspace.store.changeCompanies(team, () => parsed.companies, {
    user: ASKER,
    now: isoInstant('2026-09-12T09:00:00Z'),
  });
  return parsed.companies;
};

describe.concurrent('a list of companies', () => {
  it('begins with what can be done, and says so where it is empty', async ({ workspace }) => {
    const { type, last } = keeping(workspace);
    await type('');
    expect(headerOf(last())).toBe('Companies of your own');
    expect(textOf(last())).toContain('Members of this workspace may change the list; guests may not');
    await type('list');
    expect(textOf(last())).toContain('No companies of your own are listed yet.');
    await type('frobnicate <!channel>');
    expect(headerOf(last())).toContain('is nothing that /company does');
    expect(textOf(last())).not.toContain('<!channel>');
  });

  it('takes a company by its form, which answers by name, ticker and "ours"', async ({ workspace }) => {
    const { type, submit, save, last, names } = keeping(workspace);
    await type('add Brackenholt Steel');
    const form = JSON.stringify(workspace.slack.views.forms[0]?.view.blocks);
    expect(form).toContain('"initial_value":"Brackenholt Steel"');
    expect(await submit({ ...BRACKENHOLT, debt: 'much', floatingShare: '', hedgedShare: '', rate: '75' })).toEqual({
      response_action: 'errors',
      errors: {
        'company-debt': 'A number, such as 1,160.9 or −12',
        'company-floatingShare': 'Needed: nothing is assumed',
        'company-hedgedShare': 'Needed: nothing is assumed',
        'company-rate': 'From 0 to 50%',
      },
    });
    expect(await names()).toEqual([]);
    await save(BRACKENHOLT);
    expect(textOf(last())).toContain('Brackenholt Steel is in the list, which has 1 company.');
    for (const words of ['50bps brackenholt steel', '50bps BRK', '50bps ours']) {
      await type(words, { command: '/ratecut' });
      expect(textOf(workspace.slack.posted.at(-1)), words).toContain('+11.35%');
    }
    await type('add');
    expect(await submit({ ...BRACKENHOLT, ticker: 'OTHER' })).toEqual({
      response_action: 'errors',
      errors: { 'company-name': 'Brackenholt Steel is in the list already' },
    });
  });

  it('takes a ticker from filings: its figures are shown, and fill the form in but for what no filing tags', async ({
    open,
  }) => {
    const asked: string[] = [];
    const filings = {
      company: async (ticker: string): Promise<FilingOutcome> => {
        asked.push(ticker);
        return ticker === 'acme' ? filingOf() : { kind: 'unknown-ticker', ticker };
      },
      stop: () => undefined,
    };
    const workspace = await open('http', { filings });
    const { type, click, save, last, names } = keeping(workspace);
    const standsIn = () => {
      const blocks = workspace.slack.views.forms.at(-1)?.view.blocks ?? [];
      return Object.fromEntries(
        blocks.flatMap((block) =>
          block.type === 'input' && 'initial_value' in block.element
            ? [[block.block_id, block.element.initial_value]]
            : [],
        ),
      );
    };
    await type('add acme');
    expect(headerOf(last())).toBe('ACME Holdings, Inc. (ACME): filings for the year to 31 Jan 2026');
    expect(workspace.slack.posted).toEqual([]);
    await click('Fill in the form', last(), ASKER);
    expect(standsIn()).toEqual({
      ...{ 'company-name': 'ACME Holdings, Inc.', 'company-ticker': 'ACME', 'company-netIncome': '14.2' },
      ...{ 'company-ebitda': '96', 'company-debt': '610', 'company-rate': '6', 'company-cash': '18' },
    });
    await save({
      name: 'ACME Holdings',
      netIncome: '14.2',
      debt: '610',
      floatingShare: '62',
      hedgedShare: '10',
      rate: '6',
    });
    expect(await names()).toEqual(['ACME Holdings']);
    await type('add zzzz');
    expect(headerOf(last())).toBe('The SEC lists no company under “zzzz”');
    await click('Open the form', last(), ASKER);
    expect(standsIn()).toEqual({ 'company-name': 'zzzz' });
    await type('add Brackenholt Steel');
    expect(standsIn()).toEqual({ 'company-name': 'Brackenholt Steel' });
    expect(asked).toEqual(['acme', 'acme', 'zzzz', 'zzzz']);
  });

  it('is edited in the same form, filled in, and answers differently from then on', async ({ workspace }) => {
    const { type, save, last } = keeping(workspace);
    await type('add');
    await save(BRACKENHOLT);
    await type('50bps BRK', { command: '/ratecut' });
    await type('50bps BRK', { command: '/ratecut' });
    await type('edit brk');
    const form = JSON.stringify(workspace.slack.views.forms.at(-1)?.view);
    for (const value of Object.values(BRACKENHOLT)) expect(form).toContain(`"initial_value":"${value}"`);
    await save({ ...BRACKENHOLT, cash: '', hedgedShare: '0' });
    expect(textOf(last())).toContain('Brackenholt Steel is changed.');
    await type('50bps BRK', { command: '/ratecut' });
    // 610 × 62% × 0.5% ÷ 14.2
    expect(textOf(workspace.slack.posted.at(-1))).toContain('+13.32%');
    await type('edit nobody');
    expect(textOf(last())).toContain('No company “nobody” is in the list.');
  });

  it('has answers that make sense for a loss, negative EBITDA, net cash and no debt', async ({ workspace }) => {
    const { type, save } = keeping(workspace);
    const shape = { ticker: '', cash: '', weight: '', hedgedShare: '0' };
    await type('add');
    await save({
      ...shape,
      name: 'Lossmaker',
      ebitda: '(12)',
      netIncome: '−30',
      debt: '200',
      floatingShare: '50',
      rate: '9',
    });
    await save({
      ...shape,
      name: 'Netcash',
      ebitda: '40',
      netIncome: '20',
      debt: '10',
      floatingShare: '100',
      rate: '6',
      cash: '90',
    });
    await save({ ...shape, name: 'Debtless', ebitda: '8', netIncome: '5', debt: '0', floatingShare: '0', rate: '' });
    const answerTo = async (name: string) => {
      await type(`50bps ${name}`, { command: '/ratecut' });
      return textOf(workspace.slack.posted.at(-1));
    };
    expect(await answerTo('Lossmaker')).toContain("Lossmaker's loss narrows by $0.50m");
    // (10 − 90) × 0.5% ÷ 20
    expect(await answerTo('Netcash')).toContain('−2.00%');
    expect(await answerTo('Debtless')).toContain('0.00%');
    expect(await answerTo('ours')).toContain('1 loses, 1 stays the same, 1 has no profit');
  });

  it('is listed privately, fifty at a time', async ({ workspace }) => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      ...{ name: `Company ${at + 1}`, netIncome: 10, debt: 100, floatingShare: 50, rate: 6 },
    }));
    await workspace.store.changeCompanies(TEAM, () => many, { user: ASKER, now: isoInstant('2026-09-12T09:00:00Z') });
    const { type, last, click } = keeping(workspace);
    await type('list');
    expect(headerOf(last())).toBe('120 companies, 1 to 50');
    await click('Next: 51 to 100', last());
    expect(headerOf(last())).toBe('120 companies, 51 to 100');
    expect(buttonsOf(last()).map(({ text }) => text.text)).toEqual(['Before: 1 to 50', 'Next: 101 to 120']);
    await click('Next: 101 to 120', last());
    expect(headerOf(last())).toBe('120 companies, 101 to 120');
    expect(workspace.slack.posted).toEqual([]);
  });

  it('loses a company once that is confirmed, and not before', async ({ workspace }) => {
    const { type, save, last, click, names } = keeping(workspace);
    await type('add');
    await save(BRACKENHOLT);
    await type('remove brk');
    expect(textOf(last())).toContain('Remove Brackenholt Steel from the list?');
    const asked = last();
    await click('Keep it', asked);
    expect(textOf(last())).toContain('Brackenholt Steel stays in the list.');
    expect(await names()).toEqual(['Brackenholt Steel']);
    await click('Remove it', asked);
    expect(textOf(last())).toContain('Brackenholt Steel is removed; none is left.');
    expect(await names()).toEqual([]);
    expect(workspace.log.text()).not.toMatch(/Brackenholt|BRK/i);
    await click('Remove it', asked);
    expect(textOf(last())).toContain('No company “Brackenholt Steel” is in the list.');
  });
});

describe.concurrent('an import', () => {
  it('names each bad line by its number, and keeps nothing until it is confirmed', async ({ workspace }) => {
    const { type, paste, standing, last, names } = keeping(workspace);
    await type('import');
    const pasted = [
      table(
        'Alder,ALD,20,10,100,50,6,,,',
        'Birch,BIR,20,ten,100,50,6,,,',
        'Cedar,CED,20,-4,100,150,6,,,',
        'Dogwood,,20,1,,50,6,,,',
      ),
      'Elm,ELM,5,2,0,0,,30,,1.5',
    ];
    const checked = await paste(pasted);
    expect(checked.response_action).toBe('update');
    const words = JSON.stringify(checked.view.blocks);
    expect(words).toContain('*2 companies read*, 3 lines are left out. The list then has 2.');
    expect(words).toContain('Line 3: “ten” under net_income is no number');
    expect(words).toContain('Line 4: floating_share has to be from 0 to 100%');
    expect(words).toContain('Line 5: no debt');
    expect(checked.view.submit.text).toBe('Keep 2');
    expect(await names()).toEqual([]);
    standing(checked.view);
    // what was pasted has changed: it is shown again
    const again = await paste([pasted[0] as string, 'Elm,ELM,5,2,0,0,,30,,1.5\nFir,FIR,5,2,0,0,,30,,1.5']);
    expect(again.view.submit.text).toBe('Keep 3');
    expect(await names()).toEqual([]);
    standing(again.view);
    await conversing(workspace).sent([
      async () =>
        expect(await paste([pasted[0] as string, 'Elm,ELM,5,2,0,0,,30,,1.5\nFir,FIR,5,2,0,0,,30,,1.5'])).toEqual({}),
    ]);
    expect(textOf(last())).toContain('3 companies imported, 3 lines were left out; the list has 3.');
    expect(await names()).toEqual(['Alder', 'Elm', 'Fir']);
  });

  it('takes five hundred in ten fields, and says where they are too many', async ({ workspace }) => {
    const { type, paste, standing, names } = keeping(workspace);
    const lines = Array.from({ length: 500 }, (_, at) => `Company number ${at + 1},C${at},20,10,${at},50,6,1,10,0.2`);
    const head = table();
    const parts = Array.from({ length: 10 }, (_, at) =>
      [...(at === 0 ? [head] : []), ...lines.slice(at * 50, at * 50 + 50)].join('\n'),
    );
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(3_000);
    await type('import');
    const checked = await paste(parts);
    expect(checked.view.submit.text).toBe('Keep 500');
    standing(checked.view);
    await conversing(workspace).sent([() => paste(parts)]);
    expect(await names()).toHaveLength(500);
    await type('import');
    expect((await paste([table('One more,,1,1,1,1,1,,,')])).errors['company-table-1']).toBe(
      'With these the list would have more than 500 companies',
    );
    expect((await paste(['no,table\n1,2'])).response_action).toBe('errors');
    const replaced = await paste([table('One more,,1,1,1,1,1,,,')], 'replace');
    standing(replaced.view);
    await conversing(workspace).sent([() => paste([table('One more,,1,1,1,1,1,,,')], 'replace')]);
    expect(await names()).toEqual(['One more']);
  });
});

describe.concurrent('companies of a workspace', () => {
  it('are asked about in mentions, threads and buttons, and come whole as a file', async ({ workspace }) => {
    const list = await withList(workspace);
    const { ask, say, click, type, last } = keeping(workspace);
    const [first] = list;
    const root = await say(`${BOT} what does a 50bps cut do to ours?`);
    expect(textOf(workspace.slack.posted.at(-1))).toContain('your companies');
    const [inThread] = await ask(`and ${first?.name}?`, { thread: root });
    expect(textOf(inThread)).toContain(first?.name);
    await type('50bps ours', { command: '/ratecut' });
    const answered = workspace.slack.posted.at(-1) as Shown;
    await click('After tax', answered);
    expect(textOf(workspace.slack.posted.at(-1))).toContain('After 21% tax');
    await click('Edit companies', answered);
    expect(headerOf(last())).toBe('20 companies');
    await click('All 20 as a file', answered);
    expect(workspace.slack.uploads.at(-1)).toContain('rank,name,ticker');
  });

  it('are of no other workspace, in one store and with the same words', async ({ open }) => {
    const store = createMemoryStore();
    const workspace = await open('http', { store });
    await withList(workspace, OTHER_TEAM);
    const { type } = keeping(workspace);
    await type('50bps ours', { command: '/ratecut' });
    await type('50bps ours', { command: '/ratecut' });
    await type('list');
    const { companies = [] } = (await store.companies(OTHER_TEAM)) ?? {};
    for (const { name } of companies) expect(shownIn(workspace)).not.toContain(name);
    await withList(workspace);
    await type('50bps ours', { command: '/ratecut' });
    expect(shownIn(workspace)).toContain(companies[0]?.name);
  });

  it('are shown to nobody of another company, who reads along, asks, clicks or sends a form', async ({ workspace }) => {
    const list = await withList(workspace);
    await workspace.store.changeSettings(TEAM, (was) => ({ ...was, allowedSharedChannels: [SHARED] }));
    const { type } = keeping(workspace);
    // a member asks where another company reads along: in private
    await type('50bps ours', { command: '/ratecut', channel: SHARED });
    expect(workspace.slack.posted).toEqual([]);
    expect(textOf(only(workspace.slack.privateReplies))).toContain(list[0]?.name);
    const { posted, privateReplies } = workspace.slack;
    const other = guest(workspace);
    await other.types('/ratecut', '50bps ours');
    await other.types('/ratecut', `50bps ${list[0]?.name}`);
    await other.types('/company', 'list');
    await other.types('/company', `remove ${list[0]?.name}`);
    await other.says(`${BOT} 50bps ours`, { as: 'app_mention' });
    const question = { kind: 'companies', moveBps: -50 };
    await other.clicks({ action_id: 'ask:0', value: JSON.stringify(question), text: plainText('x') });
    await other.clicks({ action_id: 'company:list', value: '0', text: plainText('x') });
    await other.clicks({ action_id: 'company:remove', value: String(list[0]?.name), text: plainText('x') });
    await other.submits({
      ...{ callbackId: 'company', privateMetadata: JSON.stringify({ channel: SHARED }) },
      filledIn: Object.fromEntries(Object.entries(BRACKENHOLT).map(([field, value]) => [`company-${field}`, value])),
    });
    const shown = JSON.stringify([posted, privateReplies.slice(1)]).replaceAll('\u00a0', ' ');
    expect(privateReplies.length).toBeGreaterThan(5);
    for (const { name } of list.slice(1)) expect(shown).not.toContain(name);
    expect(textOf(workspace.slack.privateReplies.at(-1))).toMatch(ONLY_PEOPLE);
    expect((await workspace.store.companies(TEAM))?.companies).toEqual(list);
  });

  it('are changed by members, and by no guest', async ({ workspace }) => {
    const list = await withList(workspace);
    const { type, last } = keeping(workspace);
    for (const words of ['add', 'import', `edit ${list[0]?.name}`, `remove ${list[0]?.name}`]) {
      await type(words, { user: GUEST });
      expect(textOf(last()), words).toContain('Guests of this workspace may not change its companies.');
    }
    expect(workspace.slack.views.forms).toEqual([]);
  });

  it('are counted at Home, with who may change them, and go with the workspace', async ({ workspace }) => {
    const home = async () => {
      await conversing(workspace).sent([
        () => workspace.sender.sendEvent(homeOpenedEvent(ASKER, DIRECT_MESSAGE, 'home')),
      ]);
      return plain(JSON.stringify(workspace.slack.views.homes.at(-1)?.view.blocks));
    };
    expect(await home()).toContain('*Companies*  none is listed yet');
    await withList(workspace);
    expect(await home()).toContain('*Companies*  20 listed, changed 12 Sep 2026');
    expect(await home()).toContain('Members of this workspace may change them; guests may not.');
    await workspace.store.deleteTeam(TEAM);
    expect(await workspace.store.companies(TEAM)).toBeUndefined();
  });

  it('are one line of the brief, and none where there are none', async ({ workspace }) => {
    const { type } = keeping(workspace);
    await type('now', { command: '/brief' });
    expect(textOf(workspace.slack.posted.at(-2) ?? workspace.slack.posted[0])).not.toContain('your 20 names');
    await withList(workspace);
    await type('now', { command: '/brief' });
    const briefs = workspace.slack.posted.map(textOf).join('\n');
    expect(briefs).toMatch(/Ours: 25 bp cut: your 20 names [+−]\d/);
  });
});
