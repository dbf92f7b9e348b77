import { whole } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const NEXT = whole`
  [show|give me|and|the|me|see|list]*
    (next|next (page|part|ones?|five)|more|more (of (them|these|that)|please|views|details?)
    |show more|rest|others|continue|go on|keep going|what else|page (?<page>\d+)) [please]
`;

const LAST_PAGE = 99;

/** `more`, `page 3`: the next part of a long list. */
export const nextPage: Rule = ({ text, context }) => {
  const last = context?.last;
  const found = NEXT.exec(text);
  if (!found || !last) return undefined;
  if (last.kind !== 'views' && last.kind !== 'check' && last.kind !== 'conflicts' && last.kind !== 'figure') {
    return undefined;
  }
  const typed = found.groups?.['page'];
  const page = typed === undefined ? (last.page ?? 1) + 1 : Number(typed);
  return asked({ ...last, page: Math.min(Math.max(1, page), LAST_PAGE) });
};
