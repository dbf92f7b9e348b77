import { z } from 'zod';
import { isoInstant } from '../units.ts';

/** An instant as stored. */
export const InstantSchema = z.iso.datetime().transform(isoInstant);
