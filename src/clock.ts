import { type IsoInstant, instantAt } from './units.ts';

/** The present instant. The only clock: pure rooms get the instant as an argument. */
export const now = (): IsoInstant => {
  const ms = Date.now();
  // asked for several times for each answer
  if (last?.ms !== ms) last = { ms, instant: instantAt(ms) };
  return last.instant;
};

let last: { readonly ms: number; readonly instant: IsoInstant } | undefined;
