import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCsvCloses, parseCsvCloses } from '../../../src/market-data/providers/csv.ts';
import { isoInstant } from '../../../src/units.ts';

const HEADER = 'date,rut_close,spx_close';
const NOW = isoInstant('2026-11-20T22:00:00Z');

const folderOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rotation-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

const fileWith = async (text: string | Uint8Array): Promise<string> =>
  join(await folderOf({ 'mine.csv': text }), 'mine.csv');

const load = async (text: string | Uint8Array, hints = {}, now = NOW) =>
  (await loadCsvCloses(await fileWith(text), hints, now)).closes;

const TWO_DAYS = {
  kind: 'ok',
  value: {
    ratio: { dates: ['2026-11-18', '2026-11-19'], numerator: [2874.63, 2880.1], denominator: [7637.76, 7650.5] },
    check: { kind: 'not-applicable' },
    provenance: { provider: 'CSV file', source: 'your file mine.csv', asOf: '2026-11-19', isSynthetic: false },
  },
};

const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

const PLAIN = `${HEADER}\n2026-11-18,2874.63,7637.76\n2026-11-19,2880.1,7650.5\n`;

describe("a user's own closes", () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['plain', PLAIN],
    [
      'of a spreadsheet on Windows',
      `\uFEFF"date","rut_close","spx_close"\r\n"2026-11-18","2874.63","7637.76"\r\n"2026-11-19","2880.1","7650.5"\r\n`,
    ],
    [
      'newest first, in capitals, with blanks',
      `DATE, RUT_CLOSE, SPX_CLOSE\n2026-11-19, 2880.1, 7650.5\n\n2026-11-18, 2874.63, 7637.76\n`,
    ],
    ['in UTF-16 with its mark', utf16(PLAIN, 'le')],
    ['in UTF-16 the other way round', utf16(PLAIN, 'be')],
    ['in UTF-16 without a mark', utf16(PLAIN, 'le', false)],
    ['of an old Macintosh', PLAIN.replaceAll('\n', '\r')],
    ['with semicolons and decimal commas', 'Datum;RUT;SPX\n18.11.2026;2874,63;7637,76\n19.11.2026;2880,1;7650,5\n'],
    [
      'with a line that names its separator',
      'sep=;\r\ndate;rut_close;spx_close\r\n2026-11-18;2.874,63;7.637,76\r\n2026-11-19;2.880,10;7.650,50\r\n',
    ],
    ['with quoted thousands', `${HEADER}\n2026-11-18,"2,874.63","7,637.76"\n2026-11-19,"2,880.10","7,650.50"\n`],
    [
      'with tabs and blanks as thousands',
      'date\trut_close\tspx_close\n2026-11-18\t2 874,63\t7 637,76\n2026-11-19\t2 880,1\t7\u202F650,5\n',
    ],
    ['with Swiss apostrophes', `${HEADER}\n2026-11-18,2'874.63,7’637.76\n2026-11-19,2'880.10,7'650.50\n`],
    [
      'with its columns in another order',
      'spx_close,date,rut_close\n7637.76,2026-11-18,2874.63\n7650.5,2026-11-19,2880.1\n',
    ],
    ['under the names of indexes', 'Date,Russell 2000,S&P 500\n2026-11-18,2874.63,7637.76\n2026-11-19,2880.1,7650.5\n'],
    ['with dates of a spreadsheet by their number', `${HEADER}\n46344,2874.63,7637.76\n46345,2880.1,7650.5\n`],
    [
      'with dates and times',
      `${HEADER}\n2026-11-18 00:00:00-05:00,2874.63,7637.76\n2026-11-19T00:00:00Z,2880.1,7650.5\n`,
    ],
    ['with dates without marks', `${HEADER}\n20261118,2874.63,7637.76\n20261119,2880.1,7650.5\n`],
    ['with the month first', `${HEADER}\n11/18/2026,2874.63,7637.76\n11/19/2026,2880.1,7650.5\n`],
    ['with the day first', `${HEADER}\n18/11/2026,2874.63,7637.76\n19/11/2026,2880.1,7650.5\n`],
    ['with short years', `${HEADER}\n18-11-26,2874.63,7637.76\n19-11-26,2880.1,7650.5\n`],
    ['with named months', `${HEADER}\n"Nov 18, 2026",2874.63,7637.76\n"Nov 19, 2026",2880.1,7650.5\n`],
    ['with the day before a named month', `${HEADER}\n18-Nov-26,2874.63,7637.76\n19 November 2026,2880.1,7650.5\n`],
    ['with weekdays', `${HEADER}\n"Wed, Nov 18, 2026",2874.63,7637.76\n"Thursday, November 19, 2026",2880.1,7650.5\n`],
    ['with Swedish months', 'datum;rut;spx\n18 nov 2026;2874,63;7637,76\n19 nov 2026;2880,1;7650,5\n'],
    ['with empty lines of separators at its end', `${PLAIN},,\n,,\n`],
  ])('are read where the file is %s', async (_, text) => {
    expect(await load(text)).toMatchObject(TWO_DAYS);
  });

  it('may be few, with years between them, and lack a close', async () => {
    const text = `${HEADER}\n2018-12-31,1348.56,2506.85\n2020-12-31,1974.86,3756.07\n2024-07-02,2033.87,\n`;
    expect(await load(text)).toMatchObject({
      value: {
        ratio: { dates: ['2018-12-31', '2020-12-31'] },
        provenance: {
          remarks: ['1 day without a close of spx_close left out'],
          doubts: ['504 of 505 sessions have no row, 504 in a row after line 2 (2018-12-31)'],
        },
      },
    });
  });

  it('of days to come and of weekends are left out, and the weekends are counted', async () => {
    const text = `${HEADER}\n2026-11-20,2874.63,7637.76\n2026-11-21,2874.63,7637.76\n2026-11-23,2880,7650\n2026-11-25,2890,7660\n`;
    expect(await load(text, {}, isoInstant('2026-11-24T12:00:00Z'))).toMatchObject({
      value: {
        ratio: { dates: ['2026-11-20', '2026-11-23'] },
        provenance: {
          remarks: ['1 day on which the exchange was shut left out, the first line 3 (2026-11-21), a Saturday'],
        },
      },
    });
  });

  it('that are not there are named by file, not by path', async () => {
    expect((await loadCsvCloses('/nowhere/secret/mine.csv', {}, NOW)).closes).toEqual({
      kind: 'unavailable',
      problems: [{ provider: 'CSV file', kind: 'not-found', words: 'mine.csv cannot be read: there is no such file' }],
    });
  });
});

describe('two files of one index each', () => {
  const YAHOO = (closes: readonly [string, number][]) =>
    [
      'Date,Open,High,Low,Close,Adj Close,Volume',
      ...closes.map(([on, close]) => `${on},1,1,1,${close},${close},0`),
    ].join('\n');
  const INVESTING =
    '"Date","Price","Open","High","Low","Vol.","Change %"\n"11/19/2026","7,650.50","1","1","1","","0.17%"\n"11/18/2026","7,637.76","1","1","1","","0.10%"\n';
  const NASDAQ = 'Date,Close/Last,Volume,Open,High,Low\n11/02/2026,2880.10,--,1,1,1\n10/12/2026,2874.63,--,1,1,1\n';
  const SMALL = YAHOO([
    ['2026-11-18', 2874.63],
    ['2026-11-19', 2880.1],
  ]);

  it.each([
    [
      'their names',
      { '^RUT.csv': SMALL, 'S&P 500 Historical Data.csv': INVESTING },
      ['^RUT.csv', 'S&P 500 Historical Data.csv'],
    ],
    [
      'their names, one copied from a page',
      {
        'rut.csv':
          'Date\tOpen\tClose Close price adjusted for splits.\tAdj Close Adjusted close price\n"Nov 19, 2026"\t1\t2,880.10\t1\nNov 18, 2026\t1\t2,874.63\t1\n',
        '^GSPC.csv': INVESTING,
      },
      ['rut.csv', '^GSPC.csv'],
    ],
    ['what the setting says', { 'a.csv': SMALL, 'b.csv': INVESTING }, ['rut=a.csv', 'spx=b.csv']],
    [
      'a column of symbols',
      { 'a.csv': 'Symbol,Date,Close\n^RUT,2026-11-18,2874.63\n^RUT,2026-11-19,2880.1\n', 'spx.csv': INVESTING },
      ['a.csv', 'spx.csv'],
    ],
  ])('are told by %s', async (_, files, parts) => {
    const folder = await folderOf(files);
    const spec = parts.map((part) => part.replace(/^(\w+=)?/, `$1${folder}/`)).join(',');
    const { closes } = await loadCsvCloses(spec, {}, NOW);
    expect(closes).toMatchObject({
      kind: 'ok',
      value: { ratio: TWO_DAYS.value.ratio, provenance: { source: `your files ${Object.keys(files).join(' and ')}` } },
    });
  });

  it("Nasdaq's own has the month first, whatever its rows are", async () => {
    const folder = await folderOf({
      'rut.csv': NASDAQ,
      'spx.csv': 'date,spx\n2026-11-02,7650.5\n2026-10-12,7637.76\n',
    });
    const { closes } = await loadCsvCloses(`${folder}/rut.csv,${folder}/spx.csv`, {}, NOW);
    expect(closes).toMatchObject({ value: { ratio: { dates: ['2026-10-12', '2026-11-02'] } } });
  });

  it('ask which index a file holds that does not say it', async () => {
    const folder = await folderOf({ 'HistoricalData_1.csv': NASDAQ });
    expect((await loadCsvCloses(`${folder}/HistoricalData_1.csv`, {}, NOW)).closes).toMatchObject({
      problems: [
        {
          kind: 'ambiguous',
          words:
            'HistoricalData_1.csv has one column of closes and does not say of which index. Say it in MARKET_DATA: csv:rut=HistoricalData_1.csv,spx=… or rename the column to rut_close',
        },
      ],
    });
  });

  it('that hold the same index are refused', async () => {
    const folder = await folderOf({ 'rut.csv': SMALL, 'russell 2000.csv': SMALL });
    expect((await loadCsvCloses(`${folder}/rut.csv,${folder}/russell 2000.csv`, {}, NOW)).closes).toMatchObject({
      problems: [{ words: 'Close stands in both rut.csv and russell 2000.csv' }],
    });
  });

  it('name the file whose line cannot be read', async () => {
    const folder = await folderOf({ 'rut.csv': SMALL, 'spx.csv': 'date,spx\n2026-11-18,x\n' });
    expect((await loadCsvCloses(`${folder}/rut.csv,${folder}/spx.csv`, {}, NOW)).closes).toMatchObject({
      problems: [{ words: 'spx.csv, line 2, column 2 (spx): “x” is no close; 2222.98 would be' }],
    });
  });

  it('with a comma in its path a file is one file', async () => {
    const folder = await folderOf({ 'rut, spx.csv': PLAIN });
    expect((await loadCsvCloses(`${folder}/rut, spx.csv`, {}, NOW)).closes).toMatchObject({ kind: 'ok' });
  });
});

describe('what cannot be told apart', () => {
  const EITHER = `${HEADER}\n03/04/2024,2000,5200\n04/04/2024,2010,5210\n`;

  it('is asked, with how to answer', async () => {
    expect(await load(EITHER)).toMatchObject({
      problems: [
        {
          kind: 'ambiguous',
          words:
            'line 2, column 1 (date): 03/04/2024 may be 3 April 2024 or 4 March 2024, and no other row tells. Set CSV_DATES=dmy for the day first, CSV_DATES=mdy for the month first, or write 2024-04-03',
        },
      ],
    });
  });

  it.each([
    ['dmy', ['2024-04-03', '2024-04-04']],
    ['mdy', ['2024-03-04', '2024-04-04']],
  ])('is read by the answer %s', async (dates, expected) => {
    expect(await load(EITHER, { dates })).toMatchObject({ value: { ratio: { dates: expected } } });
  });

  it('25/9/2024 can be one day only, and says how the others are read, whatever was answered', async () => {
    expect(await load(`${EITHER}25/9/2024,2200,5700\n`, { dates: 'mdy' })).toMatchObject({
      value: { ratio: { dates: ['2024-04-03', '2024-04-04', '2024-09-25'] } },
    });
  });

  it('is asked of numbers that may have thousands or decimals', async () => {
    const text = 'date;rut_close;spx_close\n2024-07-09;2.029;5.577\n2024-07-10;2.052;5.634\n';
    expect(await load(text)).toMatchObject({
      problems: [
        {
          kind: 'ambiguous',
          words:
            'line 2, column 2 (rut_close): 2.029 may be 2029 or 2.029, and no other cell tells. Set CSV_DECIMAL=point for 2.029, CSV_DECIMAL=comma for 2029',
        },
      ],
    });
    expect(await load(text, { decimal: 'comma' })).toMatchObject({ value: { ratio: { numerator: [2029, 2052] } } });
  });
});

describe('further columns', () => {
  const text = [
    'date,rut_close,spx_close,rut_tr,spx_tr,sp600_close,ndx_close,spx_ew_close,omxsscpi_close,omxs30_close,note',
    '2026-11-18,2874.63,7637.76,15000,16000,1500,28000,8300,6000,2900,a',
    '2026-11-19,2880.1,7650.5,15030,16020,1505,28100,8310,6030,2910,b',
  ].join('\n');

  it('are pairs of their own, and one that is not understood is named', () => {
    const { closes, pairs } = parseCsvCloses('mine.csv', text, {}, NOW);
    expect(closes).toMatchObject({ value: { provenance: { remarks: ['column “note” of mine.csv not read'] } } });
    expect(
      pairs.map(({ pair, ...rest }) => [
        pair.name,
        'ratio' in rest && rest.ratio.numerator[0],
        'ratio' in rest && rest.ratio.denominator[0],
      ]),
    ).toEqual([
      ['total return', 15000, 16000],
      ['S&P 600', 1500, 7637.76],
      ['Nasdaq', 2874.63, 28000],
      ['equal weight', 2874.63, 8300],
      ['OMXSSCPI', 6000, 2900],
    ]);
  });

  it('of Sweden alone are read without the Russell, on the days Stockholm trades', () => {
    const sweden = 'date;omxsspi_close;omxs30_close\n2024-07-03;600;2500\n2024-07-04;601;2501\n2024-06-21;590;2490\n';
    const { closes, pairs } = parseCsvCloses('sverige.csv', sweden, {}, NOW);
    expect(closes).toMatchObject({
      problems: [
        { words: 'the file has no column of rut: rut_close would be' },
        { words: 'the file has no column of spx: spx_close would be' },
      ],
    });
    expect(pairs).toMatchObject([{ kind: 'closes', ratio: { dates: ['2024-07-03', '2024-07-04'] } }]);
  });

  it('that are refused are refused by themselves', () => {
    const lines = text.split('\n').map((line, at) => (at === 2 ? line.replace('28100', '281') : line));
    const { closes, pairs } = parseCsvCloses('mine.csv', lines.join('\n'), {}, NOW);
    expect(closes.kind).toBe('ok');
    expect(pairs.find(({ pair }) => pair.name === 'Nasdaq')).toMatchObject({
      kind: 'refused',
      words: ['CSV file has ndx_close move by more than 25% on line 3 (2026-11-19), as a split or another unit would'],
    });
  });
});
