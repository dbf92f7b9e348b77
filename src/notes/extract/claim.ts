import type { IsoDate } from '../../units.ts';
import type { Figure, Library, NoteTopic } from '../index.ts';

/** A person the library knows already, so that a note may name them by the last name alone. */
export interface KnownPerson {
  readonly name: string;
  readonly firm: string;
  readonly title?: string;
}

/** Names that are known before a note is read. */
export interface KnownNames {
  readonly people: readonly KnownPerson[];
  /** Full names and short ones: `RBC Capital Markets`, `RBC`. */
  readonly firms: readonly string[];
}

/** The people and firms of a library. */
export const knownNamesOf = ({ claims, notes }: Library): KnownNames => {
  const people = new Map<string, KnownPerson>();
  for (const { speaker, firm, role } of claims) {
    if (speaker !== undefined && !people.has(speaker))
      people.set(speaker, { name: speaker, firm, ...(role !== undefined && { title: role }) });
  }
  const firms = [
    ...claims.flatMap(({ firm, firmShort }) => [firm, firmShort ?? firm]),
    ...notes.map(({ publisher }) => publisher),
  ];
  return {
    people: [...people.values()],
    firms: [...new Set(firms)].filter((firm) => !/unnamed|not named/i.test(firm)),
  };
};

/** What a note gives away about itself; what it does not is absent. */
export interface NoteHeader {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: IsoDate;
  readonly link?: string;
}

/** Toward small caps against large caps; `unclear` where the sentence does not show it, and a person must choose. */
export type ProposedStance = 'bullish' | 'bearish' | 'neutral' | 'unclear';

/**
 * Who a claim rests on: a person who is quoted or reported, the note's own author, a firm or its team where no person is
 * named, or somebody who is only mentioned and takes no side on small caps anywhere in the note.
 */
export type ClaimRole = 'speaker' | 'author' | 'firm' | 'mentioned';

/** A number in a claim's sentence. */
export interface ProposedFigure extends Pick<Figure, 'value' | 'unit' | 'printed' | 'label'> {
  /** How it is measured: `forward 12 months`. */
  readonly basis?: string;
  /** Its day, or the last day of its period, where the note's date or the sentence shows it. */
  readonly date?: IsoDate;
}

/** What one voice says in one sentence. A proposal: a person confirms it or drops it. */
export interface ExtractedClaim {
  /** The sentence as it stands in the note. */
  readonly text: string;
  /** Counted over the paragraphs that are not empty, the title being 1. */
  readonly paragraph: number;
  /** Null where a firm, a report or an unnamed author speaks. */
  readonly speaker: string | null;
  readonly firm: string | null;
  /** The speaker's job, where the note gives it: `chief market strategist`. */
  readonly title: string | null;
  readonly role: ClaimRole;
  readonly stance: ProposedStance;
  /** How far ahead it looks, in the note's words: `next 12 months`. */
  readonly horizon: string | null;
  /** The last day of the horizon; null where it cannot be dated. */
  readonly horizonEnds: IsoDate | null;
  /** What must hold for it, in the note's words: `if the US avoids a recession`. */
  readonly condition: string | null;
  /** None where the sentence touches none of the library's. */
  readonly topics: readonly NoteTopic[];
  readonly figures: readonly ProposedFigure[];
  /** 0 to 1: how sure the reading is that this is a claim, of this voice, on this side. */
  readonly confidence: number;
}

/** A note as it was read. */
export interface ExtractedNote {
  readonly header: NoteHeader;
  /** `en`, or the code of the language that the text seems to be in; other languages than English give no claims. */
  readonly language: string;
  /** How many paragraphs were counted. */
  readonly paragraphs: number;
  /** In the order of the text. */
  readonly claims: readonly ExtractedClaim[];
}
