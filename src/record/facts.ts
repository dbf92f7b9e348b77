import { CITED_CLOSES, type Closes } from './closes.ts';
import { PUBLISHED_FACTS, type PublishedFacts } from './published.ts';

/** What the notes are held against, besides the Fed's decisions. */
export interface RecordFacts {
  readonly closes: Closes;
  readonly published: PublishedFacts;
}

/** The record the product ships with: cited single closes and single published facts. It needs no network. */
export const CITED_RECORD: RecordFacts = { closes: CITED_CLOSES, published: PUBLISHED_FACTS };
