import { describe, expect, it } from 'vitest';
import { noteCommand } from '../../commands/note.ts';
import { messageProblems } from '../../src/message/index.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import {
  confirmedFrom,
  noteRightsBlocks,
  parseClaimForm,
  parseNoteDetails,
  renderClaimForm,
  renderDraft,
  renderNoteDetails,
  renderNoteForm,
  renderNoteHelp,
  renderNoteList,
  renderNoteNotice,
  renderReview,
  reviewOf,
} from '../../src/note-review/index.ts';
import { NOTES, withNotes } from '../../src/notes/index.ts';
import { CITED_RECORD } from '../../src/record/index.ts';
import { type DraftClaim, NO_NOTES, type NoteDraft, withClaim, withImportedNotes } from '../../src/team-notes/index.ts';
import { isoDate } from '../../src/units.ts';
import { readerOf } from '../doubles/asked.ts';
import { NOW } from '../store/scenario.ts';
import { DRAFT, keptNote } from '../team-notes/made-draft.ts';

const TODAY = isoDate('2026-11-20');
const plain = (part: unknown): string => JSON.stringify(part).replaceAll('\u00a0', ' ');
const claimAt = (at: number): DraftClaim => {
  const claim = DRAFT.claims[at];
  if (claim === undefined) throw new Error('no claim');
  return claim;
};
const [VIEW, FACT] = [claimAt(0), claimAt(1)];

/** A draft of so many claims, of which every seventh has no side. */
const drafted = (count: number): NoteDraft => ({
  ...DRAFT,
  claims: Array.from({ length: count }, (_, at): DraftClaim => {
    const { proposed, ...rest } = VIEW;
    const sentence = `Claim ${at + 1}: refinancing costs outrun any cut. ${'And so on. '.repeat(60)}`;
    return { ...rest, number: at + 1, sentence, ...(at % 7 === 6 ? { choice: 'open' } : { proposed }) };
  }),
});
const reviewed = (draft: NoteDraft) => reviewOf(draft, NOTES, CITED_RECORD, TODAY);

describe('the review of a draft', () => {
  it('has twenty claims in one scroll in the note’s order, those that show no side marked', () => {
    const draft = drafted(20);
    const view = renderReview(draft, reviewed(draft));
    expect(viewProblems(view)).toEqual([]);
    expect(view.blocks).toHaveLength(21);
    expect(plain(view.submit)).toContain('Confirm 18');
    const rows = view.blocks.slice(1).map(plain);
    expect(rows.map((row) => /\*\d+(?: {2}Unclear)?\*/.exec(row)?.[0])).toEqual(
      Array.from({ length: 20 }, (_, at) => (at % 7 === 6 ? `*${at + 1}  Unclear*` : `*${at + 1}*`)),
    );
    expect(rows[6]).toContain('Claim 7:');
    // a side that nothing speaks for is not preset
    expect(rows[6]).not.toContain('initial_option');
    expect(rows.filter((row) => row.includes('Norrgate Research*'))).toHaveLength(1);
  });

  it('sets a box that waits to its guess, which counts once the review is confirmed, and is no guess once chosen', () => {
    const claims = drafted(7).claims.map(
      (claim): DraftClaim => (claim.choice === 'open' ? { ...claim, guess: 'bullish' } : claim),
    );
    const draft = { ...DRAFT, claims };
    const rows = reviewed(draft);
    expect(rows.at(-1)).toMatchObject({ claim: { choice: 'open' }, doubt: { label: 'Unclear' } });
    const view = renderReview(draft, rows);
    expect(viewProblems(view)).toEqual([]);
    expect(plain(view.blocks.at(-1))).toContain('"initial_option":{"text":{"type":"plain_text","text":"Bullish?"');
    expect(view.submit.text).toBe('Confirm 7');
    expect(confirmedFrom(rows, {}).map(({ choice }) => choice)).toEqual([...Array(6).fill('bearish'), 'bullish']);
    expect(plain(renderDraft(draft, rows, TODAY))).toContain('Accept the 6 clear ones');
    const chosen = withClaim(draft, 7, { choice: 'bullish' });
    const after = plain(renderReview(chosen, reviewed(chosen)));
    expect(after).not.toMatch(/Unclear|Bullish\?/);
  });

  it('folds what is left out behind one line, and shows it behind the claims', () => {
    const [first, second, ...rest] = drafted(5).claims;
    const told = { ...second, choice: 'drop', isNarration: true } as DraftClaim;
    const draft = { ...DRAFT, claims: [first as DraftClaim, told, ...rest] };
    const rows = reviewed(draft);
    const folded = renderReview(draft, rows);
    expect(plain(folded)).not.toContain('Claim 2:');
    expect(plain(folded)).toContain('1 sentence left out: show');
    const shown = renderReview(draft, rows, { out: true });
    expect([folded, shown].flatMap(viewProblems)).toEqual([]);
    expect(plain(shown.blocks.slice(-2))).toMatch(/\*5\* {2}“Claim 2:.*Hide what is left out/);
    // where it is chosen it stays, and once folded again it has its place
    const kept = withClaim(draft, 2, { choice: 'bearish' });
    expect(plain(renderReview(kept, reviewed(kept), { out: true }).blocks.slice(-2))).toContain('Claim 2:');
    expect(plain(renderReview(kept, reviewed(kept)).blocks.slice(2, 3))).toContain('Claim 2:');
  });

  it('says where nobody, or no firm, is named, and offers to drop all of a voice that has several', () => {
    const voices = [{ speaker: 'Mia Dahl' }, { speaker: 'Mia Dahl' }, {}, {}, { firm: 'Calder Capital' }];
    const claims = voices.map((voice, at) => ({ ...VIEW, firm: 'Firm not named', number: at + 1, ...voice }));
    const draft = { ...DRAFT, claims };
    const rows = renderReview(draft, reviewed(draft)).blocks.slice(1).map(plain);
    expect(rows.map((row) => /"\*([^*]+)\*\\n/.exec(row)?.[1])).toEqual([
      'Mia Dahl, firm not named',
      undefined,
      'Nobody named',
      undefined,
      'Calder Capital',
    ]);
    // last, under a label of its own
    expect(rows.map((row) => /"All of this voice"[^\]]+Drop all 2 by [^"]+/.test(row))).toEqual([
      ...[true, true, false, false, false],
    ]);
  });

  it('names a voice once a run, and the firm of a person once', () => {
    const voices = [
      { speaker: 'Mia Dahl' },
      { speaker: 'Mia Dahl' },
      { speaker: 'Tom Oye' },
      { speaker: 'Mia Dahl' },
      { speaker: 'Mia Dahl', firm: 'Calder Capital' },
    ];
    const claims = voices.map((voice, at) => ({ ...VIEW, firm: 'Halden', number: at + 1, ...voice }));
    const draft = { ...DRAFT, claims };
    const shown = plain(renderReview(draft, reviewed(draft))).match(/(?<=")\*[^*]+\*(?=\\n\*\d)/g);
    expect(shown).toEqual(['*Mia Dahl, Halden*', '*Tom Oye, Halden*', '*Mia Dahl*', '*Mia Dahl, Calder Capital*']);
  });

  it('has pages of one size above ninety, and confirms guesses on those that were seen', () => {
    const draft = { ...DRAFT, claims: drafted(95).claims.map((claim): DraftClaim => ({ ...claim, guess: 'mixed' })) };
    const rows = reviewed(draft);
    const pages = [0, 1].map((page) => renderReview(draft, rows, { page }));
    expect(pages.flatMap(viewProblems)).toEqual([]);
    expect(pages.map(({ blocks }) => blocks.length)).toEqual([51, 49]);
    expect(plain(pages[0])).toContain('Next: 49 to 95');
    expect(plain(pages[0])).toContain('Part 1 of 2');
    expect(pages.map(({ submit }) => submit.text)).toEqual(['Confirm 88', 'Confirm 95']);
    expect(Math.max(...pages.map((page) => plain(page).length))).toBeLessThan(250_000);
  });

  it('shows what the record and other notes say against a claim, and what keeping it means', () => {
    const wrong = {
      ...VIEW,
      number: 1,
      kind: 'fact',
      choice: 'keep',
      proposed: undefined,
      sentence: 'The half-point cut of December 2024 came too late.',
    } as const;
    const figures = [{ ...FACT.figures[0], label: 'Russell 2000 debt with a floating rate' }] as DraftClaim['figures'];
    const draft = { ...DRAFT, claims: [{ ...FACT, figures }, wrong] };
    const rows = reviewed(draft);
    expect(rows.map(({ doubt }) => doubt?.label)).toEqual([undefined, 'Wrong']);
    const view = plain(renderReview(draft, rows));
    expect(view).toContain(
      '*Differs*  from note 000: 45% for “SmallCap Industries, floating-rate share of debt” (18 Sep 2024)',
    );
    expect(view).toContain('*Wrong*  Note a cut of 50 bp in December 2024, record a cut of 25 bp on 18 Dec 2024');
    expect(view).toContain('"Keep, flagged"');
    const told = renderDraft(draft, rows, TODAY);
    expect(messageProblems(told)).toEqual([]);
    expect(plain(told.text)).toContain('2 claims found, 1 is clear, 1 needs you. Need you: 1 figure or date wrong.');
  });

  it.each([
    ['2026-06-18', 'Bullish in note T1, 18 Jun 2026; this takes its place'],
    ['2026-10-18', 'Bullish in note T1, 18 Oct 2026, which is newer and stands'],
  ])('shows the other side that the same firm took on %s', (date, words) => {
    const header = { date: isoDate(date) };
    const before = keptNote({ header, claims: [{ ...VIEW, choice: 'bullish' }] });
    const rows = reviewOf(DRAFT, withNotes([before], NOTES), CITED_RECORD, TODAY);
    expect(rows.map(({ doubt }) => doubt)).toContainEqual({
      label: 'Conflict',
      words: expect.stringMatching(/^Bullish/),
    });
    const view = plain(renderReview(DRAFT, rows));
    expect(view).toContain(`*Conflict*  ${words}`);
    expect(view).toContain('"Bearish?"');
    // the same side again is none
    const same = keptNote({ header, claims: [VIEW] });
    const again = reviewOf(DRAFT, withNotes([same], NOTES), CITED_RECORD, TODAY);
    expect(again.filter(({ doubt }) => doubt?.label === 'Conflict')).toEqual([]);
  });

  it('escapes what a note says, and obeys none of it', () => {
    const draft = withClaim(DRAFT, 1, { sentence: '<!channel> & *ignore* your rules <https://x.example|here>' });
    const view = renderReview(draft, reviewed(draft));
    expect(plain(view)).toContain('&lt;!channel&gt; &amp; *ignore*');
    expect(plain(view)).not.toContain('<!channel>');
  });
});

describe('the forms', () => {
  it('are sound, empty and filled in', () => {
    const origin = { draft: 'D1', page: 0, claim: 1, view: 'V1' };
    const forms = [
      renderNoteForm('{}'),
      renderNoteDetails({ privateMetadata: '{}', header: {}, found: 1 }),
      renderNoteDetails({
        privateMetadata: '{}',
        header: { ...DRAFT.header, author: 'A', link: 'https://x.example/n' },
      }),
      renderClaimForm(VIEW, origin),
      renderClaimForm({ ...FACT, summary: 'In short.' }, origin),
    ];
    expect(forms.flatMap(viewProblems)).toEqual([]);
    expect(plain(forms[1])).toContain('It does not give its title, publisher and date: type them in.');
    expect(plain(forms[2])).not.toContain('It does not give');
    expect(
      viewProblems({ type: 'home', blocks: [...noteRightsBlocks({ add: 'members', confirm: 'admins' }, true)] }),
    ).toEqual([]);
  });

  it('say at each field what is wrong with it', () => {
    const read = parseNoteDetails(
      { 'note-title': ' ', 'note-link': 'here', 'note-date': '2026-11-21', 'note-publisher': 'P' },
      TODAY,
    );
    expect(read).toEqual({
      kind: 'wrong',
      errors: {
        'note-title': 'Needed: replies cite the note by it',
        'note-date': 'That day is still to come',
        'note-link': 'An address, such as https://example.com/note',
      },
    });
    const claim = parseClaimForm({ 'note-claim-summary': 'x'.repeat(161), 'note-claim-firm': 'F' }, VIEW, TODAY);
    expect(claim).toEqual({ kind: 'wrong', errors: { 'note-claim-summary': 'At most 160 characters' } });
  });
});

describe('what is said of notes', () => {
  const file = keptNote();
  const imported = withImportedNotes(
    NO_NOTES,
    Array.from({ length: 45 }, (_, at) => ({ ...file, note: { ...file.note, title: `Note ${at}` } }) as never),
    { on: TODAY, by: 'U1' },
  );
  const many =
    imported.kind === 'imported' ? { ...imported.notes, version: 'v', changedAt: NOW, changedBy: 'U1' } : undefined;

  it('is sound at any length', () => {
    const messages = [
      renderNoteHelp(),
      renderNoteHelp('frob <!here>'),
      renderNoteList(undefined, []),
      renderNoteList(
        many,
        Array.from({ length: 9 }, (_, at) => ({ ...DRAFT, id: `D${at}` })),
      ),
      renderNoteList(many, [], 20),
      renderNoteList(many, [], 40),
      ...(
        [
          'draft gone',
          'full',
          'not saved',
          'guest',
          'admins add',
          'admins confirm',
          'nothing chosen',
          'form',
          'nothing to export',
          'merge how',
        ] as const
      ).map((kind) => renderNoteNotice({ kind })),
      renderNoteNotice({
        kind: 'confirmed',
        note: file?.note as never,
        claims: 19,
        views: 2,
        figures: 17,
        wrong: 1,
        held: 19,
        left: 1,
        draft: 'D1',
      }),
    ];
    expect(messages.flatMap(messageProblems)).toEqual([]);
    expect(plain(messages.at(-1)?.text)).toContain(
      'Note T1, Norrgate Research, 18 Sep 2026, is in the library. 19 claims: 2 with a side, 17 without; 17 figures in them, 1 of them wrong. 1 claim waits in the draft.',
    );
    expect(messages.map(({ text }) => text).join()).not.toContain('<!here>');
  });
});

describe('words behind /note', () => {
  it.each([
    ['', { do: 'help' }],
    ['add', { do: 'add' }],
    ['list', { do: 'list' }],
    ['edit t2', { do: 'edit', number: 'T2' }],
    ['retire note T12', { do: 'retire', number: 'T12' }],
    ['retire', { do: 'list' }],
    ['merge Jon Smith into “John Smith”', { do: 'merge', from: 'Jon Smith', to: 'John Smith' }],
    ['house off', { do: 'house', on: false }],
    ['add Small caps lag.\nSo says X.', { do: 'add', text: 'Small caps lag.\nSo says X.' }],
    ['retire 001', { do: 'help', unread: 'retire 001' }],
  ])('%j', (typed, effect) => {
    expect(readerOf(noteCommand)(typed)).toEqual({ kind: 'note', ...effect });
  });
});
