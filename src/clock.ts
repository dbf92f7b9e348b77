import { type IsoInstant, isoInstant } from './units.ts';

/** The present instant. The only clock: pure rooms get the instant as an argument. */
export const now = (): IsoInstant => isoInstant(new Date().toISOString());
