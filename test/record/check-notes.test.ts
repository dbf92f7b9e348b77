import { describe, expect, it } from 'vitest';
import { NOTES } from '../../src/notes/library.ts';
import { checkNotes } from '../../src/record/check-notes.ts';
import { CITED_RECORD } from '../../src/record/closes.ts';
import { type Finding, isFlagged, VERDICTS, type Verdict } from '../../src/record/finding.ts';
import { LARGE_CAP, SMALL_CAP } from '../../src/sensitivity/borrower.ts';
import { plain } from './plain.ts';

const FINDINGS = checkNotes(NOTES, CITED_RECORD);
const FIGURES = new Map(NOTES.claims.flatMap(({ figures }) => figures.map((figure) => [figure.id, figure])));

const found = (id: string, findings: readonly Finding[] = FINDINGS): Finding => {
  const finding = findings.find((one) => one.id === id);
  if (!finding) throw new Error(`no finding ${id}`);
  return finding;
};

const VERDICT_OF: Record<Verdict, readonly string[]> = {
  disagrees: [
    '000-cash-return',
    '000-ives-role',
    '000-riksbank',
    '001-first-time-above',
    '001-kostin-12-months',
    '002-ratio-2020',
    '003-july-2024-cut',
  ],
  conflicts: ['003-forward-discount'],
  loose: [
    '000-indexes-alike',
    '000-recessions',
    '000-swedish-index',
    '001-all-time-high',
    '001-first-cuts',
    '001-hit-hard',
    '001-pandemic-lag',
    '001-unprofitable',
    '002-large-beat-small',
    '002-late-2023',
    '002-sp-since-9-july',
    '004-finally-cuts',
  ],
  rounding: ['000-model-200-smallcap'],
  differs: [],
  agrees: [
    '000-chatgpt-gap',
    '000-fed-cut',
    '000-higher-rates',
    '000-model-100',
    '000-model-200',
    '000-model-debt-and-interest',
    '000-money-funds',
    '001-broad-market',
    '001-dot-plot',
    '001-fed-cut',
    '001-fed-statement',
    '001-first-cut-in-nine-months',
    '001-intraday-high',
    '001-near-record',
    '001-rebound-from-april',
    '001-sp-highs',
    '002-bull-market',
    '002-lead-faded',
    '002-ratio-before-cpi',
    '002-ratio-now',
    '002-russell-since-9-july',
    '002-september-turn',
    '003-first-cut-ahead',
    '004-monday',
    '004-near-record',
    '004-no-record',
    '004-russell-month',
  ],
  'cannot be checked': [
    '000-active-funds',
    '000-floating-shares',
    '000-forward-pe',
    '000-leverage',
    '000-model-inputs',
    '000-russell-recent-lead',
    '000-swedish-small-caps',
    '001-cut-priced',
    '001-forecasts',
    '001-magnificent-7-weight',
    '002-above-200-day',
    '002-cheapest-on-sales',
    '002-nine-in-ten',
    '002-reported-pe',
    '003-discount-since-2008',
    '003-lead-in-2025',
    '003-magnificent-7-gains',
    '003-value-index',
  ],
};

describe('the verdicts on the five notes', () => {
  it.each(VERDICTS)('%s', (verdict) => {
    const ids = FINDINGS.filter((finding) => finding.verdict === verdict).map(({ id }) => id);
    expect(ids.sort()).toEqual(VERDICT_OF[verdict]);
  });

  it('stand worst first', () => {
    const places = FINDINGS.map(({ verdict }) => VERDICTS.indexOf(verdict));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('stand, where wrong, with what misleads most first, and a slip in the last digit is none of them', () => {
    expect(FINDINGS.filter(({ verdict }) => verdict === 'disagrees').map(({ id }) => id)).toEqual([
      '003-july-2024-cut',
      '002-ratio-2020',
      '000-cash-return',
      '001-first-time-above',
      '000-riksbank',
      '001-kostin-12-months',
      '000-ives-role',
    ]);
  });

  it.each(['loose', 'agrees'] as const)('stand by note where it %s', (verdict) => {
    const notes = FINDINGS.filter((finding) => finding.verdict === verdict).map(({ note }) => note);
    expect(notes).toEqual([...notes].sort());
  });

  it('name each note by its id and each finding once', () => {
    const notes = new Set(NOTES.notes.map(({ id }) => id));
    expect(FINDINGS.filter(({ note, id }) => !notes.has(note) || !note.startsWith(id.slice(0, 3)))).toEqual([]);
    expect(new Set(FINDINGS.map(({ id }) => id)).size).toBe(FINDINGS.length);
  });
});

describe('what the findings cover', () => {
  it('is every figure of the library, each by one finding', () => {
    const covered = FINDINGS.flatMap(({ figures }) => figures);
    expect([...covered].sort()).toEqual([...FIGURES.keys()].sort());
  });

  it('is claims that exist, each figure under a claim it belongs to', () => {
    const owner = new Map(NOTES.claims.flatMap(({ id, figures }) => figures.map((figure) => [figure.id, id])));
    for (const { claims, figures } of FINDINGS) {
      expect(claims.filter((claim) => !NOTES.claims.some(({ id }) => id === claim))).toEqual([]);
      expect(figures.filter((figure) => !claims.includes(owner.get(figure) ?? ''))).toEqual([]);
    }
  });

  it.each([
    ['000-smallcap-lift-100', 8.78],
    ['000-largecap-lift-100', 0.47],
    ['000-largecap-lift-200', 0.93],
    ['002-ratio-before-cpi', 0.36],
    ['002-ratio-now', 0.4],
    ['001-rut-intraday-high', 2453.36],
  ])('leaves %s, %d, without a flag', (id, value) => {
    expect(FIGURES.get(id)?.value).toBe(value);
    const about = FINDINGS.filter(({ figures }) => figures.includes(id));
    expect(about.map(({ verdict }) => verdict)).toEqual(['agrees']);
  });

  it.each([
    ['002-ratio-2020', 0.6],
    ['000-smallcap-lift-200', 17.55],
    ['000-money-fund-return', 5],
    ['003-fed-cut', 50],
    ['003-rut-forward-discount', 40],
    ['001-rut-unprofitable', 50],
    ['002-rut-late-2023', 26],
  ])('flags %s, %d', (id, value) => {
    expect(FIGURES.get(id)?.value).toBe(value);
    expect(FINDINGS.filter(({ figures }) => figures.includes(id)).every(isFlagged)).toBe(true);
  });

  it('takes the model’s inputs from the note', () => {
    const value = (id: string) => FIGURES.get(id)?.value ?? Number.NaN;
    const of = (company: string, ebitdaUnit: number) => [
      value(`000-${company}-ebitda`) * ebitdaUnit,
      value(`000-${company}-net-income`) * ebitdaUnit,
      value(`000-${company}-leverage`),
      value(`000-${company}-floating-share`),
      value(`000-${company}-rate`),
    ];
    const inputs = ({ ebitda, netIncome, debtToEbitda, floatingShare, rate }: typeof SMALL_CAP) => [
      ebitda,
      netIncome,
      debtToEbitda,
      floatingShare,
      rate,
    ];
    expect(inputs(SMALL_CAP)).toEqual(of('smallcap', 1));
    expect(inputs(LARGE_CAP)).toEqual(of('largecap', 1000));
  });
});

describe('the findings about a claim', () => {
  const about = (claim: string) => FINDINGS.filter(({ claims }) => claims.includes(claim));
  const ids = (claim: string) => about(claim).map(({ id }) => id);

  it('come worst first', () => {
    expect(ids('002-ratio')).toEqual(['002-ratio-2020', '002-ratio-before-cpi', '002-ratio-now']);
    expect(ids('001-rut-record-attempt')).toEqual(['001-first-time-above', '001-intraday-high']);
  });
  it('travel to the view that rests on the figure', () => {
    expect(ids('003-west-valuation')).toEqual(['003-forward-discount']);
  });
  it('stand at both sides of a conflict', () => {
    expect(ids('003-west-forward-discount')).toContain('003-forward-discount');
    expect(ids('000-forward-pe')).toEqual(['003-forward-discount', '000-forward-pe']);
  });
  it('tell of Kostin’s forecast by how much it missed, from the note’s date', () => {
    const [finding] = about('001-kostin-12-months');
    expect(finding?.verdict).toBe('disagrees');
    expect(plain(finding?.flag ?? [])).toBe('about level: small caps led by 0.56 points');
    expect(plain(finding?.consequence ?? [])).toContain('barely: by 0.56 points from the note’s date');
  });
  it('tell of note 003’s forecast for 2025 that it speaks of earnings, which nothing here checks', () => {
    expect(about('003-west-2025-lead').map(({ verdict }) => verdict)).toEqual(['cannot be checked']);
    expect(NOTES.claims.find(({ id }) => id === '003-west-2025-lead')?.paraphrase).toContain('earnings');
  });
  it('flag both who say that small caps lag in a recession: the Russell led in 3 of 4 by NBER months', () => {
    for (const claim of ['000-j-recession', '004-calvasina-mixed-blessing'])
      expect(ids(claim)).toEqual(['000-recessions']);
    expect(plain(found('000-recessions').record)).toBe(
      'by NBER months the Russell led in 3 of 4: 1990, 2001 and 2007; −9.95% in 2020.',
    );
  });
  it('are none for a claim that was not held against the record', () => {
    expect(ids('000-lee-verge')).toEqual([]);
  });
});

describe('the numbers the verdicts rest on', () => {
  const recomputed = new Map(
    FINDINGS.flatMap((finding) => finding.recomputed.map((figure) => [figure.id, figure.value])),
  );

  it.each([
    ['record.ratio-2020', 0.52578, 5],
    ['record.ratio-peak', 0.59665, 5],
    ['record.ratio-before-cpi', 0.36418, 5],
    ['record.ratio-now', 0.41172, 5],
    ['record.catch-up-to-2020', 27.702, 3],
    ['record.russell-since-9-july', 9.535, 3],
    ['record.sp-since-9-july', -3.187, 3],
    ['record.sp-9-to-23-july', -0.381, 3],
    ['record.sp-late-2023', 13.373, 3],
    ['record.russell-late-2023', 22.36, 3],
    ['record.sp-from-the-low-2023', 15.966, 3],
    ['record.russell-from-the-low-2023', 25.795, 3],
    ['record.sp-20-years', 401.162, 3],
    ['record.russell-20-years', 260.007, 3],
    ['record.russell-to-mid-2021', 357.761, 3],
    ['record.sp-to-mid-2021', 192.496, 3],
    ['record.russell-since-chatgpt', 16.949, 3],
    ['record.sp-since-chatgpt', 37.699, 3],
    ['record.russell-since-april', 36.726, 3],
    ['record.russell-rise-on-the-cut', 2.094, 3],
    ['record.russell-close-on-the-cut', 0.179, 3],
    ['record.sp-on-the-cut', -0.097, 3],
    ['record.russell-month-2025', 3.454, 3],
    ['record.russell-fall-to-april', -27.9, 2],
    ['record.russell-short-of-record', -0.029, 3],
    ['record.smallcap-lift-200', 17.559832, 6],
    ['record.smallcap-lift-100', 8.779916, 6],
    ['record.smallcap-lift-100-taxed', 6.936134, 6],
    ['record.largecap-lift-100-taxed', 0.368803, 6],
    ['record.forward-discount-000', 18.181818, 6],
    ['record.months-since-cut', 8.969, 3],
    ['record.high-rate-months', 23.918, 3],
    ['record.first-cuts-small-led', 3, 0],
    ['record.dots-2025', 3, 0],
    ['record.dots-2026', 1, 0],
    ['record.russell-12-months', 15.914, 3],
    ['record.sp-12-months', 15.358, 3],
    ['record.recession-1990-07', 0.5, 2],
    ['record.recession-2001-03', 4.15, 2],
    ['record.recession-2007-12', 5.98, 2],
    ['record.recession-2020-02', -9.95, 2],
    ['record.russell-since-2022', 36.684, 3],
    ['record.sp-since-2022', 71.9065, 4],
    ['record.ratio-2019', 0.51643, 5],
    ['record.ratio-on-the-cut', 0.36473, 5],
    ['record.one-year-windows-large-led', 54.31, 2],
    ['record.fed-cuts-2024', 100, 0],
  ])('%s is %d', (id, value, digits) => {
    expect(recomputed.get(id)).toBeCloseTo(value, digits);
  });

  it('carry a source, and an id of their own', () => {
    const figures = FINDINGS.flatMap((finding) => finding.recomputed);
    expect(figures.filter(({ source }) => source === '')).toEqual([]);
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  });
});

describe('the sentences', () => {
  it('say what the rendered answer says', () => {
    const { said, record, consequence, flag } = found('002-ratio-2020');
    expect([said, record, consequence ?? [], flag ?? []].map(plain)).toEqual([
      '0.6',
      '0.526 (1,974.86 ÷ 3,756.07). Highest since: 0.597 on 12 Mar 2021.',
      'Regaining it from 25 Jul 2024 meant beating the S&P by 27.70%, not 45.73%.',
      'record: 0.526',
    ]);
  });

  it.each(FINDINGS.map((finding) => [finding.id, finding] as const))(
    'of %s are short, and end as they should',
    (_, finding) => {
      const [said, record] = [plain(finding.said), plain(finding.record)];
      expect(finding.subject.length).toBeLessThanOrEqual(60);
      const length = `${finding.subject} ${said} ${record}`.length;
      expect(length).toBeGreaterThanOrEqual(85);
      expect(length).toBeLessThanOrEqual(170);
      expect(said).not.toMatch(/\.$/);
      expect(record).toMatch(/[^.]\.$/);
      for (const text of [said, record]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it('carry a consequence and a flag where flagged, and only there', () => {
    for (const { verdict, consequence, flag } of FINDINGS) {
      expect(consequence !== undefined).toBe(isFlagged({ verdict }));
      expect(flag !== undefined).toBe(isFlagged({ verdict }));
      if (flag) expect(plain(flag).length).toBeLessThanOrEqual(45);
      if (consequence) expect(plain(consequence)).toMatch(/^[A-Z].*\.$/);
      if (consequence) expect(plain(consequence).length).toBeLessThanOrEqual(100);
    }
  });

  it('name whose record it is, except where there is none', () => {
    expect(FINDINGS.filter(({ verdict, sources }) => sources.length === 0 && verdict !== 'cannot be checked')).toEqual(
      [],
    );
  });
});
