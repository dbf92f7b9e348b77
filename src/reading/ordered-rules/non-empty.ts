/** The values as a list that has a first one; undefined where there are none. */
export const nonEmpty = <T>(all: readonly T[]): [T, ...T[]] | undefined => {
  const [first, ...rest] = all;
  return first === undefined ? undefined : [first, ...rest];
};
