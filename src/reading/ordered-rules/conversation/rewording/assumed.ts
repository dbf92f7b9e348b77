import { everywhere, fragments } from '../patterns.ts';
import type { Rewriting } from './rewriting.ts';

/** The parts of which an assumption is made; each is a notation to put into a pattern. */
const NUMBER = String.raw`\d+(\.\d+)?`;
const UNIT = '(?<unit>m|mn|mio|million|bn|billion)';
const AMOUNT = String.raw`(?<amount>\d(\d|\.|,)*) ?${UNIT}`;
const SIGNED_AMOUNT = String.raw`(?<amount>-?\d(\d|\.|,)*) ?${UNIT}`;
const CAP = String.raw`((\s|-)?cap)?`;
const NOUN = String.raw`(\s(company|one|firm|co))?('s|\sindustries|\scorporation)?`;
const COMPANY = `[the] (?<company>small|large|big)${CAP}${NOUN}`;
const OWNER = `[at|for|of] ${COMPANY}`;
const OF_OWNER = String.raw`(\s(at|for|of) ${COMPANY})?`;
const IS = String.raw`(is|was|were|are|of|at|to|becomes|goes|rises|falls|drops|equals|=|:)?\s?`;
const ABOUT = String.raw`((only|just|about|around|say|at|to|up|down)\s)*`;
const RATED = String.raw`((\s|-)rate)?`;
const PART = String.raw`(\s(share|part|portion|proportion))?`;
const FLOATING_NAME = String.raw`(variable|floating|float|floaters)${RATED}(\sdebt)?${PART}`;
const INCOME_NAME = 'ebitda|net income|net profit|income|ni|profits?|earnings|makes|made|earned|earns';
const LEVERED = 'leverage|levered|leveraged|gearing|geared';
const TIMES = `(?<times>${NUMBER}) ?(x|times|×)`;
const DEBT = 'debt|borrowings?|loans?|book';
const KEY = 'floating|debt|rate|ebitda|income';

const companyOf = (company: string | undefined): string =>
  company === undefined ? '' : company === 'small' ? 'small ' : 'large ';
const ownerOf = (company: string | undefined): string =>
  company === 'both' || company === 'each' ? 'both ' : companyOf(company);
const keyOf = (name: string | undefined): string => (name === 'ebitda' ? 'ebitda' : 'income');

const FLOATING: readonly Rewriting[] = [
  // "51% of smallcap debt is floating"
  [
    fragments`\b(?<share>${NUMBER})\s?% [of] [its|the|their|all|total]* [${OWNER}] [its|the|their|total]* (${DEBT})
      [is|was|were|are|being|at|on] [a] (floating|floats?|floated|variable) [rates?]`,
    ({ share, company }) => `${companyOf(company)}floating=${share}%`,
  ],
  // "60% floats", "30% variable"
  [
    fragments`\b(?<share>${NUMBER})\s?% [of (it|its debt|the debt|that)] [is|was|were|are]
      (floats|floated|floaters|floating rate|variable [rate]|floating(?!\s?=))(?!\s?(=|:|\d))`,
    'floating=$<share>%',
  ],
  // "floating-rate debt of smallcap at 60%"
  [
    fragments`\b${FLOATING_NAME}(\s(small|large)(?=\s?=))?(\sof ${OWNER})? ?${IS}${ABOUT}(?<share>${NUMBER})\s?%`,
    ({ share, company }) => `${companyOf(company)}floating=${share}%`,
  ],
  // "all of smallcap's debt is floating"
  [
    everywhere`all [of] [the] (?<company>small|large|big)${CAP}(\s(company|firm))?('s)? (debt|borrowings?)
      [is|was|were|being] (floating|variable)`,
    ({ company }) => `${companyOf(company)}floating=100%`,
  ],
  [
    everywhere`(no|zero) (floaters|floating${RATED} [debt]|variable${RATED} debt)
      |all [of] [its|the|their] [debt] [is] fixed|all(-|\s)fixed|fully fixed`,
    'floating=0%',
  ],
  [
    everywhere`all [of] [its|the|their] debt [is|was|were] (floating|variable)|all(-|\s)floating
      |fully (floating|variable)|everything [is] float(s|ing)`,
    'floating=100%',
  ],
];

const LEVERAGE: readonly Rewriting[] = [
  // "leverage of 5x", "levered 5 times", "debt 4x ebitda"
  [
    fragments`\b(${LEVERED}|debt [to ebitda|load]|owes|owing|borrows)${OF_OWNER} ?${IS}${ABOUT}${TIMES}
      [ebitda|levered|leverage|debt]`,
    ({ times, company }) => `${companyOf(company)}debt=${times}x`,
  ],
  // "5x levered"
  [fragments`\b${TIMES} (${LEVERED}|debt(?!\s?=) [to ebitda]|ebitda(?!\s?=))`, 'debt=$<times>x'],
];

const RATE: readonly Rewriting[] = [
  // "borrows at 7%", "pays 7%", "with a coupon of 7%"
  [
    fragments`\b(borrow[s|ed|ing] at|pay[s|ing] [interest] [of|at]|coupons? [rate]
      |(interest|borrowing|starting|initial) (rate|cost)s?|cost of debt|rate (is|of|at|was))
      ${IS}${ABOUT}(?<rate>${NUMBER})\s?%(?!\s(of|less|more))`,
    'rate=$<rate>%',
  ],
  // "with a 7% rate", but not "with a 0.5% rate cut"
  [
    everywhere`(with|at|paying|and) (a|an) (?<rate>${NUMBER})%
      (interest rate|rate|coupon)(?! (cut|hike|rise|fall|drop|move|change))`,
    'rate=$<rate>%',
  ],
];

const DOLLARS: readonly Rewriting[] = [
  // "ebitda of 200m", "net income of smallcap only 45 million"
  [
    everywhere`(?<name>${INCOME_NAME})${OF_OWNER} ?(?!=)${IS}${ABOUT}(us)?\$? ?${SIGNED_AMOUNT}`,
    ({ name, company, amount, unit }) => `${companyOf(company)}${keyOf(name)}=${amount}${unit}`,
  ],
  // "a loss of 12m"
  [everywhere`([a] [net] loss [of|is] [about]|loses) (us)?\$? ?${AMOUNT}`, 'income=-$<amount>$<unit>'],
  // "200m of ebitda"
  [
    fragments`(?<!=)(us)?\$?(?<!=|\d|\.|,)\b${AMOUNT} [of|in]
      (?<name>ebitda|net income|net profit|income|earnings)\b(?!\s?=)`,
    ({ name, amount, unit }) => `${keyOf(name)}=${amount}${unit}`,
  ],
];

/** The company beside an assumption that is in the short form already. */
const OWNED: readonly Rewriting[] = [
  // "large has floating=30%"
  [
    fragments`\b(?<company>small|large|big)${CAP}(\s(company|firm|co))?('s)?
      (has|have|had|with|is at|at|goes to|itself|only|where|whose|a|its|and|,|\s)+(?=(${KEY})=)`,
    ({ company }) => companyOf(company),
  ],
  // "floating=15% at large", "floating=20% both"
  [
    fragments`(?<!(small|large|both)\s)\b(?<set>(${KEY})=\S+) [at|for|in|on|with] [the]
      (?<company>small|large|big|both|each)${CAP}(\s(company|companies|one|firm))?(?=$|\s|,|\.|\?|!)(?!\s(${KEY})=)`,
    ({ set, company }) => `${ownerOf(company)}${set}`,
  ],
];

/** Assumptions in free words as the readers of moves take them: `60% of its debt floats` is `floating=60%`. */
export const ASSUMED: readonly Rewriting[] = [...FLOATING, ...LEVERAGE, ...RATE, ...DOLLARS, ...OWNED];
