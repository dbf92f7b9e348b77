import { extractClaims, knownNamesOf } from '../../src/notes/extract/index.ts';
import { NOTES } from '../../src/notes/library.ts';
import { SIDED_SENTENCES } from '../notes/extract/sided-sentences.ts';
import { median } from './core.ts';

const WORDS = 3000;
const SENTENCES_A_PARAGRAPH = 4;
const ROUNDS = 15;

/** A note of 3,000 words: paragraphs of made-up sentences, every third of them said by somebody. */
const longNote = (): string => {
  const sentences: string[] = [];
  for (let at = 0, words = 0; words < WORDS; at += 1) {
    const [, sentence = ''] = SIDED_SENTENCES[at % SIDED_SENTENCES.length] ?? [];
    const said =
      at % 3 === 0
        ? `“${sentence.replace(/["“”]|\.$/g, '')},” said Ingrid Solheim of Fjordline Asset Management.`
        : sentence;
    sentences.push(said);
    words += said.split(' ').length;
  }
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / SENTENCES_A_PARAGRAPH) }, (_, at) =>
    sentences.slice(at * SENTENCES_A_PARAGRAPH, (at + 1) * SENTENCES_A_PARAGRAPH).join(' '),
  );
  return ['A long note on size', 'By Dana Whitlock', ...paragraphs].join('\n\n');
};

export interface ExtractTimes {
  /** Milliseconds for the first note of a process. */
  readonly firstMs: number;
  /** The median of those after it. */
  readonly medianMs: number;
  readonly claims: number;
}

/** A note of 3,000 words read into claims. */
export const measureExtract = (): ExtractTimes => {
  const text = longNote();
  const known = knownNamesOf(NOTES);
  const took: number[] = [];
  let claims = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    claims = extractClaims(text, known).claims.length;
    took.push(performance.now() - start);
  }
  const [firstMs = 0, ...later] = took;
  return { firstMs, medianMs: median(later), claims };
};
