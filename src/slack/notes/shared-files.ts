import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type NoteFileText, readNoteFile } from '../../note-files/index.ts';

/** Files that people send to the bot: fetched from Slack, and from nowhere else. */

/** What an event says of a file; without the scope it says little. */
export const SharedFileSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});
export type SharedFile = z.infer<typeof SharedFileSchema>;

/** A picture, a recording: beside words it is no note. */
export const isPicture = ({ mimetype }: SharedFile): boolean => /^(?:image|audio|video)\//.test(mimetype ?? '');

/** The bot's own way to Slack. */
type Caller = Pick<webApi.WebClient, 'slackApiUrl' | 'token'>;

const MOST_BYTES = 10 * 1024 * 1024;
const FETCH_MS = 20_000;

const refused = (words: string): NoteFileText => ({ kind: 'refused', words });
const NO_SCOPE = refused(
  'I may not read files in this workspace: an admin can grant me files:read. Until then, paste the text with /note add.',
);
const TOO_LARGE = refused('This file is larger than 10 MB. A note is smaller.');
const NOT_THERE = refused('Slack does not give me that file. Send it again, or paste the text with /note add.');

/** True of Slack's own hosts, and of the host that the bot's calls go to. */
const isSlackHost = (address: URL, apiUrl: string): boolean => {
  const api = new URL(apiUrl);
  if (address.host === api.host) return address.protocol === api.protocol;
  return address.protocol === 'https:' && /(?:^|\.)slack(?:-files|-edge)?\.com$/.test(address.hostname);
};

/** The body, up to a limit; undefined beyond it. */
const bytesOf = async (response: Response): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** A file of a message, as bytes, or why it is none. It goes to Slack with the bot's token, and follows no address elsewhere. */
export const fetchSharedFile = async (
  { slackApiUrl, token }: Caller,
  { name, size, url_private_download: download, url_private: page }: SharedFile,
): Promise<{ readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array } | NoteFileText> => {
  const address = URL.parse(download ?? page ?? '');
  if (address === null) return NO_SCOPE;
  if (!isSlackHost(address, slackApiUrl))
    return refused('That file is not kept by Slack: I fetch none from elsewhere.');
  if (size !== undefined && size > MOST_BYTES) return TOO_LARGE;
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(FETCH_MS),
    });
    const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '') && !/\.html?$/i.test(name ?? '');
    // without the scope Slack answers with a page to sign in at, or sends there
    if (response.status === 302 || response.status === 401 || response.status === 403 || isPage) return NO_SCOPE;
    if (!response.ok) return NOT_THERE;
    const bytes = await bytesOf(response);
    return bytes === undefined ? TOO_LARGE : { kind: 'file', name: name ?? 'note.txt', bytes };
  } catch {
    return NOT_THERE;
  }
};

/** The text of a file of a message, or why there is none. */
export const readSharedFile = async (caller: Caller, file: SharedFile): Promise<NoteFileText> => {
  const fetched = await fetchSharedFile(caller, file);
  return fetched.kind === 'file' ? readNoteFile(fetched) : fetched;
};
