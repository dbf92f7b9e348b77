import { describe, expect, it } from 'vitest';
import { noteCommand } from '../../commands/note.ts';
import { messageProblems } from '../../src/message/index.ts';
import { viewProblems } from '../../src/message/view-problems.ts';
import {
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
  it('has twenty claims in one scroll, those that need a person first', () => {
    const draft = drafted(20);
    const view = renderReview(draft, reviewed(draft));
    expect(viewProblems(view)).toEqual([]);
    expect(view.blocks).toHaveLength(23);
    expect(plain(view.submit)).toContain('Confirm 18');
    const heads = view.blocks.flatMap((block) => (block.type === 'header' ? block.text.text : []));
    expect(heads).toEqual(['1 to 2 need you', '3 to 20 are clear']);
    const [first] = view.blocks.slice(2);
    expect(plain(first)).toContain('*1  Norrgate Research* · through 2027');
    expect(plain(first)).toContain('Claim 7:');
    // an unclear side is never preset
    expect(plain(first)).not.toContain('initial_option');
  });

  it('says where nobody, or no firm, is named, and offers to drop all of a voice that has several', () => {
    const voices = [{ speaker: 'Mia Dahl' }, { speaker: 'Mia Dahl' }, {}, {}, { firm: 'Calder Capital' }];
    const claims = voices.map((voice, at) => ({ ...VIEW, firm: 'Firm not named', number: at + 1, ...voice }));
    const draft = { ...DRAFT, claims };
    const rows = renderReview(draft, reviewed(draft))
      .blocks.filter((block) => block.type === 'section')
      .slice(1)
      .map(plain);
    const shown = rows.map((row) => /\*\d {2}(.+?) · through/.exec(row)?.[1]);
    expect(shown).toEqual([
      'Mia Dahl* · firm not named',
      'Mia Dahl* · firm not named',
      'Nobody named*',
      'Nobody named*',
      'Calder Capital*',
    ]);
    expect(rows.map((row) => /Drop all by [^"]+/.exec(row)?.[0])).toEqual([
      ...['Drop all by Mia Dahl', 'Drop all by Mia Dahl'],
      ...[undefined, undefined, undefined],
    ]);
  });

  it('names the firm of a person once', () => {
    const voices = [{ speaker: 'Mia Dahl' }, { speaker: 'Mia Dahl' }, { speaker: 'Mia Dahl', firm: 'Calder Capital' }];
    const claims = voices.map((voice, at) => ({
      ...VIEW,
      firm: 'Halden',
      horizon: undefined,
      number: at + 1,
      ...voice,
    }));
    const draft = { ...DRAFT, claims };
    const shown = plain(renderReview(draft, reviewed(draft))).match(/\*\d {2}[^*]+\*(?=\\n)/g);
    expect(shown).toEqual(['*1  Mia Dahl, Halden*', '*2  Mia Dahl*', '*3  Mia Dahl, Calder Capital*']);
  });

  it('has pages above forty, and confirms all of them', () => {
    const draft = drafted(95);
    const rows = reviewed(draft);
    const pages = [0, 1, 2].map((page) => renderReview(draft, rows, { page }));
    expect(pages.flatMap(viewProblems)).toEqual([]);
    expect(plain(pages[0])).toContain('Next: 41 to 80');
    expect(plain(pages[2])).toContain('Part 3 of 3');
    expect(new Set(pages.map(({ submit }) => submit.text))).toEqual(new Set(['Confirm 82']));
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
    expect(rows.map(({ doubt }) => doubt?.label)).toEqual(['Conflict', 'Wrong']);
    const view = plain(renderReview(draft, rows));
    expect(view).toContain(
      '*Conflict*  Note 000 has 45% for “SmallCap Industries, floating-rate share of debt” (18 Sep 2024). Keeping both shows both',
    );
    expect(view).toContain('*Wrong*  Note a cut of 50 bp in December 2024, record a cut of 25 bp on 18 Dec 2024');
    expect(view).toContain('"Keep both"');
    expect(view).toContain('"Keep, flagged"');
    const told = renderDraft(draft, rows, TODAY);
    expect(messageProblems(told)).toEqual([]);
    expect(plain(told.text)).toContain('2 claims found, 2 need you. Need you: 1 conflict, 1 figure or date wrong.');
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
    expect(view).toContain('"Keep, no side"');
    // the same side again is none
    const same = keptNote({ header, claims: [VIEW] });
    const again = reviewOf(DRAFT, withNotes([same], NOTES), CITED_RECORD, TODAY);
    expect(again.filter(({ doubt }) => doubt?.words.startsWith('B'))).toEqual([]);
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
