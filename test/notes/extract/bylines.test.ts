import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/notes/extract/index.ts';

const NOBODY = { people: [], firms: [] };
const CLAIM = 'We think that small caps will beat large caps over the next year.';
/** `author / firm` of the one claim below a head, or above a foot. */
const voiceOf = (head: string, foot = ''): string => {
  const { claims } = extractClaims(
    ['Why smaller companies may lead', head, CLAIM, foot].filter((part) => part !== '').join('\n\n'),
    NOBODY,
  );
  const [claim] = claims;
  return `${claim?.speaker ?? '-'} / ${claim?.firm ?? '-'}`;
};

/** `title / publisher` of a note whose first lines are these. */
const headOf = (...head: readonly string[]): string => {
  const { header } = extractClaims([...head, CLAIM].join('\n\n'), NOBODY);
  return `${header.title ?? '-'} / ${header.publisher ?? '-'}`;
};

describe('a title on two lines', () => {
  it.each([
    ['Smaller Companies: The Recovery That Got Ahead of', 'Itself'],
    ['Why the Small-Company Rally Has Gone', 'Too Far'],
    ['Why Small Companies Will Lead the Market Once', 'Again'],
    ['Why the small-company rally still has', 'room to run'],
    ['Smaller Companies in the Shadow of the', 'Largest Seven'],
  ])('is one title, and no part of it a publisher: %j', (first, second) => {
    expect(headOf(`${first}\n${second}`, 'By Oona Brandvold', '14 October 2025')).toBe(`${first} ${second} / -`);
    expect(headOf(first, second, 'Oona Brandvold, Chief Strategist, Larkhill Dene', '14 October 2025')).toBe(
      `${first} ${second} / Larkhill Dene`,
    );
  });

  it.each([
    ['Small companies lag again', 'Bexhill Capital', 'Bexhill Capital'],
    ['What small companies are made of', 'Larkhill Dene', '-'],
    ['What we still like small companies for', 'Oona Brandvold', '-'],
    ['The case for small companies in a year of falling', 'Interest Rates', '-'],
  ])('is not the line of a name below it: %j, %j', (title, below, publisher) => {
    expect(headOf(title, below, '14 October 2025')).toBe(`${title} / ${publisher}`);
  });
});

describe('a byline', () => {
  it.each([
    ['Oona Brandvold, Chief Strategist, Larkhill Dene'],
    ['By Oona Brandvold, Chief Strategist at Larkhill Dene'],
    ['By Oona Brandvold, Chief Strategist, Larkhill Dene 3 May 2026'],
    ['Oona Brandvold | Chief Strategist | Larkhill Dene'],
  ])('ends with a firm of an unknown name behind the job: %j', (head) => {
    expect(voiceOf(head)).toBe('Oona Brandvold / Larkhill Dene');
  });

  it.each([
    ['Oona Brandvold, Chief Strategist'],
    ['Oona Brandvold, Head of Research, 3 May 2026'],
    ['Oona Brandvold, Economist 3 May 2026'],
  ])('with a job alone names no firm: %j', (head) => {
    expect(voiceOf(head)).toBe('Oona Brandvold / -');
  });

  it.each([
    ['Harrowgate Pell & Co. | US Equity Strategy | 14 October 2025 | Oona Brandvold'],
    ['Oona Brandvold | US Equity Strategy | Harrowgate Pell & Co. | 14 October 2025'],
    ['14 October 2025 \u00b7 Oona Brandvold \u00b7 Harrowgate Pell & Co.'],
    ['Oona Brandvold, Harrowgate Pell & Co.'],
    ['Oona Brandvold, Harrowgate Pell & Co., New York'],
    ['Oona Brandvold, CFA, Harrowgate Pell & Co.'],
    ['Oona Brandvold, CFA | Head of US Equity Strategy | Harrowgate Pell & Co.'],
    ['Harrowgate Pell & Co. \u2014 Oona Brandvold, senior strategist \u2014 06:55 ET'],
    ['Harrowgate Pell & Co. / Oona Brandvold / 14 October 2025'],
    ['By Oona Brandvold, Harrowgate Pell & Co.'],
    ['BY OONA BRANDVOLD | HARROWGATE PELL & CO. | 14 OCTOBER 2025'],
    ['From the desk of Oona Brandvold | Harrowgate Pell & Co.'],
    ['From the desk of Oona Brandvold\nHarrowgate Pell & Co.'],
    ['Oona Brandvold\nUS Equity Strategy\nHarrowgate Pell & Co.\n14 October 2025'],
    ['Harrowgate Pell & Co.\nOona Brandvold\n14 October 2025'],
    ['Oona Brandvold (oona.brandvold@pell.example) | Harrowgate Pell & Co. | +1 212 555 0100'],
    ['Oona Brandvold <ob@pell.example>, Harrowgate Pell & Co.'],
    ['Analyst: Oona Brandvold, CFA\nHarrowgate Pell & Co.'],
    ['Author: Oona Brandvold | Harrowgate Pell & Co.'],
    ['Harrowgate Pell & Co.\nPrepared by: Oona Brandvold, 14 October 2025'],
    ['Oona Brandvold, strategist at Harrowgate Pell & Co.'],
    ['Oona Brandvold, Head of US Equity Strategy at Harrowgate Pell & Co. | October 14, 2025 | 7:05 a.m.'],
    ['Oona Brandvold for Harrowgate Pell & Co.'],
    ['Oona Brandvold @ Harrowgate Pell & Co.'],
    ['Oona Brandvold (Harrowgate Pell & Co.), 14 October 2025'],
    ['Dr. Oona Brandvold, Ph.D., Chief Economist, Harrowgate Pell & Co.'],
    ['Posted by Oona Brandvold on October 14, 2025 | Harrowgate Pell & Co.'],
    ['Oona Brandvold, Chief Economist, Harrowgate Pell & Co. 14 October 2025'],
    ['Oona Brandvold, CFA, Director of Equity Research, Harrowgate Pell & Co. 2025-10-14'],
    ['Harrowgate Pell & Co. October 14, 2025\nOona Brandvold, Chief Economist'],
  ])('is who writes, and for whom: %j', (head) => {
    expect(voiceOf(head)).toBe('Oona Brandvold / Harrowgate Pell & Co.');
  });

  it.each([
    ['By Oona Brandvold and Cato Reyes, Bexhill Capital'],
    ['Oona Brandvold and Cato Reyes | Bexhill Capital | 3 June 2025'],
    ['Bexhill Capital | 3 June 2025 | Oona Brandvold, Cato Reyes'],
    ['Oona Brandvold, CFA, and Cato Reyes, PhD\nBexhill Capital'],
    ['Oona Brandvold, Head of Research, and Cato Reyes, Head of US Equities\nBexhill Capital, 3 June 2025'],
    ['Bexhill Capital\nOona Brandvold, strategist\nCato Reyes, analyst'],
    ['Contributors: Oona Brandvold, Cato Reyes\nBexhill Capital'],
    ['Analysts: Oona Brandvold, Cato Reyes | Bexhill Capital'],
  ])('is of two together: %j', (head) => {
    expect(voiceOf(head)).toBe('Oona Brandvold and Cato Reyes / Bexhill Capital');
  });

  it.each([
    ['Bexhill Capital | US Equity Strategy | 3 June 2025'],
    ['Bexhill Capital, 3 June 2025'],
    ['US Equity Strategy\nBexhill Capital'],
    ['Bexhill Capital \u00b7 Investment Strategy Team \u00b7 June 2025'],
  ])('without a person is the firm: %j', (head) => {
    expect(voiceOf(head)).toBe('- / Bexhill Capital');
  });

  it('is the house where several sign a house view', () => {
    expect(
      voiceOf(
        'Oona Brandvold, Head of Multi-Asset, and Cato Reyes, Head of US Equities\nBexhill Capital, 3 June 2025\n\nThe house view on one page',
      ),
    ).toBe('- / Bexhill Capital');
  });
});

describe('a line of parts', () => {
  it.each([
    ['Wexley Lane | US Equity Strategy | 14 October 2025 | Oona Brandvold', 'Oona Brandvold / Wexley Lane'],
    [
      'Wexley & Lane \u2014 Morning Note \u2014 14 October 2025 \u2014 Oona Brandvold',
      'Oona Brandvold / Wexley & Lane',
    ],
    ['Oona Brandvold \u00b7 5 min read \u00b7 14 October 2025', 'Oona Brandvold / -'],
    ['Opinion | Oona Brandvold', 'Oona Brandvold / -'],
    ['Oona Brandvold, Staff Writer \u00b7 14 October 2025', 'Oona Brandvold / -'],
    ['Oona Brandvold \u2022 The Wexley Post \u2022 Oct. 14, 2025 5:30 pm ET', 'Oona Brandvold / The Wexley Post'],
    ['Oona van der Berg | Bexhill Capital', 'Oona van der Berg / Bexhill Capital'],
    ["Sean O'Malley-Reyes, CFA | Bexhill Capital", "Sean O'Malley-Reyes / Bexhill Capital"],
    ['Bexhill Capital | Rotation Watch | 3 June 2025', '- / Bexhill Capital'],
    ['Bexhill Capital | Small Cap Notes | Issue 12 | Oona Brandvold', 'Oona Brandvold / Bexhill Capital'],
    ['Portfolio Manager: Oona Brandvold\nFund: Bexhill Small Cap Fund', 'Oona Brandvold / Bexhill Small Cap Fund'],
  ])('tells series, dates and places from people: %j', (head, voice) => {
    expect(voiceOf(head)).toBe(voice);
  });
});

describe('a sign-off', () => {
  it.each([
    ['Yours,\nOona Brandvold\nBexhill Capital'],
    ['Yours sincerely,\n\nOona Brandvold\nPortfolio manager, Bexhill Capital'],
    ['Yours, with thanks for your patience,\n\nOona Brandvold\nChief Investment Officer\nBexhill Capital'],
    ['Kind regards,\nOona Brandvold, CFA\nBexhill Capital'],
    ['\u2014 Oona Brandvold, Bexhill Capital'],
    ['Best,\nOona Brandvold | Bexhill Capital'],
    ['Oona Brandvold\nHead of Strategy, Bexhill Capital\nob@bexhill.example'],
    ['Oona Brandvold is a strategist at Bexhill Capital.'],
    ['Oona Brandvold teaches finance at Bexhill Capital and is the author of two books.'],
  ])('is who writes: %j', (foot) => {
    expect(voiceOf('Dear investors,', foot)).toBe('Oona Brandvold / Bexhill Capital');
  });

  it.each([
    ['Yours, Oona\n\nOona Brandvold is the founder of Bexhill Capital.', 'Oona Brandvold / Bexhill Capital'],
    ['Yours, O. Brandvold', 'O. Brandvold / -'],
    ['\u2014 Anna and the team', 'Anna / -'],
    ['Yours,\nAnna Brandvold and Tom Reed', 'Anna Brandvold and Tom Reed / -'],
  ])('is a short name: %j', (foot, voice) => {
    expect(voiceOf('Dear investors,', foot)).toBe(voice);
  });
});

describe('a text without a byline', () => {
  it.each([
    ['Good morning from a frozen Boston. Oona Brandvold here. Let us go.', '', 'Oona Brandvold / -'],
    ["@ratewatcher's diary", '', 'ratewatcher / -'],
    ['Reviewed by Oona Brandvold', '', 'Oona Brandvold / -'],
    [
      'Oona Brandvold \u2022 2nd\nPortfolio Manager at Bexhill Capital | Small Cap',
      '',
      'Oona Brandvold / Bexhill Capital',
    ],
    ['TO: Clients of Bexhill Fiduciary\nFROM: Investment Policy Committee', '', '- / Bexhill Fiduciary'],
    ['From the Investment Office of Bexhill & Rowe', '', '- / Bexhill & Rowe'],
    ['Weekly', 'Bexhill & Rowe Wealth LLC is a registered investment adviser.', '- / Bexhill & Rowe Wealth LLC'],
    ['Weekly', '\u00a9 2025 Bexhill & Rowe. All rights reserved.', '- / Bexhill & Rowe'],
  ])('is of whoever says so: %j %j', (head, foot, voice) => {
    expect(voiceOf(head, foot)).toBe(voice);
  });

  it('is of the firm whose points an agency lists, and of its people', () => {
    const { claims } = extractClaims(
      [
        'BRIEF-Merrion Lake turns on small caps',
        'Sept 3 (Newsbeam) - Merrion Lake Asset Management:',
        '* Raises U.S. small caps to overweight from neutral\n* Expects the Russell 2000 to beat the S&P 500 over the next year\n* CIO Oona Brandvold says that small caps are cheap against large caps',
      ].join('\n\n'),
      NOBODY,
    );
    expect(claims.map(({ speaker, firm }) => `${speaker ?? '-'} / ${firm ?? '-'}`)).toEqual([
      '- / Merrion Lake Asset Management',
      '- / Merrion Lake Asset Management',
      'Oona Brandvold / Merrion Lake Asset Management',
    ]);
  });
});

describe('a dateline', () => {
  it.each(['LONDON, Dec 18 (Transmeridian) - ', 'LONDON (Transmeridian) -- ', 'Dec 18 (Transmeridian) \u2014 '])(
    'is of the agency: %s',
    (line) => {
      const { claims } = extractClaims(`Why smaller companies may lead\n\n${line}${CLAIM}`, NOBODY);
      expect(claims.map(({ speaker, firm }) => [speaker, firm])).toEqual([[null, 'Transmeridian']]);
    },
  );
});
