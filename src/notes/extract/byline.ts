import { caseless, FIRM_WORDS, isFirstName, JOB, NO_PERSON } from './words/names.ts';

/** Who wrote a note, by the lines above and below its text. */

const NAME = String.raw`((?:Dr\.? )?\p{Lu}[\p{L}'.-]+(?: (?:van|von|de|der|di|da|del|la|le))*(?: \p{Lu}[\p{L}'.-]*){0,3})`;
const LETTERS = '(?:,? (?:CFA|CMT|PhD|CAIA|MBA))*';
const BYLINES: readonly RegExp[] = [
  new RegExp(
    String.raw`^\W*(?:(?:[Ss]tory|[Ww]ords|[Rr]eporting|[Pp]osted|[Ww]ritten|[Pp]repared|[Pp]ublished|[Gg]enerated|[Rr]ecap|[Nn]otes|[Rr]eviewed|[Ii]nterview) )?(?:[Bb]y|BY):? (?:AI Agent ?)?${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`^\W*(?:[Ll]ead |LEAD )?(?:[Aa]uthors?|AUTHORS?|[Aa]nalysts?|ANALYSTS?|[Ss]trategists?|[Pp]ortfolio [Mm]anagers?|[Ww]riters?|[Cc]ontacts?)\W*: ?${NAME}`,
    'u',
  ),
  new RegExp(String.raw`^\W*(?:Posted|Published|Written|Filed|Recorded|Recapped|Updated)\b[^.:]{0,40} by ${NAME}`, 'u'),
  new RegExp(String.raw`(?:\||·|\u2014|\u2013|,) ?[Bb]y ${NAME}`, 'u'),
  /Writer's picture ?(\p{Lu}[\p{L}. ]*)/u,
];
/** Behind the name of one author, the name of the next: a job may stand between. */
const NEXT_NAME = new RegExp(`^${LETTERS}(?:,[^.;|]{3,70}?)?(?:,? (?:and|&)|;|,) ${NAME}`, 'u');
const DOES =
  'writes|covers|manages|runs|teaches|lectures|edits|chairs|heads|leads|works|advises|oversees|trades|founded|co-founded|blogs';
const LOWER_JOB = `(?:${JOB}|${DOES}|covering|newsletter|column)`;
const ABOUT_AUTHOR = new RegExp(String.raw`^\W*(?:[Aa]bout (?:me|the author|us): )?${NAME} (?:is|was|${DOES})\b`, 'u');
const SIGN_OFF = new RegExp(String.raw`^(?:[-\u2013\u2014]+ ?)?${NAME}${LETTERS}(?:$|,? [^.]*$)`, 'u');
const JOB_IN = caseless(JOB);
const ABOUT_JOB = caseless(LOWER_JOB);

const SIGNATURE = /^(?:[-\u2013\u2014]+ ?)?\p{Lu}[\p{L}'.-]+(?: (?:and|&|\p{Lu}[\p{L}'.-]*)){1,7}$/u;
/** The close of a letter. */
export const CLOSE =
  /^(?:(?:yours |very )?(?:sincerely|truly|faithfully|respectfully)|(?:kind |best |warm )?regards|with (?:thanks|gratitude|best wishes|appreciation)|best(?: wishes)?,?$|cheers|until next|see you|more soon|all the best|take care|love|thank you|gratefully|onwards)\b/i;

/** `Yours, O. Brandvold`, `— Anna and the team`. */
const ENDS: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:Yours(?: \p{Ll}+)?|(?:Kind |Best |Warm )?[Rr]egards|Best(?: wishes)?|Sincerely|Cheers|Thanks), ${NAME}$`,
    'u',
  ),
  /^[-\u2013\u2014]+ ?(\p{Lu}\p{L}+(?: \p{Lu}[\p{L}'-]+)?),? (?:and|&) (?:the|your) (?:\p{L}+ ){0,3}(?:team|desk|crew|gang)\.?$/u,
];

/** `Priya Lindqvist here.`, `This is Callum Roe with the Friday note.` */
const SELF = new RegExp(
  String.raw`(?:^|[.!,:] )(?:[Ii]t's |[Tt]his is )?${NAME} here\b|\b(?:I am|I'm|[Mm]y name is|[Tt]his is|[Yy]our host,?|[Yy]ours truly,) ${NAME}(?=[,.!]| and | with | from | at )`,
  'u',
);
/** `@tapewormtim's diary`. */
const HANDLE = /^@(\p{L}\w{2,})(?='s |$| [|·])|\bby @(\p{L}\w{2,})/u;

const isName = (name: string): boolean => {
  const words = name.split(' ');
  return (
    words.length <= 4 &&
    !FIRM_WORDS.has(words.at(-1) ?? '') &&
    // `BY THE NUMBERS`
    !words.some((word) => /^(?:A|The|Our|Their|Us|Them|Then|Now)$/.test(word)) &&
    (name.length < 4 || /\p{Ll}/u.test(name) || isFirstName(`${name[0]}${words[0]?.slice(1).toLowerCase()}`)) &&
    (words.length === 1 ||
      isFirstName(words[0] ?? '') ||
      /^(?:Dr|\p{Lu})\.?$/u.test(words[0] ?? '') ||
      words.every((word) => /^\p{Lu}/u.test(word)))
  );
};
const tidy = (name: string): string =>
  name
    .replace(/^[-\u2013\u2014]+ ?/, '')
    .replace(/^Dr\.? /, '')
    .replace(/[.,']+$/, '');
const hasFirstName = (name: string): boolean => isFirstName(tidy(name).split(' ')[0] ?? '');

/** No department: `Global Portfolio Strategy`. */
export const isPersonLike = (name: string): boolean => {
  const words = (name.split(/[,|(]/)[0] ?? '').trim().split(' ');
  return (
    isFirstName(words[0] ?? '') ||
    (words.length <= 3 && !words.some((word) => FIRM_WORDS.has(word) || NO_PERSON.has(word)))
  );
};

/** `A, B and C` for the authors of one text: they speak together. */
export const together = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The name at the start of a text with those of its further authors. */
const withOthers = (first: string, behind: string): string => {
  const names = [tidy(first)];
  for (let rest = behind; names.length < 6; ) {
    const [whole = '', name = ''] = NEXT_NAME.exec(rest) ?? [];
    const isListed = /(?:and|&|;) \S/.test(whole.slice(0, whole.length - name.length + 1));
    if (!name.includes(' ') || !isName(tidy(name)) || !(hasFirstName(name) || (isListed && isPersonLike(name)))) break;
    names.push(tidy(name));
    rest = rest.slice(whole.length);
  }
  return together(names);
};

/** The authors that a line names behind `by` or a label; undefined for none. */
export const bylineIn = (line: string): string | undefined => {
  for (const pattern of BYLINES) {
    const found = pattern.exec(line);
    const name = found?.[1] ?? '';
    if (found !== null && /^\p{Lu}/u.test(name) && isName(tidy(name)))
      return withOthers(name, line.slice(found.index + found[0].length));
  }
  return undefined;
};

/** A part of a masthead. */
export const MASTHEAD = /\s*(?:\||·|•|\u2014|\u2013| - |\/\/)\s*/;

/** `Niamh Corrigan, Dublin` above the text, or two names of whom one is like a person's. */
const NAME_LINE = new RegExp(String.raw`^${NAME}${LETTERS}(?:, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?$`, 'u');
const NAMES_LINE = new RegExp(`^${NAME}${LETTERS}(?=(?:,| and| &) )`, 'u');
/** `Delphine Marchetti, Head of US Equity Strategy`, with a firm behind it or none. */
const NAME_AND_JOB = new RegExp(
  String.raw`^${NAME}(?:,| [|\u2013\u2014-]| \() ?(?:the )?(?=\p{Lu}|[a-z ]*${JOB})[^.]{3,90}$`,
  'u',
);

/** `Pavel Dornwick, 17 Oct 2025, 06:55 ET`. */
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const NAME_AND_DATE = new RegExp(
  String.raw`^${NAME}${LETTERS},? (?:[|\u2013\u2014-] )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH}\.? \d{1,2}\b|(?:19|20)\d\d-\d\d)`,
  'u',
);
const DATE_LINE = new RegExp(
  String.raw`^\W*(?:\p{Lu}\p{Ll}+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH}\.? \d{1,2}\b|(?:19|20)\d\d-\d\d)`,
  'u',
);

/** `Ignatius Bowerman, CFA (+1 212 555 0100)`. */
const WITH_LETTERS = new RegExp(
  `^${NAME}(?:(?:, (?:CFA|CMT|PhD|CAIA|MBA))+(?: ?\\(?[+\\d].*)?| \\([+\\d][^)]*\\)|,? <?[\\w.]+@.*)$`,
  'u',
);
/** What stands alone above a text and is nobody. */
export const NO_NAME =
  /\b(?:Deep|Dive|Talk|Notes?|Brief|Wrap|Views?|Takes?|Recap|Special|Feature|Column|Comment|Commentary|Memo|Alert|Focus|Point|Counterpoint|Perspectives?|Insights?|Spotlight|Digest|Preview|Trends?|Ideas?|Corner|Desk|Light|Letter|Partners|Investors|Clients|Friends|Colleagues|Points?|Analysts?)\b/;

/** The author that a line is the name of, with a job or a place behind it. */
const namedBy = (line: string): string | undefined => {
  const [, alone = ''] = NAME_LINE.exec(line) ?? [];
  if (alone.includes(' ') && hasFirstName(alone) && isName(tidy(alone))) return tidy(alone);
  const [, lettered = ''] = WITH_LETTERS.exec(line) ?? [];
  if (lettered.includes(' ') && isName(tidy(lettered)) && isPersonLike(lettered)) return tidy(lettered);
  const [, dated = ''] = NAME_AND_DATE.exec(line) ?? [];
  if (dated.includes(' ') && isName(tidy(dated)) && isPersonLike(dated)) return tidy(dated);
  const [, first = ''] = NAMES_LINE.exec(line) ?? [];
  if (first.includes(' ') && isName(tidy(first)) && isPersonLike(first)) {
    const names = withOthers(first, line.slice(first.length));
    const isAll = new RegExp(`^${NAME}${LETTERS}(?:(?:,? (?:and|&)|,) ${NAME}${LETTERS})+$`, 'u').test(line);
    if (names.includes(' and ') && (isAll || JOB_IN.test(line))) return names;
  }
  const [, holder = ''] = NAME_AND_JOB.exec(line) ?? [];
  if (holder.includes(' ') && JOB_IN.test(line.slice(holder.length)) && isPersonLike(holder) && isName(tidy(holder)))
    return tidy(holder);
  return undefined;
};

/** Names under a letter, above their jobs or below its close. */
const signedBy = (bottom: readonly string[]): string | undefined => {
  const isSigned = (line: string, at: number): boolean =>
    (SIGNATURE.test(line) ||
      (/^(?:[-\u2013\u2014]+ ?)?\p{Lu}\p{L}{1,14}$/u.test(line) && CLOSE.test(bottom[at - 1] ?? ''))) &&
    isName(tidy(line.split(/ (?:and|&) /)[0] ?? ''));
  const signed = bottom.findIndex(
    (line, at) => isSigned(line, at) && (ABOUT_JOB.test(bottom[at + 1] ?? '') || CLOSE.test(bottom[at - 1] ?? '')),
  );
  if (signed < 0) return undefined;
  const others = bottom.slice(signed + 1).filter((line, at) => isSigned(line, signed + 1 + at) && hasFirstName(line));
  return together([bottom[signed] ?? '', ...others].flatMap((line) => line.split(/ (?:and|&) /)).map(tidy));
};

/** Whom a note is by, `A and B` where it is by two; undefined where it does not say. @param above the text itself */
export const authorOf = (
  top: readonly string[],
  above: readonly string[],
  bottom: readonly string[],
): string | undefined => {
  for (const line of top) {
    const name = bylineIn(line);
    if (name !== undefined) return name;
  }
  const named = top.map((line) =>
    /"/.test(line) ? undefined : (line.split(MASTHEAD).flatMap((part) => namedBy(part) ?? [])[0] ?? namedBy(line)),
  );
  const first = named.findIndex((name) => name !== undefined);
  if (first >= 0) {
    // a line an author
    const next = named[first + 1];
    return together([named[first] ?? '', ...(next === undefined || next === named[first] ? [] : [next])]);
  }
  const capitals = top.find(
    (line, at) => /^\p{Lu}[\p{Lu}.'-]+(?: \p{Lu}[\p{Lu}.'-]*){1,3}$/u.test(line) && DATE_LINE.test(top[at + 1] ?? ''),
  );
  const shown = capitals?.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
  if (shown !== undefined && isPersonLike(shown) && isName(shown) && !NO_NAME.test(shown)) return shown;
  for (const line of bottom) {
    const reporter = new RegExp(`(?:[Rr]eporting|[Ww]ritten|[Ii]nterview(?:ed)?) by ${NAME}`, 'u').exec(line);
    if (reporter?.[1]?.includes(' ')) return withOthers(reporter[1], line.slice(reporter.index + reporter[0].length));
    const [, name = ''] = ABOUT_AUTHOR.exec(line) ?? [];
    const isFoot = bottom.indexOf(line) >= bottom.length - 2 && isPersonLike(name);
    if (name.includes(' ') && ABOUT_JOB.test(line) && isName(tidy(name)) && (hasFirstName(name) || isFoot))
      return tidy(name);
    const [, writing = ''] = /AI Writing Agent (\p{Lu}\p{L}+ \p{Lu}\p{L}+)/u.exec(line) ?? [];
    if (writing !== '') return writing;
  }
  // two plain words alone above the text, as the name of an author is
  const plain = above.find(
    (line) =>
      /^\p{Lu}\p{Ll}[\p{L}'-]+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}[\p{L}'-]+$/u.test(line) &&
      isPersonLike(line) &&
      isName(line) &&
      !NO_NAME.test(line),
  );
  if (plain !== undefined) return plain;
  const [, owner, handle = owner] = top.map((line) => HANDLE.exec(line)).find((found) => found !== null) ?? [];
  if (handle !== undefined) return handle;
  const self = top
    .map((line) => SELF.exec(line))
    .map((found) => found?.[1] ?? found?.[2] ?? '')
    .find((name) => name.includes(' ') && isPersonLike(name) && isName(tidy(name)));
  if (self !== undefined) return tidy(self);
  const signed = signedBy(bottom);
  if (signed !== undefined) return signed;
  for (const line of [...bottom].reverse()) {
    const ending = ENDS.map((end) => end.exec(line)?.[1] ?? '').find((name) => name !== '');
    if (ending !== undefined && isPersonLike(ending)) {
      const whole = bottom.map((one) => ABOUT_AUTHOR.exec(one)?.[1] ?? '').find((one) => one.startsWith(`${ending} `));
      return tidy(whole ?? ending);
    }
    const [whole = '', name = ''] = line.length < 120 ? (SIGN_OFF.exec(line) ?? []) : [];
    if (
      (whole.length < name.length + 6 || ABOUT_JOB.test(line)) &&
      name.includes(' ') &&
      hasFirstName(name) &&
      isName(tidy(name))
    )
      return tidy(name);
  }
  return undefined;
};

/** Lines at the foot that say who the author is and where. */
export const isAboutAuthor = (line: string): boolean =>
  [ABOUT_AUTHOR, SIGN_OFF].some((pattern) => {
    const [, name = ''] = pattern.exec(line) ?? [];
    return name.includes(' ') && isPersonLike(name);
  });
