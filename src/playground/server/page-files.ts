import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the page is built to. */
const BUILD_FOLDER = fileURLToPath(new URL('../../../build/playground/', import.meta.url));

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.woff2', 'font/woff2'],
]);

export interface PageFile {
  readonly type: string;
  readonly content: Buffer | string;
}

const NOT_BUILT: PageFile = {
  type: 'text/html; charset=utf-8',
  content: [
    '<!doctype html><html lang="en"><title>Rotation Desk playground</title>',
    '<h1>The page is not built yet</h1>',
    '<p>Run <code>npm run build</code> in the folder of Rotation Desk, then load this page again.</p>',
    '<p>Without the page: <code>npm run -s ask -- "/ratecut 50bps"</code> asks from the terminal.</p></html>',
  ].join('\n'),
};

/**
 * A file of the built page. The front page says how to build it where it is not there.
 *
 * @param path as it was asked for, `/` and `/assets/page.js`
 */
export const readPageFile = async (path: string, folder = BUILD_FOLDER): Promise<PageFile | undefined> => {
  const isFront = path === '/' || path === '/index.html';
  const file = join(folder, isFront ? 'index.html' : path);
  const type = CONTENT_TYPES.get(extname(file));
  if (type === undefined || !file.startsWith(join(folder, sep))) return undefined;
  try {
    return { type, content: await readFile(file) };
  } catch {
    return isFront ? NOT_BUILT : undefined;
  }
};
