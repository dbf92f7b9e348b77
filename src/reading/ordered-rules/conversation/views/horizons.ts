import type { Horizon } from '../../../../topics/views/question.ts';
import { words } from '../patterns.ts';

const HORIZONS: readonly (readonly [horizon: Horizon, said: RegExp])[] = [
  [
    'near term',
    words`
      (near|short) ?term | short (while|run|lived) | briefly | next [few] (weeks|months) | soon | this quarter
    `,
  ],
  [
    'about a year',
    words`
      (12|twelve) ?(m|months?) | (one|next|this) year | over (a|the) year | 1 ?(y|yr|year) | by year end | 2026
    `,
  ],
  [
    'long term',
    words`
      long ?term | long (haul|run) | decade | 10 ?(y|yr|years?) | ten years? | years ahead | structural
    `,
  ],
];

/** `over the next few months`: how far a view is to reach. */
export const horizonIn = (text: string): Horizon | undefined => HORIZONS.find(([, said]) => said.test(text))?.[0];
