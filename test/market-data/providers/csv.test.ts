import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCsvCloses, parseCsv } from '../../../src/market-data/providers/csv.ts';
import { isoInstant } from '../../../src/units.ts';

const HEADER = 'date,rut_close,spx_close';
const NOW = isoInstant('2026-11-20T22:00:00Z');

const fileWith = async (text: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rotation-desk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'mine.csv');
  await writeFile(path, text);
  return path;
};

describe("a user's own closes", () => {
  it.each([
    ['plain', `${HEADER}\n2026-11-18,10,40\n2026-11-19,12,41\n`],
    [
      'of a spreadsheet on Windows',
      `\uFEFF"date","rut_close","spx_close"\r\n"2026-11-18","10","40"\r\n"2026-11-19","12","41"\r\n`,
    ],
    [
      'newest first, in capitals, with blanks',
      `DATE, RUT_CLOSE, SPX_CLOSE\n2026-11-19, 12, 41\n\n2026-11-18, 10, 40\n`,
    ],
  ])('are read where the file is %s', async (_, text) => {
    expect(await loadCsvCloses(await fileWith(text), NOW)).toMatchObject({
      kind: 'ok',
      value: {
        ratio: { dates: ['2026-11-18', '2026-11-19'], numerator: [10, 12], denominator: [40, 41] },
        check: { kind: 'not-applicable' },
        provenance: { provider: 'CSV file', source: 'your file mine.csv', asOf: '2026-11-19', isSynthetic: false },
      },
    });
  });

  it('may be few, with years between them, and lack a close', async () => {
    const text = `${HEADER}\n2018-12-31,1348.56,2506.85\n2020-12-31,1974.86,3756.07\n2024-07-02,2033.87,\n`;
    expect(await loadCsvCloses(await fileWith(text), NOW)).toMatchObject({
      value: {
        ratio: { dates: ['2018-12-31', '2020-12-31'] },
        provenance: { remarks: ['1 day without a close of spx_close left out'] },
      },
    });
  });

  it('of days to come and of weekends are left out', async () => {
    const text = `${HEADER}\n2026-11-20,10,40\n2026-11-21,11,41\n2026-11-23,12,42\n`;
    const outcome = await loadCsvCloses(await fileWith(text), isoInstant('2026-11-22T12:00:00Z'));
    expect(outcome).toMatchObject({ value: { ratio: { dates: ['2026-11-20'] } } });
  });

  it.each([
    ['', 'line 1, column 1: “” stands where date should'],
    ['date,spx_close,rut_close\n', 'line 1, column 2: “spx_close” stands where rut_close should'],
    ['date;rut_close;spx_close\n', 'line 1, column 1: “date?rut_close?spx_c” stands where date should'],
    [`${HEADER},note\n`, 'line 1 has 4 columns, not 3'],
    [`${HEADER}\n`, 'the file has no rows below its header'],
    [`${HEADER}\n2026-11-19,12\n`, 'line 2 has 2 columns, not 3'],
    [
      `${HEADER}\n2026-11-18,10,40\n19.11.2026,12,41\n`,
      'line 3, column 1 (date): “19.11.2026” is no date; 2026-11-20 would be',
    ],
    [`${HEADER}\n2026-02-30,12,41\n`, 'line 2, column 1 (date): “2026-02-30” is no date; 2026-11-20 would be'],
    [`${HEADER}\n2026-11-19,n/a,41\n`, 'line 2, column 2 (rut_close): “n/a” is no close; 2222.98 would be'],
    [`${HEADER}\n2026-11-19,12,0\n`, 'line 2, column 3 (spx_close): “0” is no close; 2222.98 would be'],
    [`${HEADER}\n2026-11-19,-12,41\n`, 'line 2, column 2 (rut_close): “-12” is no close; 2222.98 would be'],
    [`${HEADER}\n2026-11-19,<@U1>*x*,41\n`, 'line 2, column 2 (rut_close): “??U1??x?” is no close; 2222.98 would be'],
    [
      `${HEADER}\n2026-11-19,12,41\n\n2026-11-19,12,41\n`,
      'line 4, column 1 (date): 2026-11-19 stands in line 2 already',
    ],
  ])('are refused by line and column: %j', (text, words) => {
    expect(parseCsv(text)).toMatchObject({ kind: 'unavailable', problems: [{ provider: 'CSV file', words }] });
  });

  it('are refused where a close moves by more than 25 % in a day: a slip of the comma', async () => {
    const text = `${HEADER}\n2026-11-18,1000,40\n2026-11-19,10.01,41\n`;
    expect(await loadCsvCloses(await fileWith(text), NOW)).toMatchObject({
      problems: [{ kind: 'implausible', words: 'CSV file has rut_close move by more than 25% on 2026-11-19' }],
    });
  });

  it('that are not there are named by file, not by path', async () => {
    expect(await loadCsvCloses('/nowhere/secret/mine.csv', NOW)).toEqual({
      kind: 'unavailable',
      problems: [{ provider: 'CSV file', kind: 'not-found', words: 'mine.csv cannot be read (ENOENT)' }],
    });
  });
});
