import type { Place, Utterance } from '../../language/index.ts';

/** Whom and what words name to be left out: `everyone but goldman`, `bears without calvasina`, `not the ones on tariffs`. */

const BETWEEN =
  '(?: (?:the|any|all|of|from|by|at|on|about|regarding|mentioning|talking|that|which|who|talk|talks|mention|mentions|ones?|those|people|guys?|lot|voices?|views?|opinions?|takes?|calls?|notes?|small|large|caps?|anything|anyone|anybody|everything|say|says|said|discuss|discusses|touch|cover|covers|speak|really|even|for|it|is|are|both|either|analysts?|strategists?|firm|bank|house))*$';
/** They leave out whatever they stand before. */
const OUT =
  'except(?: for)?|excepting|excluding|exclude|besides|apart from|aside from|other than|but not|and not|not including|not counting|leav(?:e|ing) out|ignor(?:e|ing)|omit(?:ting)?|skip(?:ping)?|barring|setting aside|with the exception of|save for|(?:every(?:one|body|thing)|any(?:one|body|thing)|all|all views|all of them|views|voices|analysts|bulls|bears|the rest) but|(?:every(?:one|body)|all) bar';
const ALWAYS = new RegExp(`\\b(?:${OUT})${BETWEEN}`);
/** Said of a list that is shown: `drop the tariffs bit`, `without tariffs`. */
const OF_LIST = new RegExp(
  `(?:\\b(?:minus|drop|lose|remove|take out|cut out|leave|neither|nor|just not|only not)|^(?:(?:and|but|ok|now) )*without)${BETWEEN}`,
);
/** Nobody and no note is a condition of a view: `without tom lee`. */
const OF_NAMES = new RegExp(
  `\\b(?:without|w / o|wo|minus|drop|lose|remove|take out|cut out|leave|neither|nor|just not|only not|(?<=\\w )ex(?: -)?)${BETWEEN}`,
);
/** `without the ones about tariffs`, `not those on earnings`: views on it, where `without tariffs` may be a condition. */
const OF_VIEWS = new RegExp(
  `\\b(?:without(?=.* (?:ones?|those|views?|people|anything|anyone|on|about|from|by|of))|(?:dont|doesnt|didnt|never|isnt|arent|not)(?= (?:really |even )?(?:mention|talk|discuss|touch|cover|speak|from|on|about)\\b)|not(?= (?:the ones?|those|the people|people|any|anyone|anybody|anything|on|about|from|by|the \\w+ ones)\\b))${BETWEEN}`,
);
/** `bears, not calvasina`. */
const DENIED = new RegExp(`, (?:just )?not${BETWEEN}`);
/** `leave goldman out`, `take tom lee out of the bulls`. */
const OUT_OF = /\b(?:take|leave|keep|get|cut|filter|rule|strip|pull)(?: the)?$/;
const LEFT_IN = /\bleav(?:e|ing) (?:only|just)(?: the)?$/;
const ANOTHER = /^(?:(?:and|or|nor|&|,|the|not|also|by|from|on|about) ?)*$/;
/** Words that leave out, whatever stands behind them. */
const SAID = new RegExp(`\\b(?:${OUT}|without)\\b`);

const FORMS = {
  who: [ALWAYS, OF_NAMES, OF_VIEWS, DENIED],
  note: [ALWAYS, OF_NAMES, OF_VIEWS, DENIED],
  stance: [ALWAYS, OF_NAMES, OF_VIEWS],
  topic: [ALWAYS, OF_LIST, OF_VIEWS],
} as const;

export interface Leaves extends Place {
  readonly kind: keyof typeof FORMS;
}

export interface LeftOut<Name> {
  readonly names: readonly Name[];
  /** The words that leave them out. */
  readonly places: readonly Place[];
  /** True where words leave out what no name stands behind. */
  readonly isUnnamed: boolean;
}

/** Which of the names are to be left out. */
export const leftOutIn = <Name extends Leaves>({ words, joined }: Utterance, all: readonly Name[]): LeftOut<Name> => {
  const names: Name[] = [];
  const places: Place[] = [];
  for (const one of all.toSorted((first, second) => first.from - second.from)) {
    const said = words.slice(0, one.from).join(' ');
    const forms = FORMS[one.kind];
    const found = LEFT_IN.test(said)
      ? undefined
      : [...forms, ...(words[one.to] === 'out' ? [OUT_OF] : [])]
          .map((form) => form.exec(said))
          .find((match) => match !== null);
    const before = names.at(-1);
    const between = before && words.slice(before.to, one.from).join(' ');
    const isListed =
      between !== undefined &&
      ANOTHER.test(between) &&
      (/\b(?:and|or|nor)\b|&/.test(between)
        ? !/ (?:on|about)$/.test(between)
        : between === ',' && before?.kind === one.kind);
    if (!found && !isListed) continue;
    names.push(one);
    const from = found ? said.slice(0, found.index).split(' ').filter(Boolean).length : (before?.to ?? one.from);
    places.push({ from, to: words[one.to] === 'out' ? one.to + 1 : one.from });
  }
  const marks = SAID.exec(joined);
  const at = marks ? joined.slice(0, marks.index).split(' ').filter(Boolean).length : undefined;
  return { names, places, isUnnamed: at !== undefined && !places.some(({ from, to }) => from <= at && at <= to) };
};
