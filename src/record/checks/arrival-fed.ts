import { decisionsBetween, FED_SOURCE, targetRangeOn } from '../../fed/index.ts';
import type { Claim } from '../../notes/index.ts';
import type { ArrivedStatement } from '../check.ts';
import { bpValue, dayValue, type Phrase, phrase, rangeValue } from '../phrase.ts';
import { fedMoveIn, looksAhead, timesIn } from './arrival-words.ts';

/** Moves of the Fed and its range, as a sentence of a team's note tells of them. */

const WAYS = { '-1': 'a cut', '0': 'a hold', '1': 'a hike' } as const;

/** A move that has happened, by its month, size and way. */
export const fedMove = ({ paraphrase, note }: Claim): readonly ArrivedStatement[] => {
  const move = fedMoveIn(paraphrase);
  const [when] = move === undefined ? [] : timesIn(paraphrase, note.date);
  if (move === undefined || when === undefined || when.first > note.date || looksAhead(paraphrase)) return [];
  const { way, bps, isSum } = move;
  const told = { name: 'fed', subject: `Fed, ${when.words.replace(/^(?:in|of|during|last|this|since) /i, '')}` };
  const size: Phrase = bps === undefined ? [WAYS[`${way}`]] : [`${WAYS[`${way}`]} of `, bpValue(bps)];
  const said: Phrase = [...size, ` in ${told.subject.slice(5)}`];
  const made = decisionsBetween(when.first, when.last).filter(({ change }) => change !== 0);
  const sources = [FED_SOURCE.name];
  const moves: Phrase = made.flatMap(({ change, on }, at) => [
    at === 0 ? (change < 0 ? 'a cut of ' : 'a hike of ') : change < 0 ? ', a cut of ' : ', a hike of ',
    bpValue(Math.abs(change)),
    ' on ',
    dayValue(on),
  ]);
  const held: Phrase = ((): Phrase => {
    const range = targetRangeOn(when.last);
    return range.kind === 'range' ? phrase`held at ${rangeValue(range)}` : ['no move'];
  })();
  const sum = made
    .filter(({ change }) => Math.sign(change) === way)
    .reduce((all, { change }) => all + Math.abs(change), 0);
  const isRight =
    way === 0
      ? made.length === 0
      : isSum
        ? sum === bps
        : made.some(({ change }) => Math.sign(change) === way && (bps === undefined || Math.abs(change) === bps));
  const [first] = made;
  const flag: Phrase = first
    ? phrase`record: ${bpValue(Math.abs(first.change))} on ${dayValue(first.on)}`
    : ['record: held'];
  const record: Phrase = [...(made.length > 0 ? moves : held), '.'];
  return [{ ...told, said, verdict: isRight ? 'agrees' : 'disagrees', record, flag, sources }];
};

const RANGE = /(\d{1,2}(?:\.\d+)?)\s*%?\s*(?:to|–|-|and)\s*(\d{1,2}(?:\.\d+)?)\s*(?:%|per ?cent)/i;

/** The range of a day. */
export const targetRange = ({ paraphrase, note }: Claim): readonly ArrivedStatement[] => {
  const found = /\b(?:target|range|funds rate|policy rate)\b/i.test(paraphrase) ? RANGE.exec(paraphrase) : null;
  if (found === null || looksAhead(paraphrase)) return [];
  const [when] = timesIn(paraphrase, note.date);
  const on = when?.last ?? note.date;
  const held = targetRangeOn(on > note.date ? note.date : on);
  if (held.kind !== 'range') return [];
  const [lower, upper] = [Number(found[1]), Number(found[2])];
  const isRight = held.lower === lower && held.upper === upper;
  return [
    {
      ...{ name: 'range', subject: 'Fed’s target range', said: phrase`${rangeValue({ lower, upper })}` },
      verdict: isRight ? 'agrees' : 'disagrees',
      record: phrase`${rangeValue(held)} on ${dayValue(on)}.`,
      flag: phrase`record: ${rangeValue(held)}`,
      sources: [FED_SOURCE.name],
    },
  ];
};
