import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/notes/extract/index.ts';

const NOBODY = { people: [], firms: [] };
/** `speaker / firm` of each claim, in order. */
const voicesOf = (...paragraphs: readonly string[]): readonly string[] =>
  extractClaims(paragraphs.join('\n\n'), NOBODY).claims.map(
    ({ speaker, firm }) => `${speaker ?? '-'} / ${firm ?? '-'}`,
  );

describe('a note of several texts', () => {
  it('is a message whoever sent it', () => {
    expect(
      voicesOf(
        'FW: small caps again',
        'From: Lowri Pascoe\nTo: Desk\nSent: 4 November 2025',
        'I would add to small caps here, since cuts reach their debt first.',
        'Lowri',
        'From: Dashiell Roake\nTo: Lowri Pascoe',
        "I disagree. Four in ten small caps lose money. I'd rather own the megacaps.",
        'From: Ottoline Marsh\nTo: Lowri Pascoe',
        'Dashiell is right about the losers, but small caps in the S&P 600 are cheap.',
        'Ottoline Marsh\nHead of Allocation, Brindle Wharf Partners',
      ),
    ).toEqual([
      'Lowri Pascoe / -',
      'Dashiell Roake / -',
      'Dashiell Roake / -',
      'Ottoline Marsh / Brindle Wharf Partners',
    ]);
  });

  it('is whose name stands above a part', () => {
    expect(
      voicesOf(
        'Takes on small caps',
        'Harriet Bloomfield, portfolio manager, Dunlin Capital',
        'Small caps are growing faster than large caps at last.',
        'Kasimir Wolff, strategist, Lindenhof Bank',
        'Small caps need a steeper curve, and I would stay with large caps.',
      ),
    ).toEqual(['Harriet Bloomfield / Dunlin Capital', 'Kasimir Wolff / Lindenhof Bank']);
  });

  it('is whose name stands behind a quotation', () => {
    expect(
      voicesOf(
        'What they say about small caps',
        '"Small caps are the last cheap thing on the shelf." \u2014 Mirabel Stott, CIO, Redfern Lane',
        '"I have seen eleven of these, and small caps gave back every one." \u2014 Gustaf Ahlberg, Norrviken Kapital',
      ).map((voice) => voice.split(' / ')[0]),
    ).toEqual(['Mirabel Stott', 'Gustaf Ahlberg']);
  });
});

describe('a source', () => {
  it.each([
    ['One hedge fund manager said small caps were short covering and nothing else.', '- / -'],
    ['A strategist at Tolland Securities told us that small caps would lead.', '- / Tolland Securities'],
    ['Small caps took in $3bn last week, according to data provider FlowGauge.', '- / FlowGauge'],
    [
      'A survey by the Midland Chamber of Makers showed that small caps pay most of the tariffs.',
      '- / Midland Chamber of Makers',
    ],
    ['Somebody read out a Strand Avenue report saying small caps trade at their lowest price.', '- / Strand Avenue'],
    ['"Small caps are a trap," shrugged Odalys Ferrer, who runs Merrow Capital.', 'Odalys Ferrer / Merrow Capital'],
    ['Hollis (2016) contends that small caps gain from cuts.', 'Hollis / -'],
    ['My sister Dot, who kept the books for a boatyard, says small caps have had a good year.', 'Dot / -'],
    [
      'Over at Tisdale Capital, Imogen Farrar is unmoved: she thinks small caps will fade.',
      'Imogen Farrar / Tisdale Capital',
    ],
  ])('is found: %s', (sentence, voice) => {
    expect(
      voicesOf('What smaller companies offer', 'By Dana Whitlock', 'Nobody agrees on them.', sentence).at(-1),
    ).toBe(voice);
  });
});

describe('the voice of the last sentence', () => {
  it.each([
    [
      'is whom the one before introduced, behind a quotation',
      'Such memories keep Adair Brunner on the sidelines. "Small caps are a trap," said the portfolio manager, who runs $4 billion at Dunmore Asset Management.',
      'Adair Brunner / Dunmore Asset Management',
    ],
    [
      'is whoever made the figures of a firm',
      'Funds of small caps lost $31 billion, data compiled by Quill Research show.\n\nIngrid Vassos, who put those figures together, was calm. "Everybody who wanted out of small caps is out," she said.',
      'Ingrid Vassos / Quill Research',
    ],
    [
      'is whoever was asked',
      'Hollis Reed, who runs the models at Saltmarsh Quantitative, had little to say of small caps. I rang him for more. In the cycles that ended well small caps beat large caps.',
      'Hollis Reed / Saltmarsh Quantitative',
    ],
    [
      'is the one asked, and not who asks',
      'We had Eleni Stark on, who has run the Value Fund at Thornbury Capital since 2011. Bridget asked the question we all had: would she buy small caps? "Half a position now in small caps, half later."',
      'Eleni Stark / Thornbury Capital',
    ],
    ['is nobody for what all believe', 'Conventional wisdom has it that duties shelter small caps.', '- / -'],
    ['is nobody for a label without a name', 'One insurer: small caps make no sense under his rules.', '- / -'],
    [
      'is the head of a firm by its name',
      'Scott Pfennig, who runs Brackwater Tool & Die, stayed for lunch. "Small caps feel that first," he said.',
      'Scott Pfennig / Brackwater Tool & Die',
    ],
    [
      'is somebody over at a firm',
      'Helga Strand over at Fennimore Vance put out a piece on small caps. Her point is that small caps are garbage.',
      'Helga Strand / Fennimore Vance',
    ],
    [
      'is of no former employer',
      'Ravi Sunder, who joined from Kittiwake Bank in March, thinks that small caps will lead.',
      'Ravi Sunder / -',
    ],
    [
      'is somebody by the handle',
      '@macroMolly replied to my post. Her argument is that small caps have no pricing power.',
      'macroMolly / -',
    ],
    [
      'is somebody behind a bold lead',
      '**The chart.** Hugo Delmar (no relation to the bank) has drawn small caps against large caps.',
      'Hugo Delmar / -',
    ],
    [
      'is a friend without a common name',
      'My friend Balthus Quince of Quince & Rowe sends a chart by which small caps lead.',
      'Balthus Quince / Quince & Rowe',
    ],
    [
      'is a colleague by the desk',
      'Lucan Penn on the fixed income desk looks for small caps to gain as spreads tighten.',
      'Lucan Penn / Bexhill Capital',
    ],
    [
      'is in the brackets of a label',
      'Banks (N. Adeleke): small caps need a steeper curve than they have.',
      'N. Adeleke / -',
    ],
    [
      'is a firm by its survey',
      'Most managers expect small caps to win, a Redfern survey of 214 investors showed on Tuesday.',
      '- / Redfern',
    ],
    [
      'is of the firm that is theirs',
      'Cosmo Battersby, whose Hale & Pike has run money since 1971, called it a contrary signal for small caps.',
      'Cosmo Battersby / Hale & Pike',
    ],
    [
      'is of the firm that is their own',
      'Leopold Strand has run small caps at his own firm, Strand & Daughter. "Small caps are cheap," he says.',
      'Leopold Strand / Strand & Daughter',
    ],
    [
      'is of the firm named with the last name later',
      'Winona Teague points at the calendar. Teague manages small-cap funds at Copley Ridge in Denver. She thinks a cut would help small caps.',
      'Winona Teague / Copley Ridge',
    ],
    ['is nobody for one of many', 'One of them, a retired dentist, tells me that small caps are finished.', '- / -'],
    ['is nobody for a client', 'Yesterday a client told me: "I will buy small caps when they have gone up."', '- / -'],
    [
      'is a person in front of brackets with a firm',
      '- Ignatz Rolfe (Plymouth Teachers): has cut small caps to zero.',
      'Ignatz Rolfe / Plymouth Teachers',
    ],
  ])('%s', (_, paragraph, voice) => {
    expect(voicesOf('What to make of it', 'Bexhill Capital', 'Small caps matter to us.', paragraph).at(-1)).toBe(voice);
  });

  it('is whose side of an argument it is', () => {
    expect(
      voicesOf(
        'Small caps: for and against',
        'Bexhill Capital',
        'The bull: Meredith Vance',
        'Small caps are where the surprises will be.',
        'The bear: Tobin Achebe',
        'I have heard about small caps for eight years.',
      ),
    ).toEqual(['Meredith Vance / Bexhill Capital', 'Tobin Achebe / Bexhill Capital']);
  });

  it('is of the house where a list gives speakers their jobs', () => {
    expect(
      voicesOf(
        'Corwin Bank Wealth: client call, a summary',
        'Speakers: Harold Pym (Head of Strategy), Sanne Vos (Small Cap Fund Manager)',
        'Harold thinks that small caps have to wait.',
        'Sanne would rather buy small caps now.',
      ),
    ).toEqual(['Harold Pym / Corwin Bank Wealth', 'Sanne Vos / Corwin Bank Wealth']);
  });

  it('is of the house in a press release', () => {
    expect(
      voicesOf(
        'FOR IMMEDIATE RELEASE',
        'Rookwood Investors launches a fund',
        'PORTLAND, June 17, 2025 -- Rookwood Investors today launched the Rookwood Small Company Strategy.',
        '"Small caps have been left for dead," said Cordelia Amber, the firm\'s founder.',
        'Ravi Sunder, who joined from Kittiwake Bank, will run it. "Small caps need low rates," Sunder added.',
        'Rookwood Investors is an independent investment manager.',
      )
        .filter((voice, at, all) => voice !== all[at - 1])
        .slice(-2),
    ).toEqual(['Cordelia Amber / Rookwood Investors', 'Ravi Sunder / Rookwood Investors']);
  });
});
