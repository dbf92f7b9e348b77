import { z } from 'zod';
import { isIsoDate, isoInstant } from '../units.ts';

export const Instant = z.iso.datetime().transform(isoInstant);
export const Day = z.string().refine(isIsoDate);
