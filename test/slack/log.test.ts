import { RespondError, webApi } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseButtonQuestion } from '../../src/slack/interaction-payload.ts';
import { boltLogger, loggable, loggableId } from '../../src/slack/log.ts';
import { StoreError } from '../../src/store/store.ts';

const WORD = 'secretword';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** Errors whose messages or bodies repeat what came in. */
const TELLTALES: readonly (readonly [name: string, error: unknown])[] = [
  ['of JSON', thrownBy(() => JSON.parse(WORD))],
  ['of a schema', thrownBy(() => z.strictObject({}).parse({ [WORD]: 1 }))],
  ['of an address', thrownBy(() => new URL(WORD))],
  ['of a refusal', new webApi.WebAPIPlatformError({ ok: false, error: `Not ${WORD}` })],
  ['of a status', new webApi.WebAPIHTTPError(503, WORD, { [WORD]: WORD }, WORD)],
  ['of a request', new webApi.WebAPIRequestError(new Error(WORD))],
  ['of an address that is used up', new RespondError(WORD, 404)],
  ['of whatever', Object.assign(new Error(WORD), { code: `${WORD} and more`, name: 'Error', stack: undefined })],
  ['that is none', WORD],
  ['with many lines', Object.assign(new Error(`x\n  ${WORD}`), { name: 'Other' })],
];

describe('an error in the log', () => {
  it.each(TELLTALES)('%s repeats nothing', (_, error) => {
    expect(JSON.stringify(loggable(error))).not.toContain(WORD);
  });

  it('tells kind, code and place', () => {
    const refused = loggable(new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_arguments' }));
    expect(refused).toMatchObject({ error: 'WebAPIPlatformError', slack: 'invalid_arguments', meaning: 'refused' });
    expect(refused['stack']).toContain('log.test.ts');
  });

  it('keeps the words of the bot’s own errors', () => {
    expect(loggable(thrownBy(() => parseButtonQuestion(WORD)))).toMatchObject({
      message: 'the button carries no question',
    });
    expect(loggable(new StoreError('desk.json cannot be written'))).toMatchObject({
      message: 'desk.json cannot be written',
    });
  });
});

describe('what Bolt and its clients say', () => {
  const logged = (...said: readonly unknown[]): string => {
    const lines: string[] = [];
    const bolt = boltLogger(pino({ level: 'trace', base: null }, { write: (line: string) => void lines.push(line) }));
    for (const level of ['debug', 'info', 'warn', 'error'] as const) bolt[level](...said);
    return lines.join('');
  };

  it.each([
    ['Malformed request body: Unexpected token', `"${WORD}" is not valid JSON`],
    [`Malformed request body: Unexpected token 's', "${WORD}" is not valid JSON`],
    ['http request failed', WORD],
    [`Unhandled HTTP request (GET) made to /${WORD}`],
    [`must match a schema: ${WORD} [json-pointer:/blocks/0]`],
    [new Error(WORD)],
    [{ [WORD]: WORD }],
    [`An unhandled error occurred while Bolt processed (type: ${WORD}, error: ${WORD})`],
    [`WebSocket error! ${WORD}`],
  ])('goes on without what was put into it', (...said) => {
    expect(logged(...said)).not.toContain(WORD);
    expect(
      logged(...said)
        .trim()
        .split('\n'),
    ).toHaveLength(3);
  });
});

describe('an id in the log', () => {
  it.each([
    ['U0ASKER', 'U0ASKER'],
    [undefined, undefined],
    [null, undefined],
    [WORD, 'no id'],
    [{}, 'no id'],
    ['U'.repeat(99), 'no id'],
  ])('%s', (id, shown) => {
    expect(loggableId(id)).toBe(shown);
  });
});
