import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExtractedClaim, extractClaims, type KnownNames, knownNamesOf } from '../../../src/notes/extract/index.ts';
import type { SideModel } from '../../../src/notes/extract/side-model.ts';
import { NOTES } from '../../../src/notes/index.ts';

/** Scores proposed claims against those that a careful reader found: `node test/notes/extract/score.ts FOLDER [--library FOLDER] [--wrong]`. */

/** A claim of a reader's; its sentence, or a paraphrase of it in its paragraphs. */
export interface GoldClaim {
  readonly sentence: string;
  readonly isParaphrase?: boolean;
  /** Where a paraphrase is from. */
  readonly paragraph?: number;
  readonly through?: number;
  readonly speaker: string | null;
  readonly firm: string | null;
  /** The firm stands nowhere in the text: whoever adds the note types it, and the reading is right to name none. */
  readonly isFirmUntold?: boolean;
  /** Null where the reader takes no side: only finding it and its speaker count then. */
  readonly stance: 'bullish' | 'bearish' | 'neutral' | null;
  readonly horizon?: string | null;
}

export interface Score {
  readonly gold: number;
  readonly found: number;
  readonly proposed: number;
  /** Proposals that meet a claim of the reader's. */
  readonly met: number;
  readonly speaker: number;
  readonly firm: number;
  /** Found claims on which the reader takes a side or none openly. */
  readonly sided: number;
  readonly right: number;
  readonly opposite: number;
  readonly unclear: number;
  readonly wrong: readonly string[];
}

const STOP = new Set(
  'the a an of to in and for on that is are as with by it its at be has have from this than or but their they small large cap caps'.split(
    ' ',
  ),
);
const stem = (word: string): string => word.replace(/(?:'s|ing|ed|es|s|ly)$/, '').slice(0, 7);
const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replace(/[\u2018\u2019]/g, "'")
        .match(/[\p{L}\p{N}][\p{L}\p{N}'.%]*/gu) ?? []
    )
      .map((word) => word.replace(/[.']+$/, ''))
      .filter((word) => !STOP.has(word))
      .map(stem),
  );
const shareOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(1, Math.min(one.size, other.size));
};

/** Above zero where a proposal is the claim; the higher the surer. */
const nearness = (gold: GoldClaim, claim: ExtractedClaim): number => {
  const share = shareOf(wordsIn(gold.sentence), wordsIn(claim.text));
  if (gold.isParaphrase) {
    const isThere =
      claim.paragraph >= (gold.paragraph ?? 0) && claim.paragraph <= (gold.through ?? gold.paragraph ?? 0);
    return isThere ? 0.05 + share : 0;
  }
  return share >= 0.75 ? share + (isSame(gold.speaker, claim.speaker) ? 0.2 : 0) : 0;
};

const plainName = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/^(?:the|dr\.?|mr\.?|ms\.?) /, '')
    .replace(/[^a-z0-9 ]/g, '')
    .trim();
/** `g staszak` for `gideon staszak`. */
const isInitialed = (one: string, other: string): boolean =>
  /^[a-z] /.test(one) && one[0] === other[0] && one.slice(1) === other.slice(other.indexOf(' '));
/** The same name, or one of them the last name or a part of the other, or with an initial for the first name. */
const isSame = (one: string | null, other: string | null): boolean => {
  const [left, right] = [plainName(one), plainName(other)];
  if (left === '' || right === '') return left === right;
  return (
    isInitialed(left, right) ||
    isInitialed(right, left) ||
    left === right ||
    left.endsWith(` ${right}`) ||
    right.endsWith(` ${left}`) ||
    left.startsWith(`${right} `) ||
    right.startsWith(`${left} `)
  );
};

export const scoreOf = (gold: readonly GoldClaim[], claims: readonly ExtractedClaim[], name: string): Score => {
  const pairs = gold
    .flatMap((one, at) => claims.map((claim, place) => ({ at, place, near: nearness(one, claim) })))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near);
  const taken = new Map<number, number>();
  const used = new Set<number>();
  for (const { at, place } of pairs) {
    if (taken.has(at) || used.has(place)) continue;
    taken.set(at, place);
    used.add(place);
  }
  // several claims of one sentence that was proposed once
  for (const { at, place } of pairs) if (!taken.has(at)) taken.set(at, place);
  const wrong: string[] = [];
  let [speaker, firm, sided, right, opposite, unclear] = [0, 0, 0, 0, 0, 0];
  gold.forEach((one, at) => {
    const place = taken.get(at);
    const claim = place === undefined ? undefined : claims[place];
    const where = one.paragraph ? `${name} ¶${one.paragraph}` : name;
    const words = one.sentence.slice(0, 220);
    if (claim === undefined) {
      wrong.push(`MISSED ${where} ${one.speaker} (${one.stance}): ${words}`);
      return;
    }
    if (isSame(one.speaker, claim.speaker)) speaker += 1;
    else
      wrong.push(
        `SPEAKER ${where} ${one.speaker} / ${one.firm}, not ${claim.speaker} / ${claim.firm} (${claim.role}): ${words}`,
      );
    if (isSame(one.firm, claim.firm) || (one.isFirmUntold && claim.firm === null)) firm += 1;
    else if (isSame(one.speaker, claim.speaker)) wrong.push(`FIRM ${where} ${one.firm}, not ${claim.firm}: ${words}`);
    if (one.stance === null) return;
    sided += 1;
    if (one.stance === claim.stance) right += 1;
    else {
      wrong.push(`STANCE ${where} ${one.stance}, not ${claim.stance}: ${words}`);
      if (claim.stance === 'unclear') unclear += 1;
      else if (one.stance !== 'neutral' && claim.stance !== 'neutral') opposite += 1;
    }
  });
  return {
    gold: gold.length,
    found: taken.size,
    proposed: claims.length,
    met: new Set(taken.values()).size,
    speaker,
    firm,
    sided,
    right,
    opposite,
    unclear,
    wrong,
  };
};

const NUMBERS = [
  'gold',
  'found',
  'proposed',
  'met',
  'speaker',
  'firm',
  'sided',
  'right',
  'opposite',
  'unclear',
] as const;
export const summed = (scores: readonly Score[]): Score => {
  const sum = (field: (typeof NUMBERS)[number]): number => scores.reduce((total, score) => total + score[field], 0);
  return {
    gold: sum('gold'),
    found: sum('found'),
    proposed: sum('proposed'),
    met: sum('met'),
    speaker: sum('speaker'),
    firm: sum('firm'),
    sided: sum('sided'),
    right: sum('right'),
    opposite: sum('opposite'),
    unclear: sum('unclear'),
    wrong: scores.flatMap(({ wrong }) => wrong),
  };
};

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;
const lineOf = (
  name: string,
  { gold, found, proposed, met, speaker, firm, sided, right, opposite, unclear }: Score,
): string =>
  `${name.padEnd(34)} gold ${gold}, found ${percent(found, gold)}, proposed ${proposed} (met ${percent(met, proposed)}), speaker ${percent(speaker, found)}, firm ${percent(firm, found)}, stance ${percent(right, sided)} of ${sided}, opposite ${percent(opposite, sided)}, unclear ${percent(unclear, sided)}`;

const NOBODY: KnownNames = { people: [], firms: [] };

interface GoldFile {
  readonly claims: readonly GoldClaim[];
}

/** The notes of a folder, each a text and its claims as JSON. */
export const scoredFolder = (folder: string, model?: SideModel): readonly (readonly [name: string, score: Score])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { claims }: GoldFile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const text = readFileSync(join(folder, name.replace(/json$/, 'txt')), 'utf8');
      const gold = claims.map((claim) => ({ ...claim, isFirmUntold: !text.includes(claim.firm ?? '') }));
      return [name, scoreOf(gold, extractClaims(text, NOBODY, model).claims, name)] as const;
    });

/** The library's notes from a folder with their texts, each read with the names of the others only. */
const scoredLibrary = (folder: string): readonly (readonly [name: string, score: Score])[] =>
  NOTES.notes.map(({ id, number }) => {
    const file = readdirSync(folder).find((name) => name.startsWith(number)) ?? '';
    const others = {
      ...NOTES,
      notes: NOTES.notes.filter((note) => note.id !== id),
      claims: NOTES.claims.filter(({ note }) => note.id !== id),
    };
    const text = readFileSync(join(folder, file), 'utf8');
    const gold = NOTES.claims
      .filter(({ note }) => note.id === id)
      .map(
        ({ paraphrase, locator, speaker, firm, stance, kind }): GoldClaim => ({
          sentence: paraphrase,
          isParaphrase: true,
          paragraph: locator.paragraph,
          isFirmUntold: !text.includes(firm),
          ...(locator.through !== undefined && { through: locator.through }),
          speaker: speaker ?? null,
          firm,
          stance: kind !== 'view' || stance === undefined ? null : stance === 'mixed' ? 'neutral' : stance,
        }),
      );
    const { claims } = extractClaims(text, knownNamesOf(others));
    return [id, scoreOf(gold, claims, number)] as const;
  });

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { library: { type: 'string' }, wrong: { type: 'boolean' } },
  });
  const groups = [
    ...positionals.map((folder) => [folder, scoredFolder(folder)] as const),
    ...(values.library === undefined ? [] : [['the library', scoredLibrary(values.library)] as const]),
  ];
  for (const [group, scores] of groups) {
    for (const [name, score] of scores) process.stdout.write(`${lineOf(name, score)}\n`);
    const all = summed(scores.map(([, score]) => score));
    process.stdout.write(`${lineOf(group, all)}\n`);
    if (values.wrong) process.stdout.write(`${all.wrong.join('\n')}\n`);
  }
}
