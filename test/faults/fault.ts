/** One fault that is too slow for the tests: what is done, and what has to come of it. */
export interface Fault {
  readonly name: string;
  /** Figures by name, in the order in which they are printed. @throws where what has to hold does not */
  readonly run: (report: (words: string) => void) => Promise<Readonly<Record<string, number | string>>>;
}

/** @throws with these words, where it does not hold */
export const holds = (isSo: boolean, words: string): void => {
  if (!isSo) throw new Error(words);
};
