import type { Library, NoteTopic } from '../../../notes/index.ts';
import type { Context } from '../../../topics/context.ts';
import type { Question } from '../../../topics/questions.ts';
import type { Turn } from '../../../topics/turn.ts';
import { matchAt } from '../lexicon.ts';
import { type MoveWords, readMoveWords } from '../move-words.ts';
import { type Subject, subjectsOf, wordsOf } from '../subjects.ts';
import { plainWords } from '../tokens.ts';
import { asMove } from './rewording/as-move.ts';
import { writtenOut } from './rewording/short-forms.ts';

/** What somebody said, taken apart once for all rules. */
export interface Said {
  /** As Slack or a terminal handed it over, with the channels that are named in it. */
  readonly typed: string;
  /** As typed, entities decoded, mentions gone, lower case; figures keep their points and signs. */
  readonly plain: string;
  /** The same with assumptions and corrections in the form that the readers of moves take. */
  readonly asMove: string;
  /** What that says of a move of the rate. */
  readonly moveWords: MoveWords;
  /** Its words alone, one space apart: what rules match on. */
  readonly text: string;
  readonly words: readonly string[];
  /** People and firms named, as the library spells them. */
  readonly who: readonly string[];
  readonly subjects: readonly Subject[];
  readonly topics: readonly NoteTopic[];
  readonly context: Context | undefined;
  readonly library: Library;
}

/** One way to understand what was said; undefined where it does not apply. */
export type Rule = (said: Said) => Turn | undefined;

export const asked = (question: Question, isPrivate = false): Turn => ({
  kind: 'question',
  question,
  private: isPrivate,
});

/** The subjects of one kind: people and firms, stances, topics or notes. */
export const ofKind = <Kind extends Subject['kind']>(subjects: readonly Subject[], kind: Kind) =>
  subjects.filter((one): one is Extract<Subject, { readonly kind: Kind }> => one.kind === kind);

/** The first rule that applies. */
export const firstOf =
  (...rules: readonly Rule[]): Rule =>
  (said) => {
    for (const rule of rules) {
      const turn = rule(said);
      if (turn) return turn;
    }
    return undefined;
  };

const NOTE_WORDS = new Set(['note', 'piece', 'article', 'one', 'report', 'paper', 'story', 'post']);

/** `the fidelity one` is a note, where the name is of somebody who wrote or published one. */
const asNote = (subjects: readonly Subject[], library: Library): readonly Subject[] => {
  const names = ofKind(subjects, 'who').map(({ name }) => name);
  const note = library.notes.find(
    ({ author, publisher }) => names.includes(publisher) || names.includes(author.name ?? ''),
  );
  return note ? [{ kind: 'note', number: note.number }] : subjects;
};

const LEFT_OUT = /(?:^| )(?:except|besides|excluding|other than|apart from|aside from)$/;

const subjectsIn = (words: readonly string[], library: Library): readonly Subject[] => {
  const lexicon = subjectsOf(library);
  const found: Subject[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchAt(lexicon, words, at);
    const length = match?.length ?? 1;
    // "except Lee": a name left out is nobody asked for
    if (match && !LEFT_OUT.test(words.slice(0, at).join(' '))) {
      const isOfNote =
        NOTE_WORDS.has(words[at + length] ?? '') || (words[at - 1] === 'by' && NOTE_WORDS.has(words[at - 2] ?? ''));
      found.push(...(isOfNote ? asNote(match.means, library) : match.means));
    }
    at += length;
  }
  return found;
};

export const takeApart = (typed: string, context: Context | undefined, library: Library): Said => {
  const plain = writtenOut(plainWords(typed));
  const words = wordsOf(plain);
  const subjects = subjectsIn(words, library);
  const inMoveForm = asMove(plain);
  return {
    typed,
    plain,
    asMove: inMoveForm,
    moveWords: readMoveWords(inMoveForm),
    text: words.join(' '),
    words,
    subjects,
    who: [...new Set(ofKind(subjects, 'who').map(({ name }) => name))],
    topics: [...new Set(ofKind(subjects, 'topic').map(({ topic }) => topic))],
    context,
    library,
  };
};
