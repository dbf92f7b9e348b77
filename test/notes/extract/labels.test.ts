import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/notes/extract/index.ts';

const NOBODY = { people: [], firms: [] };

describe('a label', () => {
  const answers = (intro: string, asks: string, says: string): string =>
    [
      ...new Set(
        extractClaims(
          [
            'Small caps, and whether to own them',
            intro,
            `${asks}: Is it time to buy?`,
            `${says}: Small caps are cheaper than large caps, and cuts help them more.`,
            `${asks}: And the debt?`,
            `${says}: Small caps owe too much of it at floating rates.`,
          ].join('\n\n'),
          NOBODY,
        )
          .claims.map(({ speaker }) => speaker ?? '-')
          .slice(-2),
      ),
    ].join(', ');
  const INTRO = 'Marguerite Oyelaran-Voss runs $11 billion for the Orchard Trust. She talked to Lucian Bramhall.';
  it.each([
    ['Q', 'A'],
    ['Trustee Notebook', 'Marguerite Oyelaran-Voss'],
    ['TN', 'MOV'],
    ['LB', 'MO'],
    ['LB', 'M.O.V.'],
    ['LB', 'MV'],
    ['Host', 'Oyelaran-Voss'],
    ['Bramhall', 'Marguerite'],
    ['INTERVIEWER', 'MARGUERITE OYELARAN-VOSS'],
    ['Q', 'Marguerite Oyelaran-Voss (Orchard Trust)'],
    ['Q', 'Marguerite Oyelaran-Voss, manager, Orchard Trust'],
    ['Question', 'Answer'],
    ['Lucian Bramhall', 'Ms. Oyelaran-Voss'],
    ['Host', 'Guest'],
    ['Q', 'PM'],
  ])('is who was introduced: %s and %s', (asks, says) => {
    expect(answers(INTRO, asks, says)).toBe('Marguerite Oyelaran-Voss');
  });
});

describe('an entry of a digest', () => {
  const FIRST = 'Small caps will beat large caps over the next year.';
  const SECOND = 'Small caps will lag large caps again.';
  const voicesOf = (...paragraphs: readonly string[]): readonly string[] =>
    extractClaims(['Takes on smaller companies', 'By Dana Whitlock', ...paragraphs].join('\n\n'), NOBODY).claims.map(
      ({ speaker, firm }) => `${speaker ?? '-'} / ${firm ?? '-'}`,
    );
  const BOTH = ['Oona Brandvold / Bexhill Capital', 'Cato Reyes / Ostrander Bank'];

  it.each([
    [`Oona Brandvold (Bexhill Capital): ${FIRST}`, `Cato Reyes (Ostrander Bank): ${SECOND}`],
    [`Oona Brandvold, Bexhill Capital: ${FIRST}`, `Cato Reyes, Ostrander Bank: ${SECOND}`],
    [`Oona Brandvold, strategist, Bexhill Capital: ${FIRST}`, `Cato Reyes, analyst, Ostrander Bank: ${SECOND}`],
    [`Oona Brandvold, Bexhill Capital\n\n- ${FIRST}`, `Cato Reyes, Ostrander Bank\n\n- ${SECOND}`],
    [`Oona Brandvold (Bexhill Capital)\n\u2022 ${FIRST}`, `Cato Reyes (Ostrander Bank)\n\u2022 ${SECOND}`],
  ])('is whose name stands at its head: %j', (first, second) => {
    expect(voicesOf(first, second)).toEqual(BOTH);
  });

  it.each([
    ['Speaker 1 (Oona Brandvold)', 'Speaker 2 (Cato Reyes)', 'Speaker 1'],
    ['OONA BRANDVOLD (BEXHILL CAPITAL)', 'CATO REYES', 'OONA BRANDVOLD'],
    ['**Oona Brandvold**', '**Cato Reyes**', '**Oona Brandvold**'],
  ])('is whose turn it is: %s', (one, other, again) => {
    expect(
      voicesOf(`${one}: ${FIRST}`, `${other}: ${SECOND}`, `${again}: Small caps will win all the same.`).map(
        (voice) => voice.split(' / ')[0],
      ),
    ).toEqual(['Oona Brandvold', 'Cato Reyes', 'Oona Brandvold']);
  });

  it('is of the firm that is named later, or of a colleague', () => {
    expect(
      voicesOf(
        'Greta Hallenquist remembers the last time. "Small caps did not win then," says Ms Hallenquist, now chief strategist at Corviston Bank in Zurich.',
        'Her colleague Sunniva Arkell, who covers tax at the firm, thinks small caps will gain from it.',
        'Ruth Abelard looks after savings in Iowa. Her firm, Abelard Prairie Wealth, owns small caps. "I own small caps for the long run," she says.',
      ).filter((voice, at, all) => voice !== all[at - 1]),
    ).toEqual([
      'Greta Hallenquist / Corviston Bank',
      'Sunniva Arkell / Corviston Bank',
      '- / Abelard Prairie Wealth',
      'Ruth Abelard / Abelard Prairie Wealth',
    ]);
  });
});

describe('minutes', () => {
  it('are of whoever a list of lines says is present', () => {
    expect(
      extractClaims(
        [
          'Minutes of the Investment Committee, Hollin Trust, 3 June 2025',
          'Present:\nOona Brandvold (Chair)\nCato Reyes\nTom Reed (Secretary)',
          'Mr Reyes said that small caps were cheap against large caps.',
          'The Chair noted that small caps owed too much of their debt at floating rates.',
        ].join('\n\n'),
        NOBODY,
      ).claims.map(({ speaker, firm }) => `${speaker} / ${firm}`),
    ).toEqual(['Cato Reyes / Hollin Trust', 'Oona Brandvold / Hollin Trust']);
  });
});
