import { isOnly, lexiconOf, marked, overlaps, phrasesOf, slotsOf, strangeIn } from '../../language/index.ts';
import type { Library } from '../../notes/index.ts';
import { CITED_RECORD, conflictsIn } from '../../record/index.ts';
import { findingsIn } from '../findings.ts';
import type { Reading, ReadTopic } from '../reading.ts';

const CONFLICTS = lexiconOf({
  conflict: {
    conflict:
      'butt heads|at loggerheads|loggerheads|cross swords|lock horns|fall out|dont tally|do not tally|tally|dont add up|clash head on|conflict|conflicts|conflicting|contradict|contradicts|contradiction|contradictions|contradicting|contradictory|inconsistent|inconsistency|inconsistencies|at odds|at odds with each other|clash|clashes|opposing claims|fit together|reconcile|reconciled|square with|consistent|compatible|mutually exclusive|which note is right|which note is correct|which one of them is right|which of them is right|which of the two is right|who is right there|two different figures|two different numbers|different numbers|different figures|dont match each other|do not match each other|tell different stories|one note says',
    disagree:
      'disagree|disagrees|disagreement|disagreements|differ|differs|agree|agrees|not agree|dont agree|on the same page|diverge|diverges|split',
  },
  /** Whose statements are meant. */
  whose: {
    whose:
      'notes|the notes|note|your notes|sources|your sources|authors|the authors|articles|they|them|analysts|statements|figures|facts|claims|each other|one another|each one|with each other|among themselves|pieces|material|library|two notes|papers|everyone|everybody|between them|do they|they all|they disagree|they differ|any two notes|two of them|itself|on the same page',
  },
  on: {
    'conflict-easing-began':
      'start of easing|first cut|the first cut|easing began|began to ease|when the fed began|first cut|when easing started|easing started|easing cycle|july 2024|july cut|start of the cuts|when cuts began|fed cut|the fed cut|date of the cut|timing of the cut|when the fed cut',
    'conflict-forward-discount':
      'discount|gap|valuation gap|forward discount|forward pe|fwd pe|pe|p / e|valuation|valuations|multiple|multiples|how cheap|cheapness|cheap|18 or 40|40 or 18|18 % or 40|40 % or 18|18 vs 40|40 vs 18|18 % vs 40|40 % vs 18',
    'conflict-cut-helps':
      'cuts help|cut helps|rate cuts|rate cut|whether cuts help|does a cut help|cuts|effect of cuts|lower rates|rates|rate|fed|the fed|easing',
    'conflict-tariffs': 'tariff|tariffs|tarrifs|trade war|supply chains|trade',
    'conflict-mega-caps-sold':
      'mega caps|mega cap|mega caps sold|megacaps|large caps|flows|flow|inflows|outflows|big tech|mag 7|magnificent 7|money leaving|rotation|where money goes|money flows',
    'conflict-bonds-or-shares':
      'bonds|bond|bonds or shares|bonds vs shares|fixed income|bonds vs stocks|bonds or stocks',
    'conflict-catch-up':
      'catch up|how far|outlook|long term|long run|next decade|decade|ai|tech|technology|small caps catching up|catching up',
  },
  /** Of a point that two notes are divided on: which of them is right. */
  verdict: {
    verdict: `which side does the record take|what does the record say|whats the record say|who is right|whos right|whos right then|who is right then|who has it right|who got it right|which is right|which one is right|which ones right|can that be settled|can it be settled|settle it|settle that|is that settled|who should i believe|who do i believe|whom to believe|which do i trust|so what is true|whats the truth|the truth|the record|the verdict|verdict|so which is it|which is it`,
  },
  beside: {
    beside:
      'another note|another|him|her|contradicts him|where|which|any|date|dates|what|points|point|contested|show|list|are there|is there|on|about|with|between|over|small caps|russell|say|give|most|us|other|numbers|number|views|opinions|different|more|ever|is it|do|does',
  },
  not: {
    not: 'bulls|bears|bullish|bearish|i|i disagree|we|we disagree|your figure|your number|your result|your math|your sum|who disagrees|who agrees|who else|with him|with her|with them|anyone|anybody|someone|schedule|calendar|meeting|not agree to|agreed|should',
  },
});
const FROM_DISCOUNT = [18, 22, 40];

/** The conflicts in which all of the notes take a side, or any where only one is named. */
const conflictsOf = (notes: readonly string[], library: Library): readonly string[] =>
  conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => {
      const takes = (note: string): boolean => sides.some(({ claims }) => claims.some((id) => id.startsWith(note)));
      return notes.every(takes);
    })
    .map(({ id }) => id);

/** The conflicts over what was checked. */
const conflictsOfFindings = (ids: readonly string[], library: Library): readonly string[] => {
  const claims = findingsIn(library).all.flatMap((one) => (ids.includes(one.id) ? one.claims : []));
  return conflictsIn(library, CITED_RECORD)
    .filter(({ sides }) => sides.some((side) => side.claims.some((id) => claims.includes(id))))
    .map(({ id }) => id);
};

const MOST = 8;

/** `where do the notes disagree`, `do they contradict each other on tariffs`, `is it 18 or 40`. */
export const readConflicts: ReadTopic = (utterance, context, library) => {
  const phrases = phrasesOf(utterance, CONFLICTS);
  const { all, of, has } = phrases;
  const notes = slotsOf(utterance, 'note');
  const who = slotsOf(utterance, 'who');
  const amounts = slotsOf(utterance, 'amount');
  const percents = amounts.filter(
    ({ value, unit }) => (unit === '%' || unit === undefined || unit === 'x') && FROM_DISCOUNT.includes(value),
  );
  // 18 or 22 against the 40 % of another note
  const isDiscount = percents.some(({ value }) => value === 40) && percents.some(({ value }) => value !== 40);
  const isAsked = has('conflict', 'conflict') || (has('conflict', 'disagree') && (has('whose') || notes.length > 0));
  const last = context?.last.kind === 'source' ? context.last.of : context?.last;
  const isGoingOn = last?.kind === 'conflicts' && !context?.stale && has('on') && utterance.words.length <= 6;
  const isVerdict = last?.kind === 'conflicts' && !context?.stale && (has('conflict', 'conflict') || has('verdict'));
  // "does another note contradict him": of what was checked last
  const checked = last?.kind === 'check' && !context?.stale && has('conflict') ? (last.findings ?? []) : [];
  const ofChecked = checked.length > 0 && notes.length + who.length === 0 ? conflictsOfFindings(checked, library) : [];
  if (!isAsked && !isDiscount && !isGoingOn && !isVerdict) return [];
  if (has('not') && !has('conflict', 'conflict')) return [];
  const isOnlyDisagree = !has('conflict', 'conflict');
  const authored = who.flatMap(({ value }) =>
    library.notes
      .filter(({ author, publisher }) => publisher === value || author.name === value)
      .map(({ number }) => number),
  );
  // two views of people are no conflict of notes: their horizons say why
  if (who.length > 0 && authored.length < who.length) return [];
  if (isOnlyDisagree && marked(utterance, 'people').length > 0) return [];
  const named = [...new Set([...notes.map(({ value }) => value), ...authored])];
  const uses = [
    ...all,
    ...notes,
    ...who,
    ...percents,
    ...(['document', 'views', 'reference', 'compare'] as const).flatMap((tag) => marked(utterance, tag)),
  ];
  if (strangeIn(utterance, uses).length > 2) return [];
  const subjects = [
    ...new Set(
      isDiscount
        ? ['conflict-forward-discount']
        : of('on')
            .filter((mark) => !notes.some((note) => overlaps(note, mark)))
            .map(({ value }) => value),
    ),
  ];
  const found =
    named.length > 0
      ? conflictsOf(named, library).filter((id) => subjects.length === 0 || subjects.includes(id))
      : isVerdict && last.conflicts && subjects.length === 0
        ? last.conflicts
        : subjects.length > 0
          ? subjects
          : ofChecked;
  const [first, ...rest] = found.slice(0, MOST);
  const isWhole = isOnly(utterance, [
    ...uses,
    ...amounts,
    ...slotsOf(utterance, 'date'),
    ...slotsOf(utterance, 'topic').filter(() => first !== undefined),
  ]);
  const reading: Reading = {
    asks: { kind: 'conflicts', ...(first !== undefined && { conflicts: [first, ...rest] }) },
    name: 'Where the notes disagree',
    how: 'exact',
    uses,
  };
  return [isWhole ? reading : { ...reading, isOffer: true }];
};
