import { hash, randomBytes } from 'node:crypto';
import { renderDraft, renderReview, reviewOf } from '../../note-review/index.ts';
import { NOTES, type NoteFile, noteNumberOf } from '../../notes/index.ts';
import { StoreError } from '../../store/index.ts';
import {
  type DraftClaim,
  draftOf,
  isChosen,
  libraryOf,
  MOST_CLAIMS,
  NO_NOTES,
  type NoteDraft,
  type NotesChange,
  nextNumber,
  noteOf,
  sameNote,
  type TeamNotes,
  withNote,
} from '../../team-notes/index.ts';
import { type IsoDate, utcDateOf } from '../../units.ts';
import type { Asker, BotContext } from '../asker.ts';

/** Drafts of notes: how a text becomes one, and how one becomes a note. */

const ID_BYTES = 9;
const MOST_CHARACTERS = 300_000;

/** The same for the same words, however they are set. */
const fingerprintOf = (text: string): string =>
  hash(
    'sha256',
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    'base64url',
  ).slice(0, 22);

/** The library of the asker's workspace. */
export const libraryFor = async ({ own }: BotContext, { team }: Pick<Asker, 'team'>) =>
  (await own.ofTeam(team))?.notes ?? NOTES;

export const todayOf = ({ now }: Pick<BotContext, 'now'>): IsoDate => utcDateOf(now());

/** A draft, or why a text gives none. */
export type DraftMade =
  | { readonly kind: 'draft'; readonly draft: NoteDraft }
  | { readonly kind: 'known already'; readonly number: string }
  | { readonly kind: 'not read'; readonly words: string };

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** What a note has to speak of somewhere. */
const ON_SMALL_CAPS = /\bsmall(?:er|est)?[- ]?(?:caps?|companies|firms|stocks|businesses)\b|\bRussell\b/i;

const otherLanguage = (code: string): string => {
  const name = code === 'other' ? undefined : LANGUAGES.of(code);
  return name === undefined || name === code
    ? 'It does not read as English, and I read notes in English only'
    : `It seems to be in ${name}, and I read notes in English only`;
};

/** What a team's notes are, whether it has changed any or not. */
export const teamNotes = async ({ listStore }: BotContext, { team }: Pick<Asker, 'team'>): Promise<TeamNotes> =>
  (await listStore.notes(team)) ?? NO_NOTES;

/**
 * Reads a text and keeps what is found as a draft. The same text goes on where its draft was left.
 *
 * @param given what is known of the note already, such as its link
 * @throws {StoreError} where it cannot be kept
 */
export const makeDraft = async (
  bot: BotContext,
  { team, user }: Pick<Asker, 'team' | 'user'>,
  text: string,
  given: NoteDraft['header'] = {},
): Promise<DraftMade> => {
  const notRead = (words: string): DraftMade => ({ kind: 'not read', words });
  if (text.trim() === '') return notRead('There is no text in it');
  if (text.length > MOST_CHARACTERS)
    return notRead('It is longer than a note: more than 300,000 characters. Send the part that matters');
  const fingerprint = fingerprintOf(text);
  const [notes, drafts, library] = await Promise.all([
    teamNotes(bot, { team }),
    bot.listStore.drafts(team, bot.now()),
    libraryFor(bot, { team }),
  ]);
  const open = drafts.find((one) => one.fingerprint === fingerprint);
  if (open) return { kind: 'draft', draft: open };
  // loaded where a note is added, and not before
  const { extractClaims, knownNamesOf } = await import('../../notes/extract/index.ts');
  const read = extractClaims(text, knownNamesOf(library));
  if (read.language !== 'en') return notRead(otherLanguage(read.language));
  if (read.claims.length === 0 || !ON_SMALL_CAPS.test(text))
    return notRead('It says nothing on small caps against large caps that I can find');
  const id = randomBytes(ID_BYTES).toString('base64url');
  const { date, ...header } = read.header;
  const isToCome = date !== undefined && date > todayOf(bot);
  const draft = draftOf(
    { ...read, header: { ...header, ...(date && !isToCome && { date }) }, claims: read.claims.slice(0, MOST_CLAIMS) },
    { id, by: user, at: bot.now(), text, fingerprint },
    given,
  );
  const same = sameNote(draft, notes.notes, library);
  if (same !== undefined) return { kind: 'known already', number: noteNumberOf(same) };
  await bot.listStore.changeDraft(team, id, () => draft, bot.now());
  return { kind: 'draft', draft };
};

/** The draft's claims beside the library and the record, those that need a person first. */
export const reviewed = async (bot: BotContext, asker: Pick<Asker, 'team'>, draft: NoteDraft) =>
  reviewOf(draft, await libraryFor(bot, asker), bot.facts().facts.record, todayOf(bot));

/** The review of a draft, from the first page on unless said. @param stamp tells its selects from those it had */
export const reviewView = async (
  bot: BotContext,
  asker: Pick<Asker, 'team'>,
  draft: NoteDraft,
  page?: number,
  stamp?: string,
) => renderReview(draft, await reviewed(bot, asker, draft), page, stamp);

/** Changes a draft, if it is still there. */
export const changeDraft = (
  { listStore, now }: BotContext,
  { team }: Pick<Asker, 'team'>,
  id: string,
  change: (was: NoteDraft) => NoteDraft | undefined,
): Promise<NoteDraft | undefined> => listStore.changeDraft(team, id, (was) => was && change(was), now());

/** The message that a draft is told by. */
export const draftMessage = async (bot: BotContext, asker: Pick<Asker, 'team'>, draft: NoteDraft) =>
  renderDraft(draft, await reviewed(bot, asker, draft), todayOf(bot));

/** What came of confirming a draft. */
export type Confirmed =
  | {
      readonly kind: 'confirmed';
      readonly note: NoteFile['note'];
      /** Of those that were added. */
      readonly added: readonly DraftClaim[];
      readonly wrong: number;
      /** How many claims are left in the draft. */
      readonly left: number;
    }
  | { readonly kind: 'known already'; readonly number: string }
  | { readonly kind: 'draft gone' | 'full' | 'not saved' | 'nothing chosen' };

/**
 * Adds the chosen claims of a draft to the library. What still waits for a choice stays in the draft; where nothing does, the
 * draft goes, and its text with it.
 *
 * @param isClearOnly only those that need no person
 */
export const confirmDraft = async (
  bot: BotContext,
  { team, user }: Pick<Asker, 'team' | 'user'>,
  id: string,
  isClearOnly: boolean,
): Promise<Confirmed> => {
  const { listStore, now } = bot;
  const draft = await listStore.draft(team, id, now());
  if (draft === undefined) return { kind: 'draft gone' };
  const rows = await reviewed(bot, { team }, draft);
  const isWanted = (claim: DraftClaim): boolean =>
    isChosen(claim) && !(isClearOnly && rows.some((one) => one.claim.number === claim.number && one.doubt));
  const added = draft.claims.filter(isWanted);
  let made: NotesChange | { readonly kind: 'nothing chosen' } = { kind: 'nothing chosen' };
  try {
    await listStore.changeNotes(
      team,
      (was) => {
        const number = draft.note ?? nextNumber(was);
        const same = draft.note === undefined ? sameNote(draft, was.notes, libraryOf(was)) : undefined;
        const file = noteOf(draft, number, { on: todayOf(bot), by: user }, isWanted);
        made =
          same !== undefined
            ? { kind: 'same', number: noteNumberOf(same) }
            : file
              ? withNote(was, file, draft.fingerprint)
              : { kind: 'nothing chosen' };
        return made.kind === 'changed' ? made.notes : was;
      },
      { user, now: now() },
    );
    const change = made as NotesChange | { readonly kind: 'nothing chosen' };
    if (change.kind === 'same') {
      await listStore.changeDraft(team, id, () => undefined, now());
      return { kind: 'known already', number: change.number };
    }
    if (change.kind === 'nothing chosen' || change.kind === 'full') return { kind: change.kind };
    if (change.kind !== 'changed' || change.note === undefined) return { kind: 'draft gone' };
    const number = noteNumberOf(change.note.id);
    const after = await listStore.changeDraft(
      team,
      id,
      (was) => {
        const left = was?.claims.filter(
          (claim) => !added.some((one) => one.number === claim.number) && claim.choice !== 'drop',
        );
        return was && left && left.length > 0 ? { ...was, note: number, claims: left } : undefined;
      },
      now(),
    );
    const wrong = rows.filter(({ claim, doubt }) => doubt?.label === 'Wrong' && isWanted(claim)).length;
    return { kind: 'confirmed', note: change.note, added, wrong, left: after?.claims.length ?? 0 };
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not saved' };
    throw error;
  }
};
