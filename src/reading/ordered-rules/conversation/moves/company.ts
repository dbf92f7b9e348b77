import { whole, words } from '../patterns.ts';

const ASIDE = 'only|just|for|about|and|show|what about|how about';
const LARGE_ONE = 'large|giant|large company|large one|big one|large ?cap';
const SMALL_ONE = 'small|small company|small one|small ?cap';

const ONLY_LARGE = words`
  (${ASIDE}|tell me) ~2 (${LARGE_ONE}|big company|bigger one|bigger company|big cap|big guy|large corp\w*|big corp\w*)
  (${LARGE_ONE}|big) (only|alone) | ^[the] (large|big|giant)(\s(cap|one|company)|cap)? [only]$
`;
const ONLY_SMALL = words`
  (${ASIDE}) ~2 (small (one|company)|(little|smaller) one|smaller company|small ?cap [industries])
  (${SMALL_ONE}) (only|alone) | ^[the] small(\s(cap|one|company)|cap)? [only]$
`;

/** The one company that the words single out: `only the large one`, `what about smallcap`. */
export const companyAlone = (text: string): 'small' | 'large' | undefined => {
  const [small, large] = [ONLY_SMALL.test(text), ONLY_LARGE.test(text)];
  return small === large ? undefined : small ? 'small' : 'large';
};

const BOTH = whole`
  [and|show|me|now|give|back|to|us|for|the]* (both|both companies|both of them|the two|two|side by side)
    [again|please|companies|together|of them|firms]*
`;

/** `both again`, `show me the two side by side`. */
export const bothMeant = (text: string): boolean => BOTH.test(text);

const NO_SIZE = String.raw`(?<!how\s)(?!\w+ (cut|hike|move|change|rise|fall|drop)\b)`;
const SMALL = words`${NO_SIZE}small(\s?cap)?s?`;
const LARGE = words`${NO_SIZE}(large|big|mega)(\s?cap)?s?`;

/** The one company that is named, however: `what does smallcap need`. */
export const companyNamed = (text: string): 'small' | 'large' | undefined => {
  const [small, large] = [SMALL.test(text), LARGE.test(text)];
  return small === large ? undefined : small ? 'small' : 'large';
};
