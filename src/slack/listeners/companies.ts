import { setTimeout as wait } from 'node:timers/promises';
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
import type { Asker, BotContext } from '../asker.ts';
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
import { requestId } from '../interaction-payload.ts';
import { ownFacts } from '../own-facts.ts';
import type { RequestOutcome } from '../request-runner.ts';
import { type ActionClick, type Listening, listenToActions, listenToForm } from './controls.ts';

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

const COMPANY_CHANGE = { kind: 'change', of: 'company' } as const;

const listenToCompanyForm = (listening: Listening): void =>
  listenToForm(
    listening,
    COMPANY_FORM,
    COMPANY_CHANGE,
    FormOriginSchema,
    async ({ carried: { edited }, values }, asker) => {
      const read = parseCompanyForm(values);
      if (read.kind === 'wrong') return read;
      const { bot } = listening;
      const { company } = read;
      const change = (companies: Parameters<typeof withCompany>[0]): ListChange =>
        edited === undefined ? withCompany(companies, company) : withEdited(companies, edited, company);
      const now = await companiesNow(bot, asker);
      const errors = now.length === 0 ? undefined : listErrors(change(now));
      if (errors !== undefined) return { kind: 'wrong', errors };
      const save = async (): Promise<RequestOutcome> => {
        const changed = await changeCompanyList(bot, asker, change);
        return tellNotice(asker, changed ? noticeOf(changed, edited, company.name) : { kind: 'not saved' });
      };
      return { kind: 'taken', work: () => ifMayChange(asker, save) };
    },
  );

/** Nothing of a table is kept before what was read of it has been shown, and sent once more as it was. */
const listenToImportForm = (listening: Listening): void =>
  listenToForm(listening, IMPORT_FORM, COMPANY_CHANGE, FormOriginSchema, async ({ carried, values }, asker) => {
    const { channel, checked } = carried;
    const { bot } = listening;
    const table = pastedTable(values);
    const read = checkImport(table, await companiesNow(bot, asker));
    if (read.kind === 'wrong') return read;
    const name = requestId(table.mode, table.text);
    if (read.kind === 'none' || checked !== name) {
      const privateMetadata = JSON.stringify({ channel, ...(read.kind === 'ready' && { checked: name }) });
      return { kind: 'next', view: renderImportForm({ privateMetadata, checked: read }) };
    }
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
    return { kind: 'taken', work: () => ifMayChange(asker, keep) };
  });

const applyAction = (
  bot: BotContext,
  asker: Asker,
  { action, triggerId, isPrivate, value }: ActionClick<CompanyAction>,
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
export const listenToCompanies = (listening: Listening): void => {
  const { bot } = listening;
  listenToActions(listening, 'company', {
    actionOf: companyActionOf,
    keptAs: (action) => (action === 'remove' ? COMPANY_CHANGE : { kind: 'again' }),
    apply: (asker, click) => applyAction(bot, asker, click),
  });
  listenToCompanyForm(listening);
  listenToImportForm(listening);
};
