import { compiled, FIRM_WORDS, HOLDING, isFirstName, JOB, LAST_NAMES, NO_PERSON, SAYING } from './words/names.ts';

/** A capitalised word or an initial. */
export const WORD = String.raw`(?:(?=\p{Lu}[\p{L}'-]*\p{Ll})\p{Lu}(?:(?!'s\b|'(?!\p{L}))[\p{L}'-])*|\p{Lu}\.(?:-?\p{Lu}\.)*)`;
const CAPITALS = String.raw`(?:\p{Lu}[\p{Lu}\d&]+(?!\p{Ll}))`;
/** `Orchard Workers' Pension Trust` is one name. */
const OWNERS = String.raw`(?:(?<=\b(?:Worker|Teacher|Employee|Firefighter|Officer|Engineer|Farmer|Pilot|Carpenter|Miner|Nurse)s)'(?= \p{Lu}))`;
/** Capitalised words in a row, `&` and `of` between them. */
const FIRM = String.raw`(?:${WORD}|${CAPITALS})${OWNERS}?(?: (?:&|(?:of|and|for)(?= \p{Lu})|${WORD}${OWNERS}?|${CAPITALS})|, (?:Inc|LLC|LP|Ltd)\b)*`;
const FIRMS = compiled(new RegExp(String.raw`(?<![\p{L}-])${FIRM}`, 'gu'));
export const JOBS = compiled(new RegExp(JOB, 'giu'));
const TEAMS = /\b(?:team|desk|colleagues?|analysts|strategists|economists|researchers|group)\b/giu;
/** Directly behind a job or a team: `at the broker Wexley & Lane`. */
const AT_FIRM = compiled(
  new RegExp(
    String.raw`^(?:,| \([^)]*\))? (?:over |up |down )?(?:at|with|from|for|of) (?:the )?(?:(?:[A-Z]{2,4}|[a-z-]+) (?:firm|broker|brokerage|bank|manager|boutique|shop|house|provider|insurer|adviser|advisor|consultancy) )?(${FIRM})`,
    'u',
  ),
);
/** Behind a job, at the end of a line: `Mirabel Stott, CIO, Redfern Lane`. */
const LAST_FIRM = compiled(new RegExp(`^, (?:the )?(${FIRM})$`, 'u'));

const PERSON = `(?<![\\p{L}-])${WORD} ${WORD}`;
const PAIR = `${WORD}(?: ${WORD})? & ${WORD}`;
const SOMEBODY = `(?:[\\p{Ll}-]+ ){0,3}(?:chap|bloke|fellow|man|woman|friend|contact|colleague|reader|client|banker|rival|guy|${JOB})`;
const KIND_OF_FIRM =
  'provider|firm|brokers?|brokerage|bank|boutique|consultancy|manager|consultants|house|group|adviser|shop|insurer|outfit';
const PAPER = '(?:report|note|study|survey|paper|poll|analysis|screen|memo|chart)s?';
/** What shows a capitalised phrase to be a firm's name; its last group is the name. */
const SIGNS: readonly RegExp[] = [
  // `private-equity firm Calder Vane`
  `\\b(?:${KIND_OF_FIRM}|fund house|fund group|asset manager) (${FIRM})`,
  // `Freund of Arbor Ninth says`, `Osei-Lund at Fathom Quant, who`
  `${PERSON} (?:of|at|from) (?:the )?(${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)(?=,? (?:(?:${SAYING}|${HOLDING})\\b|who\\b|whose\\b))`,
  // `Helga Strand over at Fennimore Vance`, `Ambrose Tull at Pinnock Rowe is`
  `${PERSON},? (?:now |then |over |up |down )?at (?:the )?(${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)`,
  // `who runs small-cap money for Greywater`
  `, (?:now |then )?who (?:runs?|ran|manages?|heads?|leads?|covers?|oversees?|works?|advises|looks?|writes|trades?)\\b(?:[^,.;]|\\.\\d){0,70}? (?:at|for) (?:the )?(${FIRM})`,
  // `who runs Brackwater Tool & Die`
  `, who (?:runs|owns|founded|co-founded|heads|leads|chairs|started) (${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)(?=,|\\.| and | in )`,
  // `Cosmo Reed, whose Hale & Pike`
  `${PERSON}, whose (${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)`,
  // `his own firm, Strand & Daughter`, `Teague manages small-cap funds at Copley Ridge`
  `\\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?:firm|shop|fund|company|employer|boutique|outfit), (${FIRM})`,
  `(?<![\\p{L}-])${WORD} (?:manages|runs|heads|leads|oversees|trades) (?:[^,.;]|\\.\\d){0,60}? (?:at|for) (?:the )?(${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)`,
  // `one of our smallest holdings, Brackwater Controls`
  `\\bone of (?:our|my|their) (?:[\\p{Ll}-]+ )*(?:holdings|companies|positions|clients|customers), (${WORD}(?: (?:&|${WORD}|${CAPITALS}))+)`,
  // `Greg Tolliver, a macro guy at Beacon & Stroud`
  `${PERSON}, (?:an?|our|their|the) (?:[\\p{Ll}-]+ ){1,5}(?:at|with) (?:the )?(${FIRM})`,
  // `Terence Bligh of Bligh & Moss`
  `${PERSON} (?:of|at|from|with) (?:the )?(${PAIR})`,
  // `Coldbrook's Matthijs Oort has`, `says TrackerData`
  `(?<![\\p{L}-])(${FIRM})(?:'s|(?<=s)') ${WORD} ${WORD},? (?:${SAYING}|${HOLDING}|is|was|has|had)\\b`,
  '\\b(?:says|said|according to|by|from) (\\p{Lu}\\p{Ll}+\\p{Lu}\\p{Ll}\\p{L}*)',
  // `Desmond Achterby (Thrale & Motte)`, `the Copperkettle Fund at Wick & Tarnley`
  `${PERSON} \\((${PAIR})[,)]`,
  `\\b[Oo]ver at (?:the )?(${FIRM}),`,
  `\\b(?:[Aa]n?|[Oo]ne|[Mm]y|[Aa]nother) ${SOMEBODY} (?:at|from|with) (${PAIR}|${WORD} ${WORD})`,
  "(?<![\\p{L}-])((?:\\p{Lu}[\\p{L}'-]+ )*(?:University|School|College|Institute|Academy) of \\p{Lu}\\p{L}+)",
  `\\b(?:Fund|Trust|Portfolio|Strategy) (?:at|with) (?:the )?(${FIRM})`,
].map((sign) => compiled(new RegExp(sign, 'gu')));
/** `Pemberton Hale (Silvio Marchetti):`, `Silvio Marchetti (Pemberton Hale):`. */
const LABELLED = compiled(new RegExp(`^\\W*(${FIRM}) \\((${WORD} ${WORD}(?: ${WORD})?)(?:, [^)]*)?\\):`, 'u'));
/** What may show a person or a thing as well: no word of the name may be one of markets. */
const WEAK_SIGNS: readonly RegExp[] = [
  // `Fundmeter, a data provider`
  `(?<=\\b(?:to|by|[Aa]t|from|of|with|says|said) )(\\p{Lu}[\\p{L}&-]+(?: \\p{Lu}[\\p{L}&-]+)?), (?:an?|the) (?:[\\p{L}-]+ ){0,4}(?:${KIND_OF_FIRM})\\b(?!'s)`,
  // `Granby Lathrop upgraded smaller companies to overweight`
  `^(${WORD}(?: (?:&|and(?= \\p{Lu})|${WORD}))+) (?:(?:has |have )?(?:upgraded|downgraded|moved|cut|raised|lifted|lowered)\\b[^.;]{0,80}\\b(?:overweight|underweight|neutral|market[- ]weight)\\b|(?:sent|sends|circulated|published|put|issued|released) (?:round |out |around )?(?:an?|its) (?:\\w+ ){0,2}${PAPER}\\b)`,
  // `according to data provider FlowGauge`, `a survey by the Midland Chamber of Makers`
  `\\b(?:(?:according to|per) (?:the )?(?:(?:[\\p{Ll}-]+ ){1,4}|(?!(?:the )?${WORD} ${WORD}\\b(?! ${WORD})))|(?:(?:data|figures|numbers|estimates|research|tally|model|${PAPER})s? (?:by|from|compiled by|published by)|compiled by|published by) (?:the )?(?:[\\p{Ll}-]+ ){0,4})(${FIRM})(?!,? (?:an?|the|who|chief|head|senior|our)\\b)`,
  // `a Strand Avenue report saying`
  `\\b(?:[Aa]n?|[Tt]he|[Tt]hat|[Tt]his) (?:\\p{Ll}+ )?(${FIRM}) ${PAPER} (?:(?:of|among) [^,;.]{3,40}? )?(?:saying|that|which|showing|arguing|put|shows?|showed|found|finds?|says|said|argues|argued|estimat\\p{Ll}+|suggests?|suggested)\\b`,
].map((sign) => compiled(new RegExp(sign, 'gu')));
/** Directly behind a firm: `'s small-cap research`. */
const OF_FIRM = compiled(
  new RegExp(
    String.raw`^'s? (?:(?:own|latest|new|house|in-house|research|strategy|equity|small-cap|us|u\.s\.|quant(?:itative)?|global|macro|chief|head|senior|annual|quarterly|monthly|weekly|long-term|(?:\w+-)?year) )*(?:${JOB}|team|desk|analysts|strategists|economists|researchers|house view|research|investment committee|forecast|outlook|survey|model portfolio|capital market assumptions)\b`,
    'iu',
  ),
);

/** Case matters in names, not in the words around them: the patterns above ignore it, this does not. */
const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name) && /\p{Lu}[\p{L}.&'-]*$/u.test(name);

export const wordsOf = (name: string): readonly string[] => name.split(/,? /);
export const bare = (word: string): string => word.replace(/[.,']+$/, '');

/** A name without the words of a sentence or a title that stand before it. */
export const withoutLead = (words: readonly string[], isLead: (word: string) => boolean): readonly string[] => {
  const first = words.findIndex((word) => /^\p{Lu}\.$/u.test(word) || !isLead(bare(word)));
  return first < 0 ? [] : words.slice(first);
};

const isAllMarkets = (words: readonly string[]): boolean => words.every((word) => NO_PERSON.has(word));

const GENERIC_FIRM =
  /^(?:the|a|an|our|investment|wall|main|small|large|us|u\.s|equity|wealth|research|capital|market|markets|asset|strategy|global|value|growth|quality|cash|index|value|momentum)$/i;
/** Ends of capitalised phrases that only look like firms. */
const NO_FIRM =
  /(?:^|\s)(?:Street|Markets?|Index|Equities|Equity|Strategy|Value|Investors?|Banks?|Fund|Funds|Capital|Data|Global|Research|Review|Reserve|Company|Research|Assets?|Times|Investments?|Management|Financials?|Credit|Insurance|Trust|Macro|Quant|News|Outlook|Weekly|Daily|Monthly|Quarterly)$/;

/** `Raj Patel of Kestrel Securities` is a person at a firm; `Bank of America` is a firm. */
const partsOfPhrase = (phrase: string): readonly string[] => {
  const [first = '', ...rest] = phrase.split(/ (?:of|for|and|,) (?=\p{Lu})/u);
  if (rest.length === 0) return [phrase];
  const words = first.split(' ');
  const isPerson = isFirstName(words[0] ?? '') || words.length > 1;
  return isPerson && !words.some((word) => FIRM_WORDS.has(bare(word)) && word !== 'Banks') ? rest : [phrase];
};

const firmOf = (phrase: string): string | undefined => {
  const all = wordsOf(phrase);
  const words = withoutLead(all, (word) =>
    /^(?:The|A|An|At|In|By|For|From|Of|And|But|With|As|On|To|Our|Its|Their|His|Her|While|When|If|Even|Meanwhile|Former|Both|Like|Unlike|Chief|Head|Senior|Mr|Ms|Mrs|Dr)$/.test(
      word,
    ),
  );
  const name = words.join(' ').replace(/'+$/, '');
  if (words.length < 2 || words.length > 6) return undefined;
  if (words.length === 2 && isFirstName(words[0] ?? '') && LAST_NAMES.test(words[1] ?? '')) return undefined;
  if (!words.some((word, at) => at > 0 && FIRM_WORDS.has(bare(word)))) return undefined;
  if (!FIRM_WORDS.has(bare(words.at(-1) ?? ''))) return undefined;
  // `Wall Street`, `Small Cap Value Fund`: words of the market throughout
  const own = words.filter(
    (word) => !FIRM_WORDS.has(bare(word)) && !NO_PERSON.has(bare(word)) && !/^(?:&|of|and|for)$/.test(word),
  );
  if (own.length === 0 && NO_FIRM.test(name)) return undefined;
  return own.length > 0 ? name : undefined;
};

/** Words of a sentence that a pattern takes for the beginning of a name. */
const BEFORE_NAME = /^(?:the|an?|But|And|Yet|At|For|While|As|Still|Then|Even)$/i;

/** Firms that a note names, by ending, by a job there, or because everybody knows them. */
export const firmsIn = (texts: readonly string[], known: readonly string[]): ReadonlySet<string> => {
  const firms = new Set<string>();
  const add = (phrase: string, isMarkets: (words: readonly string[]) => boolean): void => {
    const name = withoutLead(wordsOf(phrase), (word) => BEFORE_NAME.test(word))
      .join(' ')
      .replace(/[.,]+$/, '');
    const words = name.split(' ');
    const isPerson = isFirstName(words[0] ?? '') && words.length <= 3 && !FIRM_WORDS.has(words.at(-1) ?? '');
    if (isCapital(name) && !isPerson && !isMarkets(words)) firms.add(name);
  };
  for (const text of texts) {
    for (const { index, 0: phrase } of text.matchAll(FIRMS)) {
      for (const part of partsOfPhrase(phrase)) {
        const firm = firmOf(part);
        if (firm !== undefined) firms.add(firm);
      }
      const isOwner = OF_FIRM.test(text.slice(index + phrase.length, index + phrase.length + 120));
      if (isOwner) for (const part of partsOfPhrase(phrase)) add(part, isAllMarkets);
    }
    const employers = [...text.matchAll(JOBS), ...text.matchAll(TEAMS)].map(({ index, 0: job }) => {
      const behind = text.slice(index + job.length);
      return AT_FIRM.exec(behind)?.[1] ?? LAST_FIRM.exec(behind)?.[1] ?? '';
    });
    const found = (signs: readonly RegExp[]): readonly string[] =>
      signs.flatMap((sign) => [...text.matchAll(sign)].map((match) => match.at(-1) ?? ''));
    const [, outside = '', inside = ''] = LABELLED.exec(text) ?? [];
    const isInside = /^\p{Lu}\./u.test(inside) || isFirstName(inside.split(' ')[0] ?? '');
    const labelled = !isInside ? inside : outside.includes(' ') ? outside : '';
    for (const phrase of [labelled, ...employers, ...found(SIGNS)].flatMap(partsOfPhrase)) add(phrase, isAllMarkets);
    for (const phrase of found(WEAK_SIGNS)) add(phrase, (words) => words.some((word) => NO_PERSON.has(bare(word))));
    for (const name of known) if (text.includes(name)) firms.add(name);
  }
  return firms;
};

/** `Harborline` for Harborline Capital, `RBC` for RBC Capital Markets: the words before the firm's generic ones. */
export const shortFirm = (firm: string): string | undefined => {
  const words = firm.split(' ');
  const at = words.findIndex((word) => FIRM_WORDS.has(bare(word)));
  const short = words
    .slice(0, at)
    .join(' ')
    .replace(/ (?:&|and|of)$/, '');
  if (at <= 0 || short === '' || NO_PERSON.has(short) || GENERIC_FIRM.test(short) || isFirstName(short))
    return undefined;
  return short.split(' ').every((word) => NO_PERSON.has(word)) ? undefined : short;
};
