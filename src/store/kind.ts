import { z } from 'zod';

/** The kind of an answer: a plain name that cannot hold a sentence. */
export const KindSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
