import type { Arguments } from './arguments.ts';

/** What a method of the Web API answers. */
export type Answer = { readonly ok: true; readonly [key: string]: unknown } | ReturnType<typeof refusal>;

/** @param error Slack's own word for it */
export const refusal = (error: string) => ({ ok: false, error }) as const;

/** Methods by their names, each without its side of the wire. */
export type Methods = Readonly<Record<string, (given: Arguments) => Answer>>;
