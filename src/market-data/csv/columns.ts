import type { SeriesId } from '../../facts/index.ts';
import { type DataResult, ok, unavailableBecause } from '../port.ts';
import { shownCell, type Table, wrong } from './table.ts';

/** Which columns of a table hold the closes of which index. */

interface FoundColumns {
  /** Place of the dates, from 0. */
  readonly date: number;
  readonly closes: readonly { readonly series: SeriesId; readonly place: number }[];
  /** Names of columns that are not read and that no vendor's file has as a matter of course. */
  readonly unread: readonly string[];
  /** True of Nasdaq's own export, whose dates have the month first. */
  readonly isMonthFirst: boolean;
}

/** What each series is called in headers, file names and columns of symbols; without its last word `close`. */
const NAMES: readonly (readonly [series: SeriesId, names: RegExp])[] = [
  ['rut_tr', /^(?:ruttr|rutr|rut2000tr|r2ktr|russell2000tr)$/],
  ['spx_tr', /^(?:spxtr|sptr|sp500tr|s&p500tr|gspctr)$/],
  ['spx_ew', /^(?:spxew|spw|sp500ew|s&p500ew|sp500equalweight|s&p500equalweight|equalweight)$/],
  ['sp600', /^(?:sp600|s&p600|sml|s&psmallcap600|spsmallcap600)$/],
  ['ndx', /^(?:ndx|nasdaq100)$/],
  ['omxsscpi', /^(?:omxsscpi|omxsspi|omxstockholmsmallcap|omxstockholmsmallcappi)$/],
  ['omxs30', /^(?:omxs30|omx|omxstockholm30)$/],
  ['rut', /^(?:rut|r2k|russell2000)$/],
  ['spx', /^(?:spx|gspc|inx|sp500|s&p500)$/],
];
/** Funds that follow an index are no index. */
const FUNDS = /^(?:iwm|vtwo|spy|voo|ivv|ijr|qqq|rsp)$/;

const DATES = /^(?:date|datum|day|tradedate|observationdate|timestamp)$/;
/** Of a file with one index: the close, as Yahoo, Investing, Nasdaq, Nasdaq Nordic and spreadsheets head it. */
const CLOSES =
  /^(?:close|closeclosepriceadjustedforsplits|closelast|price|last|lastprice|closingprice|closeprice|value|slutkurs|stängningskurs|senast|schluss|schlusskurs)$/;
const SYMBOLS = /^(?:symbol|ticker|index|name|instrument)$/;
const USUAL =
  /^(?:open|high|low|adjclose|adjcloseadjusted.*|volume|vol|change|chg|openprice|highprice|lowprice|averageprice|bid|ask|opening|turnover|trades|dividends|stocksplits|capitalgains|)$/;

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/total[ _-]?return/g, 'tr')
    .replace(/[^\p{L}\d&]/gu, '');

const withoutClose = (name: string): string =>
  name.replace(/(?:index)?(?:close|closelast|closeprice|price|last)$/, '') || name;

/** The series that a header, a symbol or a key names. */
export const seriesNamed = (name: string): SeriesId | undefined => {
  const key = bare(name);
  return NAMES.find(([, names]) => names.test(key) || names.test(withoutClose(key)))?.[0];
};

const NAME_PARTS: readonly (readonly [series: SeriesId, part: RegExp])[] = [
  ['rut_tr', /(?:russell ?2000|\brut) ?(?:tr\b|total return)|\bruttr\b/],
  ['spx_tr', /(?:s&?p ?500|\bspx|\bgspc) ?(?:tr\b|total return)|\bspxtr\b/],
  ['spx_ew', /equal ?weight|\bspw\b|\bspxew\b/],
  ['sp600', /s&?p ?600|small ?cap ?600|\bsml\b/],
  ['ndx', /nasdaq ?100|\bndx\b/],
  ['omxsscpi', /omxss?c?pi|omx stockholm small ?cap/],
  ['omxs30', /omxs ?30|omx stockholm 30|\bomx\b/],
  ['rut', /russell ?2000|\brut\b|\br2k\b/],
  ['spx', /s&?p ?500|\bspx\b|\bgspc\b/],
];

/** The series that a file's name speaks of: `Russell 2000 Historical Data.csv`, `^GSPC.csv`. */
const seriesInFileName = (name: string): SeriesId | undefined => {
  const plain = name
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[_\-^.]+/g, ' ');
  return NAME_PARTS.find(([, part]) => part.test(plain))?.[0];
};

/** Series in the columns of a table. @param series what the person, or the setting, says the file holds */
export const columnsIn = (
  { header, rows }: Table,
  fileName: string,
  series: SeriesId | undefined,
): DataResult<FoundColumns> => {
  const names = header.cells;
  const keys = names.map(bare);
  const date = keys.findIndex((key) => DATES.test(key));
  if (date < 0) {
    return wrong(`line ${header.line}: ${shownCell(names[0] ?? '')} stands where date should: no column is named so`);
  }
  const fund = keys.findIndex((key) => FUNDS.test(key) || FUNDS.test(withoutClose(key)));
  if (fund >= 0) {
    return wrong(`line ${header.line}: ${shownCell(names[fund] ?? '')} is the price of a fund, and no index`);
  }
  const named = names.flatMap((name, place) => {
    const found = place === date ? undefined : seriesNamed(name);
    return found ? [{ series: found, place }] : [];
  });
  for (const [at, one] of named.entries()) {
    const first = named.findIndex((other) => other.series === one.series);
    if (first < at) return wrong(`line ${header.line}: two columns hold ${one.series}`);
  }
  const close = keys.findIndex((key) => CLOSES.test(key));
  const isMonthFirst = keys.includes('closelast');
  const symbol = keys.findIndex((key) => SYMBOLS.test(key));
  const usual = (place: number): boolean => place === date || place === symbol || USUAL.test(keys[place] ?? '');
  const unread = names.filter((_, place) => !usual(place) && !named.some((one) => one.place === place));
  if (named.length > 0) return ok({ date, closes: named, unread, isMonthFirst });
  if (close < 0) return wrong(`line ${header.line}: no column holds closes; date,rut_close,spx_close would`);
  const symbols = new Set(symbol < 0 ? [] : rows.map(({ cells }) => cells[symbol] ?? ''));
  if (symbols.size > 1)
    return wrong(`${names[symbol]} names more than one index: ${[...symbols].slice(0, 2).map(shownCell).join(', ')}`);
  const [told = ''] = symbols;
  const one = series ?? seriesNamed(told) ?? seriesInFileName(fileName);
  if (one === undefined) {
    return unavailableBecause(
      'CSV file',
      'ambiguous',
      `${fileName} has one column of closes and does not say of which index. Say it in MARKET_DATA: csv:rut=${fileName},spx=… or rename the column to rut_close`,
    );
  }
  const rest = unread.filter((name) => name !== names[close]);
  return ok({ date, closes: [{ series: one, place: close }], unread: rest, isMonthFirst });
};
