import type { ViewsAnswer } from '../answers/index.ts';
import type { Horizon, Need } from '../questions/index.ts';
import { alternatives } from './assumption-words.ts';
import { shortName } from './citation.ts';
import { listed } from './wording.ts';

const NEED_NAMES: Record<Need, string> = {
  'soft landing': 'a soft landing',
  'no recession': 'no recession',
  'stronger economy': 'a stronger economy',
  'falling rates': 'falling rates',
  anything: 'a condition',
};

const HORIZON_NAMES: Record<Horizon, string> = {
  'near term': 'the near term',
  'about a year': 'about a year',
  'long term': 'the long term',
};

/** ` for the long term`, ` given a soft landing`: the terms asked for, behind what else was. */
export const termsAsked = ({ question: { needs, horizon } }: ViewsAnswer): string => {
  const ahead = horizon === undefined ? '' : ` for ${HORIZON_NAMES[horizon]}`;
  if (needs === undefined) return ahead;
  return `${ahead} ${needs === 'anything' ? 'with' : 'given'} ${NEED_NAMES[needs]}`;
};

const IN_WORDS = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** `Six depend on a soft landing, no recession or a stronger economy: Casper, BofA, …`. */
export const conditionsTitle = ({ question, claims, needs = [] }: ViewsAnswer): string => {
  const asked = question.needs ?? 'anything';
  const shown = claims?.shown ?? [];
  const isAny = asked === 'anything';
  if (shown.length === 0) return `Nobody in the notes names ${NEED_NAMES[asked]}${isAny ? '' : ' as a condition'}`;
  const sided = shown.filter(({ claim }) => claim.stance !== undefined);
  const names = [...new Set([...sided, ...shown].map(shortName))];
  const what = (verb: string) =>
    isAny ? `name${verb} a condition` : `depend${verb} on ${alternatives(needs.map((need) => NEED_NAMES[need]))}`;
  if ((claims?.pages ?? 1) > 1) return `${claims?.total ?? shown.length} views ${what('')}`;
  const count = IN_WORDS[names.length] ?? String(names.length);
  return `${count} ${what(names.length === 1 ? 's' : '')}: ${listed(names)}`;
};
