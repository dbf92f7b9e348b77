import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/notes/extract/index.ts';

const NOBODY = { people: [], firms: [] };
/** `speaker / firm` of each claim, in order. */
const voicesOf = (...paragraphs: readonly string[]): readonly string[] =>
  extractClaims(paragraphs.join('\n\n'), NOBODY).claims.map(
    ({ speaker, firm }) => `${speaker ?? '-'} / ${firm ?? '-'}`,
  );

describe('a text by two', () => {
  it.each([
    [['By Ansel Wiedemann and Priya Chakravorty', 'Lorne Hill Research, 3 June 2025']],
    [['Ansel Wiedemann, Head of Equity Strategy, and Priya Chakravorty, Senior Analyst | Lorne Hill Research']],
    [['Lorne Hill Research', 'Ansel Wiedemann, Head of Equity Strategy', 'Priya Chakravorty, Senior Analyst']],
    [['Ansel Wiedemann & Priya Chakravorty', 'Lorne Hill Research']],
  ])('is both authors together: %j', (head) => {
    expect(voicesOf('The size premium after a cut', ...head, 'Small caps beat large caps after cuts.')).toEqual([
      'Ansel Wiedemann and Priya Chakravorty / Lorne Hill Research',
    ]);
  });

  it('is both who sign a letter', () => {
    expect(
      voicesOf(
        'Letter to the partners of the fund',
        'Dear partners,',
        'We own small caps because they are cheap against large caps.',
        'Sincerely,\nEleanor Voss\nTom Reed\nLantern Rock Partners',
      ),
    ).toEqual(['Eleanor Voss and Tom Reed / Lantern Rock Partners']);
  });

  it('is the agency where several of its reporters write', () => {
    expect(
      voicesOf(
        'Small caps near a record',
        'By Noor Westergaard and Paul Camberwick',
        'NEW YORK, Dec 8 (Meridian Newswire) - The Russell 2000 was up 0.3% against a decline of the S&P 500.',
      ),
    ).toEqual(['- / Meridian Newswire']);
  });
});

describe('a writer who retells', () => {
  it('gives guests their words by the first name, and keeps his own', () => {
    expect(
      voicesOf(
        'Episode 212 recap: is the Russell ready?',
        'Posted February 5, 2026 by Callum Esterhazy | The Odd Lot Hour',
        'We had two guests: Mireille Santos, who manages small caps at Copperline Investors, and Greg Tolliver, a macro guy at Beacon & Stroud.',
        "Mireille thinks small caps have years to run. A third of their debt floats, so cuts reach it first. Greg wasn't having any of this small-cap talk. He reckons the Russell falls with the first soft payrolls.",
        'I came out thinking small caps have a slight edge over large caps.',
      ).slice(-5),
    ).toEqual([
      'Mireille Santos / Copperline Investors',
      'Mireille Santos / Copperline Investors',
      'Greg Tolliver / Beacon & Stroud',
      'Greg Tolliver / Beacon & Stroud',
      'Callum Esterhazy / The Odd Lot Hour',
    ]);
  });

  it('gives the points of a list to the guest it is said to be of', () => {
    expect(
      voicesOf(
        'The Margin Call: small wonders',
        'This week we sat down with Odhran Kessell, who runs small caps at Fernhill Investors. Here is what he told us.',
        'Key takeaways from our chat with Odhran:',
        '- Rate cuts matter more for small caps than for large caps.',
        '- The Russell 2000 holds too many companies that lose money.',
        "Our take: we like the story, but we'd wait before buying small caps.",
      ).slice(-3),
    ).toEqual(['Odhran Kessell / Fernhill Investors', 'Odhran Kessell / Fernhill Investors', '- / -']);
  });

  it('weighs somebody in his own words', () => {
    expect(
      voicesOf(
        'Small caps and their friends',
        'By Barnaby Quill',
        'Casimir Dole of Upper Neck Research says small caps will lag.',
        'He may well be right about small caps this quarter. Mr. Dole, I note for the record, said so of small caps last year.',
      ),
    ).toEqual(['Casimir Dole / Upper Neck Research', 'Barnaby Quill / -', 'Barnaby Quill / -']);
  });
});

describe('an interview without labels', () => {
  const question = (words: string): string => `${words}?`;
  it.each([
    ['Ten questions for Marguerite Thorne', 'Marguerite Thorne has managed money since 2009.'],
    ['Out of the giants', 'We met Marguerite Thorne, who runs small caps, on a wet Tuesday.'],
    ['Small talk', 'Marguerite Thorne, a fund manager, spoke to Calder Wynn for this series.'],
  ])('is its guest: %s', (title, opening) => {
    expect(
      voicesOf(
        title,
        'Interview by Calder Wynn',
        opening,
        question('You have run small caps through the best years that large caps ever had, so how is it going'),
        'The large caps earned it, but small caps are cheap now.',
        question('Is the Fed a help'),
        'Small caps borrow short, so cuts help small caps more than large caps.',
        question('And what worries you'),
        'Small caps never lead when jobs are lost.',
      ).slice(-3),
    ).toEqual(['Marguerite Thorne / -', 'Marguerite Thorne / -', 'Marguerite Thorne / -']);
  });
});

describe('people whom no list of names knows', () => {
  it('are known by their last names later, a possessive before or a list of those present', () => {
    expect(
      voicesOf(
        'The return of small companies',
        'Leontine Ashworth\nNew York',
        'On the eleventh floor Zebedee Malloy keeps a chart of small caps on the wall. The gap to large caps, he points out, is wide.',
        'Malloy, 58, thinks the wait for small caps is over.',
        "Coldbrook's Matthijs Oort has been overweight small caps since May.",
        'Ingeborg Sayle taught finance until June. She tells me that small caps do not lead.',
      ).filter((voice, at, all) => voice !== all[at - 1]),
    ).toEqual(['Zebedee Malloy / -', 'Matthijs Oort / Coldbrook', 'Ingeborg Sayle / -']);
  });

  it('have turns behind times of day, by first names, nicknames and titles', () => {
    expect(
      voicesOf(
        'Small talk with big numbers, a transcript',
        'Hosts: Wilhelmina "Billie" Crane, Osric Tan. Guest: Dr. Femke Aldous, Harrow Point Capital.',
        '[00:00:12] BILLIE: Osric, you have the number of the week on small caps.',
        '[00:00:20] OSRIC: Small caps have beaten large caps for nine weeks.',
        '[00:01:09] DR. ALDOUS: Small caps need cheaper money and rising profits.',
        '[00:03:10] BILLIE: Small caps owe a fortune, and it all comes due next year.',
      ).slice(-3),
    ).toEqual(['Osric Tan / -', 'Femke Aldous / Harrow Point Capital', 'Billie Crane / -']);
  });

  it('have written what a message quotes', () => {
    expect(
      voicesOf(
        'Re: small caps for the first quarter',
        'On Mon, 8 Dec 2025 at 09:02, Hesper Quill <hq@tallowfield.example> wrote:',
        '> I would like to take small caps from 4 to 7.\n> Hesper',
        'On Mon, 8 Dec 2025 at 10:15, Bartholomew Sands wrote:',
        '> Not at 7. A recession would sink small caps first.',
      ).map((voice) => voice.split(' / ')[0]),
    ).toEqual(['Hesper Quill', 'Bartholomew Sands']);
  });
});

describe('minutes', () => {
  it('name people by titles, initials and chair', () => {
    expect(
      voicesOf(
        'Minutes of the Asset Allocation Group, Penhale Foundation',
        'Present: Sir Alaric Dunmore (Chair), Bettany Crowle (BC), Trustee Nordquist, Dr Ruxandra Ilie (adviser, Mill Row Associates)',
        'BC proposed lifting small caps from 3% to 5%. Trustee Nordquist was not persuaded by small caps.',
        'Dr Ilie explained that small caps were cheap. The gap to large caps was the widest in twenty years.',
        'The Chair wondered whether they were late to small caps.',
        'It was agreed to raise small caps to 4%.',
      ).map((voice) => voice.split(' / ')[0]),
    ).toEqual(['Bettany Crowle', 'Nordquist', 'Ruxandra Ilie', 'Ruxandra Ilie', 'Alaric Dunmore', '-']);
  });
});

describe('the house of a text', () => {
  it('is where everybody in its minutes is who is no guest', () => {
    expect(
      new Set(
        voicesOf(
          'Hollin Wealth Partners: Minutes of the Investment Committee, 11 February 2025',
          'Present: Ottoline Grebe-Nash (Chair, OGN), Ludo Tremayne (Head of Equities, LT). In attendance: Ada Brandreth of Thorpe Vane, adviser (AB, items 1 to 4). Apologies: H. Preece.',
          '3.1 LT introduced his paper. Small caps stood at a discount to large caps of a third.',
          '3.2 Secondly, he expected mergers to favour small caps.',
          '3.3 AB said that small caps were cheap for a reason. Speaking for herself, she preferred large caps.',
          '3.4 The Chair observed that small caps had run ahead of their earnings.',
          '3.5 A note from H. Preece was read out. He had heard the case for small caps since 2017.',
          '3.6 Resolved (LT dissenting): that small caps be raised to 5%.',
        ),
      ),
    ).toEqual(
      new Set([
        'Ludo Tremayne / Hollin Wealth Partners',
        'Ada Brandreth / Thorpe Vane',
        'Ottoline Grebe-Nash / Hollin Wealth Partners',
        'H. Preece / Hollin Wealth Partners',
        '- / Hollin Wealth Partners',
      ]),
    );
  });

  it('is where the author of a line with the time of day is, and a colleague with a department only', () => {
    expect(
      voicesOf(
        'Stanwick Rowe Securities | Small-cap Desk: Friday',
        'Pavel Dornford, 17 Oct 2025, 06:55 ET. For professional clients. Not research.',
        '- Small caps have lost their bid to large caps this week.',
        '- The macro man (Ivo Kessel, strategy) sees small caps level with large caps by New Year.',
      ),
    ).toEqual(['Pavel Dornford / Stanwick Rowe Securities', 'Ivo Kessel / Stanwick Rowe Securities']);
  });

  it('stands under the name below a letter', () => {
    expect(
      voicesOf(
        'Letter to Partners',
        'Dear Partners,',
        'Small caps are cheaper than large caps, and we own them.',
        'Yours,',
        'Harriet Dunmore\nOrrin Vale Partners',
      ),
    ).toEqual(['Harriet Dunmore / Orrin Vale Partners']);
  });
});
