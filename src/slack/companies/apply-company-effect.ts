import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompanyListEffect,
  companyNamed,
  type ListChange,
  type ListedCompany,
  withoutCompany,
} from '../../companies/index.ts';
import {
  type CompanyNotice,
  companyButton,
  renderCompanyForm,
  renderCompanyHelp,
  renderCompanyList,
  renderCompanyNotice,
  renderImportForm,
} from '../../company-list/index.ts';
import { tickerIn } from '../../filings/index.ts';
import type { Filings } from '../../market-data/index.ts';
import { renderFiling } from '../../surface/index.ts';
import type { Asker, BotContext } from '../asker.ts';
import { changeOwnList, ifMember, openForm, tellPrivately } from '../own-lists.ts';
import type { RequestOutcome } from '../request-runner.ts';

export const tellNotice = (asker: Asker, notice: CompanyNotice, replace = false): Promise<RequestOutcome> =>
  tellPrivately(asker, renderCompanyNotice(notice), replace);

/** Does what a member of the workspace may do to its list; everybody else is told that they may not. */
export const ifMayChange = (
  asker: Asker,
  work: () => Promise<RequestOutcome>,
  replace = false,
): Promise<RequestOutcome> =>
  ifMember(asker, async ({ isGuest }) => (isGuest ? tellNotice(asker, { kind: 'guest' }, replace) : work()));

/** Changes the list of the asker's workspace. @returns undefined where it could not be saved */
export const changeCompanyList = async (
  { listStore, now }: BotContext,
  { team, user }: Asker,
  change: (companies: readonly ListedCompany[]) => ListChange,
): Promise<(ListChange & { readonly count: number }) | undefined> => {
  let count = 0;
  const made = await changeOwnList<readonly ListedCompany[], ListChange>(
    async (make) => {
      count = (await listStore.changeCompanies(team, make, { user, now: now() }))?.companies.length ?? 0;
    },
    (companies) => {
      const changed = change(companies);
      return changed.kind === 'changed' ? [changed, changed.companies] : [changed];
    },
  );
  return made && { ...made, count };
};

/** Where a form was asked for; it travels with the form and comes back. */
export interface CompanyFormOrigin {
  readonly channel: string;
  /** Name of the company that is edited. */
  readonly edited?: string | undefined;
  /** What stands in the form was read, and this is what it was. */
  readonly checked?: string | undefined;
}

const originJson = (origin: CompanyFormOrigin): string => JSON.stringify(origin);

/** Opens the form of a new company, of one of the list, or of an import. */
const openCompanyForm = async (
  bot: BotContext,
  asker: Asker,
  effect: Extract<CompanyListEffect, { readonly do: 'add' | 'edit' | 'import' }>,
  triggerId: string | undefined,
): Promise<RequestOutcome> => {
  const { channel } = asker;
  if (effect.do === 'edit') {
    const { companies = [] } = (await bot.listStore.companies(asker.team)) ?? {};
    const edited = companyNamed(effect.name, companies);
    if (edited === undefined) {
      return tellNotice(asker, { kind: 'none of that name', name: effect.name, count: companies.length });
    }
    if (!triggerId) return tellNotice(asker, { kind: 'edit form', name: edited.name });
    const view = renderCompanyForm({ privateMetadata: originJson({ channel, edited: edited.name }), edited });
    return openForm(asker, triggerId, view);
  }
  if (!triggerId) return tellNotice(asker, { kind: 'form', action: effect.do });
  const privateMetadata = originJson({ channel });
  return openForm(
    asker,
    triggerId,
    effect.do === 'add'
      ? renderCompanyForm({ privateMetadata, begins: effect.name === undefined ? {} : { name: effect.name } })
      : renderImportForm({ privateMetadata }),
  );
};

/** What filings give of a ticker, to the asker alone, with a button that opens the form filled in with it. */
const tellFiling = async (asker: Asker, filings: Filings, name: string): Promise<RequestOutcome> => {
  asker.letOthersPass?.();
  const outcome = await filings.company(name);
  const label = outcome.kind === 'found' ? 'Fill in the form' : 'Open the form';
  return tellPrivately(asker, renderFiling(outcome, [companyButton('fill', label, name)]));
};

/** How long a form waits for filings that were shown before; Slack lets it open within three seconds. */
const FILING_WAIT_MS = 1_500;

/** Opens the form with what filings give; with the name alone where they give nothing in time. */
export const openFilledForm = (
  bot: BotContext,
  asker: Asker,
  name: string,
  triggerId: string | undefined,
): Promise<RequestOutcome> =>
  ifMayChange(asker, async () => {
    const late = wait(FILING_WAIT_MS, undefined, { ref: false });
    const outcome = await Promise.race([bot.filings?.company(name), late]);
    const begins = outcome?.kind === 'found' ? outcome.company : { name };
    const privateMetadata = originJson({ channel: asker.channel });
    return openForm(asker, triggerId, renderCompanyForm({ privateMetadata, begins }));
  });

const askWhether = async (bot: BotContext, asker: Asker, name: string): Promise<RequestOutcome> => {
  const { companies = [] } = (await bot.listStore.companies(asker.team)) ?? {};
  const found = companyNamed(name, companies);
  return tellNotice(
    asker,
    found ? { kind: 'really', name: found.name } : { kind: 'none of that name', name, count: companies.length },
  );
};

/** Removes a company, once it was confirmed. */
export const removeCompany = (bot: BotContext, asker: Asker, name: string): Promise<RequestOutcome> =>
  ifMayChange(
    asker,
    async () => {
      const changed = await changeCompanyList(bot, asker, (companies) => withoutCompany(companies, name));
      if (changed === undefined) return tellNotice(asker, { kind: 'not saved' }, true);
      const { count } = changed;
      return tellNotice(
        asker,
        changed.kind === 'changed'
          ? { kind: 'removed', name: changed.company.name, count }
          : { kind: 'none of that name', name, count },
        true,
      );
    },
    true,
  );

/** Shows the list from a place on. @param replace where it was shown */
export const showList = (bot: BotContext, asker: Asker, from: number, replace: boolean): Promise<RequestOutcome> =>
  ifMember(asker, async () =>
    tellPrivately(asker, renderCompanyList(await bot.listStore.companies(asker.team), from), replace),
  );

/**
 * Carries out what was typed behind `/company`, for people of the workspace.
 *
 * @param triggerId opens a form; absent where words in a message ask for one
 */
export const applyCompanyEffect = async (
  bot: BotContext,
  asker: Asker,
  effect: CompanyListEffect,
  triggerId?: string,
): Promise<RequestOutcome> => {
  if (effect.do === 'list') return showList(bot, asker, 0, false);
  if (effect.do === 'help')
    return ifMember(asker, async () => {
      const { companies = [] } = (await bot.listStore.companies(asker.team)) ?? {};
      return tellPrivately(asker, renderCompanyHelp(companies.length, effect.unread));
    });
  return ifMayChange(asker, () => {
    if (effect.do === 'remove') return askWhether(bot, asker, effect.name);
    const isTicker = effect.do === 'add' && effect.name !== undefined && tickerIn(effect.name) !== undefined;
    return isTicker && bot.filings !== undefined
      ? tellFiling(asker, bot.filings, effect.name)
      : openCompanyForm(bot, asker, effect, triggerId);
  });
};
