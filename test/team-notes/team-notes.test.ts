import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../src/notes/extract/index.ts';
import { NOTES, readLibrary, withNotes } from '../../src/notes/index.ts';
import { onePerVoice } from '../../src/notes/selection.ts';
import {
  draftOf,
  draftOfRest,
  filesIn,
  libraryOf,
  markOf,
  NO_NOTES,
  type NoteDraft,
  nextNumber,
  noteOf,
  sameNote,
  type TeamNotes,
  withClaim,
  withHeader,
  withImportedNotes,
  withNote,
  withRetired,
  withSpelling,
} from '../../src/team-notes/index.ts';
import { isLeaning } from '../../src/team-notes/leaning.ts';
import { isoDate, isoInstant } from '../../src/units.ts';
import { NOW } from '../store/scenario.ts';
import { DRAFT, NOTE_TEXT } from './made-draft.ts';

const ADDED = { on: isoDate('2026-11-18'), by: 'U1' };

const fileOf = (draft: NoteDraft = DRAFT, number = 'T1') => {
  const file = noteOf(draft, number, ADDED);
  if (file === undefined) throw new Error('no note');
  return file;
};
const added = (was: TeamNotes, draft: NoteDraft = DRAFT): TeamNotes => {
  const change = withNote(was, fileOf(draft, nextNumber(was)), draft.fingerprint);
  return change.kind === 'changed' ? change.notes : was;
};
const dated = (
  date: string,
  choice: 'bullish' | 'bearish',
  more: Partial<NoteDraft['claims'][number]> = {},
): NoteDraft => ({
  ...withClaim(DRAFT, 1, { choice, ...more }),
  header: { ...DRAFT.header, date: isoDate(date), title: `Of ${date}` },
});

describe('a draft', () => {
  it('becomes a note in the library’s own format', () => {
    const file = fileOf();
    expect(() => readLibrary([['T1.json', file]])).not.toThrow();
    expect(file.claims.map(({ kind, stance }) => [kind, stance])).toEqual([
      ['view', 'bearish'],
      ['fact', undefined],
    ]);
    const [view] = withNotes([file]).views;
    expect(view?.paraphrase).toBe('“We expect refinancing costs to outrun any cut through 2027.”');
    expect(view?.short).toBe('“We expect refinancing costs to outrun any cut through 2027”');
    const [own] = withNotes([fileOf(withClaim(DRAFT, 1, { summary: 'Bearish: refinancing outruns cuts.' }))]).views;
    expect(own?.short).toBe('Bearish: refinancing outruns cuts');
    const named = withClaim(DRAFT, 1, {
      speaker: 'Martin Oye',
      sentence:
        'Martin Oye, chief equity strategist at Calder Capital, expects small caps to outperform large caps by 2027.',
    });
    expect(withNotes([fileOf(named)]).views[0]?.short).toBe('“…expects small caps to outperform large caps by 2027”');
    const said = withClaim(DRAFT, 1, { sentence: '“Four in ten lose money, and no cut changes that,” Holm said.' });
    expect(withNotes([fileOf(said)]).views[0]?.paraphrase).toBe(
      '“Four in ten lose money, and no cut changes that,” Holm said.',
    );
  });

  it.each([
    [
      'We expect smaller companies to trail larger ones by some three points or more in the first year.',
      '“We expect smaller companies to trail larger ones by some three points…”',
    ],
    [
      'Small caps will trail their larger peers for a long while yet, because debt is dear and stays so.',
      '“Small caps will trail their larger peers for a long while yet…”',
    ],
    ['Small caps will lag, and not by little.', '“Small caps will lag, and not by little”'],
    [
      'Our own conclusion is that small companies will lag large ones over the next six months, and that it offers an entry.',
      '“small companies will lag large ones over the next six months…”',
    ],
    [
      'Calder’s head of equities, Martin Oye, believes the order books will carry small-cap profits through a higher rate, provided that the economy avoids a recession.',
      '“the order books will carry small-cap profits through a higher rate…”, if no recession',
    ],
    ['He told us that small caps are cheap but lack a catalyst.', '“small caps are cheap but lack a catalyst”'],
    [
      '“Investors have been given a discount for a risk that is behind us,” he wrote on 12 November.',
      '“Investors have been given a discount for a risk that is behind us”',
    ],
    [
      'Analysts still pencil in growth of 19% for small caps in 2027. We think that number is too high by about a third.',
      '“Analysts still pencil in growth of 19%… We think that number is too high by about a third”',
    ],
    ['Martin Oye, who runs equities at Calder, has no strong view.', '“…has no strong view”'],
  ])('is told in short by its proposition, up to where a clause ends: %s', (sentence, short) => {
    const condition = /provided that [^.]+/.exec(sentence)?.[0];
    const claim = { sentence, speaker: 'Martin Oye', ...(condition && { condition }) };
    expect(withNotes([fileOf(withClaim(DRAFT, 1, claim))]).views[0]?.short).toBe(short);
  });

  it('is stood for by the claim that is short enough to be whole, of two that are equal else', () => {
    const [view] = DRAFT.claims;
    if (view === undefined) throw new Error('no claim');
    const sentences = [
      'Refinancing costs will outrun whatever the Federal Reserve cuts by through 2027.',
      'Small caps will trail through 2027.',
    ];
    const claims = sentences.map((sentence, at) => ({ ...view, number: at + 1, sentence }));
    const library = withNotes([fileOf({ ...DRAFT, claims })]);
    const own = onePerVoice(library, 'bearish', isoDate('2026-11-20')).filter(({ firm }) => firm === view.firm);
    expect(own.map(({ short }) => short)).toEqual(['“Small caps will trail through 2027”']);
  });

  it('is stood for by a whole sentence that takes its side, and not by one that only refers to another', () => {
    const [view] = DRAFT.claims;
    if (view === undefined) throw new Error('no claim');
    const dated = {
      ...view,
      sentence: 'Refinancing costs will outrun whatever the Federal Reserve cuts by until 2027.',
    };
    const standing = (sentence: string) => {
      const claims = [dated, { ...view, number: 2, sentence, horizon: undefined }];
      const views = onePerVoice(withNotes([fileOf({ ...DRAFT, claims })]), 'bearish', isoDate('2026-11-20'));
      return views.find(({ firm }) => firm === view.firm)?.short;
    };
    expect(standing('We expect small caps to lag.')).toBe('“We expect small caps to lag”');
    expect(standing('We think it will not.')).toMatch(/^“Refinancing costs will outrun/);
  });

  it('quotes forty words at most, or says it in the confirmer’s own', () => {
    const long = withClaim(DRAFT, 1, { sentence: Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ') });
    const [quoted] = fileOf(long).claims;
    expect(quoted?.paraphrase.split(' ')).toHaveLength(40);
    expect(quoted?.paraphrase).toMatch(/…$/);
    const [own] = fileOf(withClaim(DRAFT, 1, { summary: 'Dearer debt eats the cut.' })).claims;
    expect(own).toMatchObject({ paraphrase: 'Dearer debt eats the cut.', short: 'dearer debt eats the cut' });
    expect(own).not.toHaveProperty('quoted');
  });

  it('says in whose note somebody without a name and a firm speaks', () => {
    const nobody = (more: Partial<NoteDraft['claims'][number]> = {}) =>
      fileOf(withClaim(DRAFT, 1, { firm: 'Firm not named', ...more })).claims[0]?.firm;
    expect(nobody()).toBe('Unnamed (Norrgate Research)');
    expect(nobody({ speaker: 'Mia Dahl' })).toBe('Firm not named');
  });

  it('is no note without a title, a publisher, a day or a claim that is chosen', () => {
    const { title: _, ...untitled } = DRAFT.header;
    expect(noteOf({ ...DRAFT, header: untitled }, 'T1', ADDED)).toBeUndefined();
    const dropped = DRAFT.claims.map((claim) => ({ ...claim, choice: 'drop' as const }));
    expect(noteOf({ ...DRAFT, claims: dropped }, 'T1', ADDED)).toBeUndefined();
  });

  it('keeps every claim of a text with its place, and presets no side that is not clear', () => {
    const made = draftOf(extractClaims(NOTE_TEXT, { people: [], firms: [] }), {
      ...{ id: 'D1', by: 'U1', at: NOW, text: NOTE_TEXT, fingerprint: 'f' },
    });
    expect(made.claims.length).toBeGreaterThan(2);
    for (const claim of made.claims) {
      expect(NOTE_TEXT).toContain(claim.sentence);
      if (claim.kind === 'view' && claim.proposed === undefined) expect(claim.choice).toBe('open');
    }
  });

  const voices = ({ claims }: NoteDraft) => claims.map(({ speaker, firm }) => `${speaker ?? '–'}, ${firm}`);
  const read = (text: string): NoteDraft =>
    draftOf(extractClaims(text, { people: [], firms: [] }), {
      ...{ id: 'D1', by: 'U1', at: NOW, text, fingerprint: 'f' },
    });

  it('gives the names in the form to the author and the house alone', () => {
    const made = read(
      [
        'Small caps are late',
        '20 November 2026',
        'We are bearish on small caps against large caps through 2027.',
        'Mia Dahl, a portfolio manager, is bullish on small caps over the next twelve months.',
        'One veteran investor says small caps will beat large caps next year.',
        'Calder Capital is neutral on small caps against large caps.',
      ].join('\n\n'),
    );
    expect(voices(withHeader(made, { publisher: 'Norrgate Research', author: 'Nora Lind' }))).toEqual([
      'Nora Lind, Norrgate Research',
      'Mia Dahl, Firm not named',
      '–, Firm not named',
      '–, Calder Capital',
    ]);
  });

  it('spells the house of its other people as the form does, and leaves those of other houses', () => {
    const made = read(
      [
        'Small caps are late',
        'By Nora Lind, Norrgate Research, 20 November 2026',
        'We are bearish on small caps against large caps through 2027.',
        'Mia Dahl, chief economist at Norrgate Research, is bullish on small caps over the next twelve months.',
        'Tom Reyes of Calder Capital is neutral on small caps against large caps.',
      ].join('\n\n'),
    );
    const named = (publisher: string, author = 'Nora Lind') => voices(withHeader(made, { publisher, author }));
    const reyes = 'Tom Reyes, Calder Capital';
    expect(named('Norrgate')).toEqual(['Nora Lind, Norrgate', 'Mia Dahl, Norrgate', reyes]);
    // another house, under whose name Dahl was read, is still hers
    expect(named('The Small Cap Letter', 'Nora B. Lind')).toEqual([
      'Nora B. Lind, The Small Cap Letter',
      'Mia Dahl, Norrgate Research',
      reyes,
    ]);
  });

  it('proposes a side only where a voice holds one, and leaves out what only tells of others', () => {
    const text = [
      'Small caps: what three desks say',
      'By Nora Lind, Eastgate Research, 20 November 2026',
      'The Federal Reserve cut its target range by 25 basis points on 17 September 2025, and small-cap managers argue about it.',
      'The Russell 2000 has had good weeks and bad quarters.',
      'Tom Reyes, chief strategist at Calder Capital, expects small caps to outperform large caps by the end of 2027.',
      'About 40% of small-cap debt is floating, he says, so each cut reaches the income statement.',
      'Ida Holm of Point Asset Management is bearish on small caps relative to large caps through mid-2027.',
      '“Small caps pay the bill when rates rise and get the refund when rates fall,” Holm said.',
      'Paul Arno, head of multi-asset at Quill Advisors, is neutral.',
      'Within small caps, however, Arno favours quality.',
      'He prefers profitable companies in the S&P SmallCap 600 to the Russell 2000.',
      'Tariffs are his main worry, and he thinks that new duties would hurt small caps more than large caps.',
      'Small caps have lagged large caps for most of the past decade.',
    ].join('\n\n');
    const made = { id: 'D2', by: 'U1', at: isoInstant(NOW), text, fingerprint: 'f2' };
    const { claims } = draftOf(extractClaims(text, { people: [], firms: [] }), made);
    // as a reader counts: the title and the byline are none
    expect(claims[0]).toMatchObject({ paragraph: 1 });
    const told = claims.map(({ sentence, kind, choice }) => `${kind} ${choice}: ${sentence.slice(0, 24)}`);
    expect(told).toEqual([
      'fact keep: The Federal Reserve cut ',
      'view drop: The Russell 2000 has had',
      'view bullish: Tom Reyes, chief strateg',
      'fact keep: About 40% of small-cap d',
      'view bearish: Ida Holm of Point Asset ',
      'view open: “Small caps pay the bill',
      'view neutral: Paul Arno, head of multi',
      'view open: Within small caps, howev',
      'view open: He prefers profitable co',
      // he says that he is neutral
      'view open: Tariffs are his main wor',
      'view drop: Small caps have lagged l',
    ]);
  });

  it('leaves out what is said in passing, and reads advice and what is expected as sides', () => {
    const text = [
      'Small caps: the easy part is behind us',
      'By Elena Marsh, Harrow & Pine Securities, 20 November 2026',
      'Debt is where we have to begin. We recommend an underweight in small caps against large caps through May 2027.',
      'The Russell 2000 has run ahead, and we expect it to lag the S&P 500 into the spring.',
    ].join('\n\n');
    const read = extractClaims(text, { people: [], firms: [] });
    const surely = (confidence: number) =>
      draftOf(
        { ...read, claims: read.claims.map((claim) => ({ ...claim, confidence })) },
        { id: 'D1', by: 'U1', at: NOW, text, fingerprint: 'f' },
      ).claims.map(({ choice, isNarration }) => [choice, isNarration]);
    const advice = ['bearish', undefined];
    expect(surely(0.1)).toEqual([['drop', true], advice, advice]);
    // an author's word on nothing of the desk's is a remark, however sure
    expect(surely(0.3)).toEqual([['drop', true], advice, advice]);
  });

  it.each([
    ['We think that number is too high by about a third.', true],
    ['Another rise in December would double that, and nobody has hedged.', true],
    ['That compares with 12% for large companies.', true],
    ['It is not true that small caps always lag.', false],
    ['That small caps lag in a recession is well known.', false],
    ['This year small caps should lead.', false],
  ])('knows what leans on the sentence before: %s', (sentence, leans) => {
    expect(isLeaning(sentence)).toBe(leans);
  });

  it('has a sentence that leans on the one before as one claim with it, and leaves out bare facts of no use', () => {
    const made = read(
      [
        'Small caps after the hike',
        'By Nora Lind, Eastgate Research, 20 November 2026',
        'We expect small caps to lag large caps over the next six months.',
        'Analysts still pencil in earnings growth of 19% for small caps in 2027. We think that number is too high by about a third. The high-yield spread is at 410 basis points.',
      ].join('\n\n'),
    );
    expect(made.claims.map(({ sentence, isNarration, figures }) => [sentence, isNarration, figures.length])).toEqual([
      ['We expect small caps to lag large caps over the next six months.', undefined, 1],
      [
        'Analysts still pencil in earnings growth of 19% for small caps in 2027. We think that number is too high by about a third.',
        ...[undefined, 1],
      ],
      ['The high-yield spread is at 410 basis points.', true, 1],
    ]);
    const second = made.claims[1] as NoteDraft['claims'][number];
    expect(second.proposed ?? second.guess).toBe('bearish');
  });

  it('remembers of a note that comes again what was confirmed and what was dropped', () => {
    const text = [
      'Small caps are late',
      'By Nora Lind, Norrgate Research, 20 November 2026',
      'We are bearish on small caps against large caps through 2027.',
      'Mia Dahl, a portfolio manager, is bullish on small caps over the next twelve months.',
      'Tom Reyes of Calder Capital is neutral on small caps against large caps.',
    ].join('\n\n');
    const first = withClaim(read(text), 2, { choice: 'drop' });
    const [, dropped, rest] = first.claims;
    const file = noteOf({ ...first, claims: first.claims.slice(0, 1) }, 'T1', ADDED);
    if (file === undefined || dropped === undefined || rest === undefined) throw new Error('no note');
    const change = withNote(NO_NOTES, file, 'f', [markOf(dropped)]);
    const [kept] = change.kind === 'changed' ? change.notes.notes : [];
    if (kept === undefined) throw new Error('not kept');
    expect(JSON.stringify(kept)).not.toContain('Mia Dahl');
    const again = draftOfRest(read(text), kept);
    expect(again.claims.map(({ speaker, choice, isNarration }) => [speaker, choice, isNarration])).toEqual([
      ['Mia Dahl', 'drop', true],
      ['Tom Reyes', 'neutral', undefined],
    ]);
  });

  it('is recognised by its text, or by its title, publisher and day', () => {
    const notes = added(NO_NOTES);
    const library = libraryOf(notes);
    expect(sameNote({ fingerprint: 'f1', header: {} }, notes.notes, library)).toBe('T1-2026-09-18');
    const header = { ...DRAFT.header, title: 'REFINANCING!' };
    expect(sameNote({ fingerprint: 'other', header }, notes.notes, library)).toBe('T1-2026-09-18');
    expect(
      sameNote({ fingerprint: 'other', header: { ...header, date: isoDate('2026-09-19') } }, notes.notes, library),
    ).toBe(undefined);
  });
});

describe('a team’s library', () => {
  it('has its own notes beside those of the house, or alone', () => {
    const notes = added(NO_NOTES);
    expect(libraryOf(NO_NOTES)).toBe(NOTES);
    expect(libraryOf(notes).notes).toHaveLength(6);
    expect(libraryOf({ ...notes, house: false }).notes.map(({ number }) => number)).toEqual(['T1']);
    const retired = withRetired(notes, 't1', ADDED);
    expect(retired.kind === 'changed' && libraryOf(retired.notes)).toBe(NOTES);
  });

  it('gives each note a number once', () => {
    const two = added(added(NO_NOTES), dated('2026-10-01', 'bullish'));
    expect(two.notes.map(({ file }) => file.note.id)).toEqual(['T1-2026-09-18', 'T2-2026-10-01']);
    expect(nextNumber(two)).toBe('T3');
  });

  it('shows a view as superseded by a later one of the same voice, unless they look at other horizons', () => {
    const turned = libraryOf(added(added(NO_NOTES), dated('2026-10-01', 'bullish')));
    expect([...turned.superseded].map(([id, by]) => [id, by.id])).toEqual([['T1-1', 'T2-1']]);
    expect(turned.views.some(({ id }) => id === 'T1-1')).toBe(false);
    const near = dated('2026-10-01', 'bullish', { horizon: { label: 'near term' } });
    expect(libraryOf(added(added(NO_NOTES), near)).superseded.size).toBe(0);
    expect(NOTES.superseded.size).toBe(0);
  });

  it('spells a name one way, in what is there and in what comes', () => {
    const notes = withSpelling(added(NO_NOTES), 'Norrgate Research', 'Norrgate');
    const two = added(notes, dated('2026-10-01', 'bullish'));
    expect(new Set(libraryOf({ ...two, house: false }).claims.map(({ firm }) => firm))).toEqual(new Set(['Norrgate']));
  });

  it('takes what was exported, whole or not at all', () => {
    const notes = added(added(NO_NOTES), dated('2026-10-01', 'bullish'));
    const exported = JSON.stringify(notes.notes.map(({ file }) => file));
    const read = filesIn(exported, isoDate('2026-11-20'));
    if (read.kind !== 'read') throw new Error(read.words);
    expect(withImportedNotes(NO_NOTES, read.files, ADDED)).toMatchObject({ kind: 'imported', added: 2, known: 0 });
    expect(withImportedNotes(notes, read.files, ADDED)).toMatchObject({ kind: 'imported', added: 0, known: 2 });
    expect(filesIn(exported, isoDate('2026-09-20'))).toMatchObject({ kind: 'refused' });
    expect(filesIn(exported.replaceAll('"bearsOn"', '"bears"'), isoDate('2026-11-20'))).toMatchObject({
      kind: 'refused',
    });
    expect(filesIn('nothing', isoDate('2026-11-20'))).toEqual({ kind: 'refused', words: 'it is not JSON' });
  });

  it('gives what it takes ids of its own, however a file by hand names its claims', () => {
    const [first, ...rest] = added(NO_NOTES).notes.map(({ file }) => file);
    const named = { ...first, claims: first?.claims.map((claim, at) => ({ ...claim, id: `c${at}` })) };
    const read = filesIn(JSON.stringify([named, ...rest]), isoDate('2026-11-20'));
    if (read.kind !== 'read') throw new Error(read.words);
    const taken = withImportedNotes(added(NO_NOTES, dated('2026-10-01', 'bullish')), read.files, ADDED);
    if (taken.kind !== 'imported') throw new Error(taken.kind);
    const { claims } = libraryOf({ ...taken.notes, house: false });
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect(claims.filter(({ note }) => note.number === 'T2').map(({ id }) => id)).toEqual(['T2-1', 'T2-2']);
  });
});
