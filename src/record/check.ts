import type { Claim, Figure, Library } from '../notes/index.ts';
import type { IsoDate } from '../units.ts';
import { type MarketOnDays, marketOn, type RecordFacts } from './closes.ts';
import { type Finding, isFlagged, type RecordFigure, type Verdict } from './finding.ts';
import { dayValue, type Phrase, phrase } from './phrase.ts';
import type { PublishedFigures, Source } from './published.ts';

/** What the record says of one statement. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly record: Phrase;
  /** Dropped where the verdict is no flag. */
  readonly consequence?: Phrase;
  /** Dropped where the verdict is no flag. */
  readonly flag?: Phrase;
  readonly recomputed?: readonly RecordFigure[];
  /** Besides those of the closes it read. */
  readonly sources?: readonly Pick<Source, 'name'>[];
}

/** One statement of a note that a team has added, judged. */
export interface ArrivedStatement {
  /** Tells it from the others of its claim. */
  readonly name: string;
  readonly figures?: readonly Figure[];
  readonly subject: string;
  readonly said: Phrase;
  readonly verdict: Verdict;
  readonly record: Phrase;
  readonly flag?: Phrase;
  readonly recomputed?: readonly RecordFigure[];
  /** Names of them. */
  readonly sources?: readonly string[];
  /** What another note has of the same thing, where the two are at odds. */
  readonly other?: { readonly claim: Claim; readonly figure: Figure };
}

type Figures<Name extends string> = Readonly<Record<Name, Figure>>;

interface Definition<Name extends string, Input extends string> {
  readonly id: string;
  /** The first claim's note is the finding's note. */
  readonly claims: readonly [string, ...string[]];
  /** The note's figures it covers, by the name the check calls them. */
  readonly figures?: Readonly<Record<Name, string>>;
  /** Figures, of any note, that it computes with but does not judge. */
  readonly inputs?: Readonly<Record<Input, string>>;
  /** The days whose closes it needs. */
  readonly days?: readonly IsoDate[];
  readonly subject: string;
  readonly said: (figures: Figures<Name>) => Phrase;
  readonly judge: (
    figures: Figures<Name>,
    record: {
      readonly market: MarketOnDays;
      readonly published: PublishedFigures;
      readonly inputs: Figures<Input>;
      readonly sweden: RecordFacts['sweden'];
    },
  ) => Judgement;
}

/** Claims and figures of a library by their ids. */
export interface LibraryIndex {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** A library's claims and figures by id. */
export const indexLibrary = ({ claims }: Library): LibraryIndex => ({
  claims: new Map(claims.map((claim) => [claim.id, claim])),
  figures: new Map(claims.flatMap((claim) => claim.figures.map((figure) => [figure.id, figure] as const))),
});

/** Compares one statement with the record; undefined where the library lacks a claim or a figure it is about. */
export type Check = (index: LibraryIndex, facts: RecordFacts) => Finding | undefined;

const found = <Name extends string>(index: LibraryIndex, ids: Readonly<Record<Name, string>> | undefined) => {
  const figures: Partial<Record<Name, Figure>> = {};
  for (const name in ids) {
    const figure = index.figures.get(ids[name]);
    if (!figure) return undefined;
    figures[name] = figure;
  }
  return figures as Figures<Name>;
};

const withoutClose = (on: IsoDate): Judgement => ({
  verdict: 'cannot be checked',
  record: phrase`no close of ${dayValue(on)} is at hand to hold it against.`,
});

/** A check from its definition. It cannot be checked where a close of one of its days is not at hand. */
export const defineCheck =
  <Name extends string = never, Input extends string = never>(definition: Definition<Name, Input>): Check =>
  (index, facts) => {
    const { id, claims, subject, said, judge, days } = definition;
    const note = index.claims.get(claims[0])?.note;
    const figures = found(index, definition.figures);
    const inputs = found(index, definition.inputs);
    if (!note || !figures || !inputs || claims.some((claim) => !index.claims.has(claim))) return undefined;
    const read = marketOn(facts.closes, days);
    const judgement =
      read.kind === 'market'
        ? judge(figures, { market: read.market, published: facts.published, inputs, sweden: facts.sweden })
        : withoutClose(read.on);
    const { verdict, record, consequence, flag, recomputed = [], sources = [] } = judgement;
    const closes = read.kind === 'market' ? read.market.sources : [];
    return {
      id,
      note: note.id,
      claims,
      figures: Object.values<string>(definition.figures ?? {}),
      subject,
      verdict,
      said: said(figures),
      record,
      ...(isFlagged({ verdict }) && consequence && { consequence }),
      ...(isFlagged({ verdict }) && flag && { flag }),
      recomputed,
      sources: [...new Set([...closes, ...sources].map(({ name }) => name))],
    };
  };
