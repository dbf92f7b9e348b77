import type { Phrases } from '../../language/index.ts';
import { STANCES } from '../../notes/index.ts';
import { LONGEST_NAME } from '../reading.ts';
import { type ViewsQuestion, ViewsSchema } from './question.ts';

/** `which views have expired`, `who was right`: what became of views. */
export const settledIn = (phrases: Phrases): Pick<Filters, 'expired' | 'proved'> => {
  const proved = (['right', 'wrong'] as const).find((value) => phrases.has('expired', value));
  return { ...(phrases.has('expired', 'expired') && { expired: true }), ...(proved && { proved }) };
};

const FILTERS = [
  'stances',
  'who',
  'topics',
  'notes',
  'needs',
  'horizon',
  'risks',
  'expired',
  'proved',
  'since',
  'scored',
  'withoutWho',
  'withoutTopics',
  'withoutNotes',
] as const;
type Filter = (typeof FILTERS)[number];

/** As a question has them, possibly empty. */
type Filters = {
  readonly [Key in Filter]?:
    | (NonNullable<ViewsQuestion[Key]> extends readonly (infer Value)[] ? readonly Value[] : ViewsQuestion[Key])
    | undefined;
};

/** One question out of filters, without those that narrow nothing. */
export const viewsOf = (filters: Filters): ViewsQuestion => {
  const narrows = (key: Filter): boolean => {
    const value = filters[key];
    return Array.isArray(value)
      ? value.length > 0 && !(key === 'stances' && value.length === STANCES.length)
      : value !== undefined;
  };
  const kept = FILTERS.filter(narrows).map((key) => [key, filters[key]]);
  return ViewsSchema.parse({ kind: 'views', ...Object.fromEntries(kept) });
};

/** As a button asks it: `Views on tariffs`, `Bullish on valuation, in note 003, 3 at a time`. */
export const viewsButtonName = (question: ViewsQuestion): string => {
  const { who, stances, topics, notes, risks, needs, horizon, most, page, since, scored } = question;
  const left = [...(question.withoutWho ?? []), ...(question.withoutTopics ?? []), ...(question.withoutNotes ?? [])];
  const whose = [who?.join(', '), stances?.join(', '), needs && `needs ${needs}`].filter(Boolean).join(', ');
  const on = topics ? `${whose ? ' on ' : 'Views on '}${topics.join(', ')}` : '';
  const said = risks
    ? `Risks for small caps${who ? `, by ${who.join(', ')}` : ''}`
    : scored
      ? `Scored views${whose ? ` of ${whose}` : ''}`
      : whose + on || (notes || horizon || since ? 'Views' : 'All views');
  const limits = [
    left.length > 0 && `without ${left.join(', ')}`,
    horizon,
    notes && `in note ${notes.join(', ')}`,
    most && `${most} at a time`,
    page && `part ${page}`,
    since && `since ${since}`,
  ];
  const name = [said, ...limits.filter(Boolean)].join(', ');
  return (name[0] as string).toUpperCase().concat(name.slice(1)).slice(0, LONGEST_NAME).trim();
};
