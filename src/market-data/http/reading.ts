import type { z } from 'zod';
import { because, type Outcome, ok, type Provider } from '../outcome.ts';

const isWebPage = (text: string): boolean => /^\s*</.test(text);

/** What cannot be read as data, in words that say what came in its place. */
export const unreadable = (provider: Provider, text: string, expected: string) =>
  because(
    provider,
    'unreadable',
    isWebPage(text)
      ? `${provider} sent a web page in place of data`
      : `${provider} sent something else than ${expected}`,
  );

/** The value a JSON text stands for; undefined where it is no JSON. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** JSON of a known shape, or a problem in words. */
export const readJson = <Schema extends z.ZodType>(
  provider: Provider,
  text: string,
  schema: Schema,
): Outcome<z.output<Schema>> => {
  const result = schema.safeParse(jsonIn(text));
  return result.success ? ok(result.data) : unreadable(provider, text, 'the data it is known to send');
};
