import { whole, words } from '../patterns.ts';
import { asked, type Rule } from '../said.ts';

const THAT = 'that|this|it';
const SOURCE = 'source|sources|citation|citations|reference|references';

const SOURCE_ASKED = words`
  # the source itself
  ^[and] [the] (${SOURCE}|cite|cites|ref|refs|proof|evidence|link|links)
    [please|for that|for this|for it|of that]$
  (what|where) (is|are|was) (the|your|its|that|their) [exact] (source|sources|reference|evidence|citation)
  (cite|show|give|list|name) [me|us] [the|your|its|that] (${SOURCE})
  ^(got|have|is there|any) [you] [got] [a|any] (source|link|reference|citation|evidence) [for (${THAT})]$
  ^[a|any|the] (link|page) [or page|or link] [for (${THAT})]$ | ^source for (${THAT})$
  ^can you (cite|source|prove) (${THAT})$ | ^how do you know [that]$
  # the note
  which (text|document|piece) | what text | which note (is|was|does|did|says|said) (${THAT}|so)
  which (note|source|paragraph|section|article) [is (${THAT})] [from|in|says (that|so|this)|said (that|so|this)]$
  # who says so
  who (claims?|claimed|said|wrote|says) (${THAT}|so) | ^(says|according to) who[m]$ | ^who says (so|that|this)$
  # where from
  where (is|does|did|do|are|was) (${THAT}|these|those|you|they
    |the (number|figure|data|numbers|figures|info|information)) [.{0,20}] (from|come from|get|taken|stated)\w*
  ^where (from|is that from|does it say that|does that come from|did you get (that|this|it|those))
  where did (you|that|this|it|they|those) .*(get|come|find|from)\w*
  what (is|was) (${THAT}) based on | ^based on what$
  # when
  ^[and] when was (${THAT}) (said|written|published|from|printed)$
  ^how old is (${THAT}) [view|figure|number]$
`;

const WHEN_SAID = whole`
  [and] when was (${THAT}) (said|written|published|from|printed) | [and] what date is that
  [and] how old is (${THAT}) [view|figure|number]
`;

/** `source?`, `which note says so`: where the last answer has its figures and views from. */
export const sourceAsked: Rule = ({ text, context }) => {
  const last = context?.last;
  // views carry their dates
  if (WHEN_SAID.test(text) && last?.kind === 'views') return asked(last);
  if (!SOURCE_ASKED.test(text)) return undefined;
  if (last === undefined) return asked({ kind: 'notes' });
  return asked(last.kind === 'source' ? last : { kind: 'source', of: last });
};
