import note000 from './library/000.json' with { type: 'json' };
import note001 from './library/001.json' with { type: 'json' };
import note002 from './library/002.json' with { type: 'json' };
import note003 from './library/003.json' with { type: 'json' };
import note004 from './library/004.json' with { type: 'json' };
import { readLibrary } from './library.ts';

/** The five notes the product ships with, read and checked once, at start. */
export const NOTES = readLibrary([
  ['000.json', note000],
  ['001.json', note001],
  ['002.json', note002],
  ['003.json', note003],
  ['004.json', note004],
]);
