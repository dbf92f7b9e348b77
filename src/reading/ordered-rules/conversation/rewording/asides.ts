import { everywhere, fragments } from '../patterns.ts';
import type { Rewriting } from './rewriting.ts';

const NUMBER = String.raw`\d+(\.\d+)?`;
const BASIS_POINTS = 'bps?|basis points?';
const FROM = String.raw`(?<from>${NUMBER})\s?%?`;
const TO = String.raw`(?<to>${NUMBER})\s?%?`;
const RANGE = 'target range|target|range|funds rate|policy rate|ffr|benchmark';

const LEVELS: readonly Rewriting[] = [
  // "one" counts no points unless a unit or a move follows
  [
    fragments`\bone\b(?!\s(and a (half|quarter|third)|and three|point|percentage|percent|%|hundred|cut|hike|move|full
      |quarter|basis|bp|per))`,
    'a',
  ],
  [fragments`(?<!\d|\.)${FROM}\s?(->|→|=>)\s?${TO}`, 'from $<from>% to $<to>%'],
  [fragments`\bfrom ${FROM} (up|down|back) to ${TO}`, 'from $<from>% to $<to>%'],
  [fragments`(?<=\d%?)\s?(->|→|=>)\s?(?=\d)`, ' to '],
];

/** Said beside a move and no part of it. */
const ASIDE: readonly Rewriting[] = [
  // "note 003": no size
  [fragments`\b(notes?|piece|article|report) (0|1|2|3|4)(?!\d|%|\.|,|\s?(bp|basis|percent|point))`, 'note'],
  [fragments`\b(notes?\s)?00\d(?!\d|%|\.|,|\s?(bp|basis|percent|point))`, 'note'],
  [fragments`\b(sensitivity|sensitive|exposure|exposed|response|reaction|react|reacts) to [a|an|the] (?=\d)`, ''],
  [everywhere`under (that|those|this|these) [assumptions?]`, ''],
  [fragments`\bscratch that\b(\s|,)*`, ''],
  [everywhere`(in|at) one (go|shot|step|fell swoop|move)|all in one`, ''],
  [
    everywhere`(line|sum|set|wrap|put|pull|bring|follow|write|show|size|tot|add) [them|it|me|these] up
      |heads up|what is up`,
    '',
  ],
  [everywhere`over [the|a|this|next|two|three|whole|full]* (cycle|years?|quarters?|months?|period|course|horizon)`, ''],
  [
    everywhere`(no|without|skip the|skip|minus the)
      (waffle|words|chat|fluff|bs|nonsense|commentary|text|views|opinions|story|preamble|blah|explanation)`,
    '',
  ],
];

const COMPARED: readonly Rewriting[] = [
  [everywhere`compared? [it|that|this] (to|with)`, 'vs'],
  [everywhere`next to`, 'beside'],
  [fragments`(?<=\d),(?=\s)`, ' ,'],
];

const DIRECTIONS: readonly Rewriting[] = [
  [everywhere`(fomc|fed|they|powell) holds?`, 'hold'],
  [everywhere`(stand[s|ing]|stays?|staying) still`, 'hold'],
  [fragments`\b(trimming|trim|reduction|decrease|lowering|easing|cutting) of (?=\d)`, 'cut '],
  [
    fragments`\b(bump|boost|increase|rise|raise|hike|lift)s? of (?<size>${NUMBER}) ?(?<unit>${BASIS_POINTS}|%)
      [up|upwards?|higher]`,
    'hike $<size>$<unit>',
  ],
  // "the fed lowers rates from 4 to 3.5"
  [
    fragments`\b([the] [fed|fomc|funds|target|policy|they]* [rates?]
      (lifts?|raises?|hikes?|goes|moves?|cuts?|lowers?|falls?|drops?|rises?) [its|the] [rates?]
      [from] ${FROM} to ${TO})`,
    'from $<from>% to $<to>%',
  ],
  [everywhere`(lifts?|raises?|bumps?|pushes|push|moves?|jacks?|takes?) [up] [the|its] (${RANGE}) [up]`, 'hike rates'],
  [everywhere`(trims?|drops?|slash[es]|reduces?|lowers?|brings? down|takes? down) [the|its] (${RANGE})`, 'cut rates'],
  [everywhere`not [a] (up|down|cut|hike|lower|higher)`, ''],
  [
    everywhere`(ffr|fed funds [rate]|funds rate|policy rate|rates?)
      (goes|go|moves?|falls?|rises?|drops?|goes from|is going)?\s?${FROM} to (?<to>${NUMBER})`,
    'from $<from>% to $<to>',
  ],
];

const COMPANIES: readonly Rewriting[] = [
  [
    everywhere`(?<!how )(?<which>small|large|big|bigger|smaller|little|other|second|first|that|this|which|same|good|next
      |last) (ones?|a)`,
    '$<which> company',
  ],
  [everywhere`[the|that|this] (giant|behemoth|blue chip|mega ?cap|big guy|big boy)s?(?!\s=)`, 'large company'],
  [everywhere`[the|that|this] (minnow|tiddler|little guy|tiny company|small fry)s?`, 'small company'],
  [everywhere`(the|these|those|both|of|for|your|our) two(\sof them)?(?!\s(cuts|hikes|moves|\d))`, 'both'],
  [fragments`\btwo (?=companies|cos\b|firms|examples|names)`, 'both '],
  [everywhere`one (of|by|more time|after|another)|(no|any|every|some) ?one`, ''],
];

const COUNTED: readonly Rewriting[] = [
  [
    everywhere`(a|the|another) (first|second|third|fourth|fifth|final|further) (?<move>cut|hike|move)`,
    'another $<move>',
  ],
  // "two 25s"
  [everywhere`(?<count>two|three|four|five|six|2|3|4|5|6) (?<size>\d+)s`, '$<count> x $<size>bp'],
];

/** `no` and the like, with what stands between it and what was meant. */
const NO = String.raw`(no|nope|nah|sorry|sry|oops|actually|wait|typo|correction|hmm+|er|uh|k|kk)\b(\s|,|\.|:|;|-)*`;
const NOT_HOLD = String.raw`(?!no [rate] (change|move|cut|hike|float|variable)\w*\b)`;
const CORRECTIONS: readonly Rewriting[] = [
  // "no, 50": but not "no change"
  [fragments`^${NOT_HOLD}${NO}(no\b(\s|,)*)?(?=.)`, ''],
  // "75, not 50"
  [
    fragments`\b(not|instead of|rather than|in place of) [the|a|by] ${NUMBER}\s?(${BASIS_POINTS}|%)?(?=$|\s|,|\.|\?|!)`,
    '',
  ],
  // "ok, back to the cut: 25"
  [
    fragments`^((ok|okay|so|and|now|lets|let us|let's|go|going|can we go|please)\b(\s|,)*)*back to [the|that|my|our]
      [rate|fed] (cuts?|hikes?|moves?|numbers?|calc\w*|model|rates?|scenario|first one)\b(\s|,|:|;|-)*(but\s)?(?=.*\d)`,
    '',
  ],
];

const BESIDE_SIZE: readonly Rewriting[] = [
  [
    fragments`(?<!(x|×|\d)\s)\b(?<size>${NUMBER}) ?(${BASIS_POINTS}) (less|lower|down|off|cheaper|south)\b`,
    'cut $<size>bps',
  ],
  [fragments`(?<!(x|×|\d)\s)\b(?<size>${NUMBER}) ?(${BASIS_POINTS}) (higher|up|north)\b`, 'hike $<size>bps'],
  [everywhere`(takes?|brings?|pushes|gets?) [the] [interest] rates? (?<way>down|up) [by]`, 'rates $<way>'],
];

const HOLD: readonly Rewriting[] = [
  [
    everywhere`
      do[es] not (move|change|do anything|cut or hike|touch) [rates?|it|them|anything] [at all]
      (do|does|did) nothing | nothing happens | stands? pat | standing pat | stay[s|ing] put | sit[s|ting] tight
      sits? on (its|their) hands | on hold
      leaves? [the] (rates?|it|them|things) (alone|unchanged|as (it is|they are|is)|where (it is|they are))
      keeps? (rates?|it|them) (where (it is|they are)|steady|unchanged|as is|the same|on hold)
      no [rate] (change|move|cut|hike) [at all] | unchanged rates?
      rates? (stay|stays|remain|remains) (the same|unchanged|put|here|where (it is|they are))
    `,
    'hold',
  ],
];

/** What is said of a move on the way, and its direction and levels, in the words that the readers of moves take. */
export const ASIDES: readonly Rewriting[] = [
  ...LEVELS,
  ...ASIDE,
  ...COMPARED,
  ...DIRECTIONS,
  ...COMPANIES,
  ...COUNTED,
  ...CORRECTIONS,
  ...BESIDE_SIZE,
  ...HOLD,
];
