import { type IsoInstant, isoInstant } from './units.ts';

/** The only clock in the house. Rooms that answer are handed its reading as a value. */
export const now = (): IsoInstant => isoInstant(new Date().toISOString());
