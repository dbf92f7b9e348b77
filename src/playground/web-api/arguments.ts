import { z } from 'zod';

/** The arguments of a call to Slack, as values. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Slack takes these as JSON in a form. */
const NESTED = new Set(['attachments', 'blocks', 'files', 'metadata', 'prompts', 'view']);

const ArgumentsSchema = z.record(z.string(), z.unknown());

/**
 * Reads the body of a call: a form in which nested values are JSON, or JSON.
 *
 * @throws where a value is no JSON
 */
export const argumentsOf = (body: string, contentType = ''): Arguments =>
  contentType.startsWith('application/json')
    ? ArgumentsSchema.parse(JSON.parse(body || '{}'))
    : Object.fromEntries(
        [...new URLSearchParams(body)].map(([name, value]) => [name, NESTED.has(name) ? JSON.parse(value) : value]),
      );

/** What a method of the Web API answers. */
export type Answer = { readonly ok: true; readonly [key: string]: unknown } | ReturnType<typeof refusal>;

/** @param error Slack's own word for it */
export const refusal = (error: string) => ({ ok: false, error }) as const;

/** Methods by their names, each without its side of the wire. */
export type Methods = Readonly<Record<string, (given: Arguments) => Answer>>;
