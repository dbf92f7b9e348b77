import { type IsoInstant, instantAt } from './units.ts';

/** The present instant. The only clock: pure rooms get the instant as an argument. */
export const now = (): IsoInstant => instantAt(Date.now());
