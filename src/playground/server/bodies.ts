import type { IncomingMessage } from 'node:http';

/** A body that is longer than it may be. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/**
 * The body of a request.
 *
 * @throws {TooLongError} as soon as it is longer than so many bytes
 */
export const bodyOf = async (request: IncomingMessage, mostBytes: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new TooLongError(`more than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The text of the one file in a form with a file, or of the body where it is no form. */
export const fileIn = async (body: Buffer, contentType = ''): Promise<string> => {
  if (!contentType.startsWith('multipart/form-data')) return body.toString();
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const [file] = form.values();
  return typeof file === 'string' || file === undefined ? (file ?? '') : file.text();
};
