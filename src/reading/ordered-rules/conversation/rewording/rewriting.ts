/** A pattern and what stands for what it finds: a text, `$<name>` for a named part, or a function of those parts. */
export type Rewriting = readonly [said: RegExp, meant: string | ((found: Slots) => string)];

/** The named parts of a pattern, as they were found. */
export type Slots = Readonly<Record<string, string | undefined>>;

/** The text with every rewriting done, one after the other. */
export const rewritten = (text: string, rewritings: readonly Rewriting[]): string =>
  rewritings.reduce(
    (before, [said, meant]) =>
      typeof meant === 'string'
        ? before.replace(said, meant)
        : before.replace(said, (...match) => meant(match.at(-1) as Slots)),
    text,
  );
