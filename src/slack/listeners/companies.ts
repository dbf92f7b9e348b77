import { setTimeout as wait } from 'node:timers/promises';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { type ListChange, withCompany, withEdited } from '../../companies/index.ts';
import {
  COMPANY_FORM,
  type CompanyAction,
  checkImport,
  companyActionOf,
  IMPORT_FORM,
  listErrors,
  parseCompanyForm,
  pastedTable,
  renderImportForm,
} from '../../company-list/index.ts';
import { type Asker, askerOfClick, type BotContext, createAsker } from '../asker.ts';
import {
  applyCompanyEffect,
  type CompanyFormOrigin,
  changeCompanyList,
  ifMayChange,
  openFilledForm,
  removeCompany,
  showList,
  tellNotice,
} from '../companies/apply-company-effect.ts';
import { type Click, parseClick, parseForm, parseSender, requestId } from '../interaction-payload.ts';
import { keepFor } from '../keep-request.ts';
import { ownFacts } from '../own-answers.ts';
import { takeInHand } from '../request-in-hand.ts';
import type { RequestOutcome, RunRequest } from '../request-runner.ts';
import { slackView } from '../slack-types.ts';

const FormOriginSchema = z.strictObject({
  channel: z.string(),
  edited: z.string().optional(),
  checked: z.string().optional(),
}) satisfies z.ZodType<CompanyFormOrigin>;

/** How long a form that was sent is checked against the list before it is taken: Slack waits three seconds. */
const CHECK_MS = 2_000;

/** The companies that there are; none to whoever may not see them, or where the store does not say in time. */
const companiesNow = async (bot: BotContext, asker: Asker) => {
  const own = await Promise.race([ownFacts(bot, asker), wait(CHECK_MS, undefined, { ref: false })]);
  return own?.companies?.companies ?? [];
};

const noticeOf = (changed: ListChange & { readonly count: number }, edited: string | undefined, typed: string) => {
  const { count } = changed;
  switch (changed.kind) {
    case 'changed':
      return { kind: edited === undefined ? 'added' : 'saved', name: changed.company.name, count } as const;
    case 'taken':
      return { kind: 'taken', name: changed.by.name } as const;
    case 'full':
      return { kind: 'full' } as const;
    case 'gone':
      return { kind: 'none of that name', name: edited ?? typed, count } as const;
  }
};

const listenToCompanyForm = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(COMPANY_FORM, async ({ ack, view, body, context }) => {
    // what cannot be parsed is acknowledged, and told, before any listener: see answerBrokenRequests
    const { carried, values } = parseForm(view, FormOriginSchema);
    const { channel, edited } = carried;
    const user = parseSender(body);
    const read = parseCompanyForm(values);
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const { company } = read;
    const asker = createAsker({ context }, { channel, user, request: takeInHand(bot.store) });
    const change = (companies: Parameters<typeof withCompany>[0]): ListChange =>
      edited === undefined ? withCompany(companies, company) : withEdited(companies, edited, company);
    const now = await companiesNow(bot, asker);
    const errors = now.length === 0 ? undefined : listErrors(change(now));
    if (errors !== undefined) return ack({ response_action: 'errors', errors: { ...errors } });
    await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
    await ack();
    const save = async (): Promise<RequestOutcome> => {
      const changed = await changeCompanyList(bot, asker, change);
      return tellNotice(asker, changed ? noticeOf(changed, edited, company.name) : { kind: 'not saved' });
    };
    await runRequest(COMPANY_FORM, () => ifMayChange(asker, save), asker);
  });

/** Nothing of a table is kept before what was read of it has been shown, and sent once more as it was. */
const listenToImportForm = (app: App, bot: BotContext, runRequest: RunRequest): void =>
  app.view(IMPORT_FORM, async ({ ack, view, body, context }) => {
    const { carried, values } = parseForm(view, FormOriginSchema);
    const { channel, checked } = carried;
    const user = parseSender(body);
    const asker = createAsker({ context }, { channel, user, request: takeInHand(bot.store) });
    const table = pastedTable(values);
    const read = checkImport(table, await companiesNow(bot, asker));
    if (read.kind === 'wrong') return ack({ response_action: 'errors', errors: { ...read.errors } });
    const name = requestId(table.mode, table.text);
    if (read.kind === 'none' || checked !== name) {
      const privateMetadata = JSON.stringify({ channel, ...(read.kind === 'ready' && { checked: name }) });
      return ack({ response_action: 'update', view: slackView(renderImportForm({ privateMetadata, checked: read })) });
    }
    await keepFor(asker, { asked: { kind: 'change' }, via: 'control' });
    await ack();
    const keep = async (): Promise<RequestOutcome> => {
      const [company] = read.imported;
      const changed = await changeCompanyList(bot, asker, (companies) => {
        const again = checkImport(table, companies);
        return again.kind === 'ready' && company
          ? { kind: 'changed', companies: again.companies, company }
          : { kind: 'full' };
      });
      if (changed === undefined) return tellNotice(asker, { kind: 'not saved' });
      if (changed.kind !== 'changed') return tellNotice(asker, { kind: 'full' });
      const { imported, problems } = read;
      return tellNotice(asker, {
        kind: 'imported',
        imported: imported.length,
        leftOut: problems.length,
        count: changed.count,
      });
    };
    await runRequest(IMPORT_FORM, () => ifMayChange(asker, keep), asker);
  });

const applyAction = (
  bot: BotContext,
  asker: Asker,
  action: CompanyAction,
  { triggerId, isPrivate }: Click,
  value: string,
): Promise<RequestOutcome> => {
  switch (action) {
    case 'add':
    case 'import':
      return applyCompanyEffect(bot, asker, { kind: 'company', do: action }, triggerId);
    case 'edit':
      return applyCompanyEffect(bot, asker, { kind: 'company', do: 'edit', name: value }, triggerId);
    case 'list':
    case 'list-next':
      return showList(bot, asker, Number.parseInt(value, 10) || 0, isPrivate);
    // beside the answer that it stands under, also where that is private
    case 'show':
      return showList(bot, asker, 0, false);
    case 'remove':
      return removeCompany(bot, asker, value);
    case 'fill':
      return openFilledForm(bot, asker, value, triggerId);
    case 'keep':
      return tellNotice(asker, { kind: 'kept', name: value }, true);
  }
};

/** Registers the buttons and the forms of a workspace's companies. */
export const listenToCompanies = (app: App, bot: BotContext, runRequest: RunRequest): void => {
  app.action<BlockAction<ButtonAction>>({ action_id: /^company:/, type: 'block_actions' }, async (args) => {
    const { ack, body, action } = args;
    const click = parseClick(body);
    const asker = askerOfClick(args, click, takeInHand(bot.store));
    const known = companyActionOf(action.action_id);
    await keepFor(asker, { asked: { kind: known === 'remove' ? 'change' : 'again' }, via: 'control' });
    await ack();
    const work = async (): Promise<RequestOutcome> => {
      if (known === undefined) throw new Error('there is no such action on companies');
      return applyAction(bot, asker, known, click, action.value ?? '');
    };
    await runRequest(known === undefined ? 'company' : action.action_id, work, asker);
  });
  listenToCompanyForm(app, bot, runRequest);
  listenToImportForm(app, bot, runRequest);
};
