import {
  type Facts,
  type Fed,
  fedAt,
  type KnownPair,
  type LiveMarket,
  type NoData,
  shippedFacts,
} from '../facts/index.ts';
import { closeLookupFrom, type RecordFacts } from '../record/index.ts';
import type { IsoInstant } from '../units.ts';
import type { Closes, Futures, LoadState, MarketData, Rates, Snapshot } from './port.ts';

/** Turns what is known of the market at a moment into the facts that answers rest on. */

type Missing = Exclude<LoadState<unknown>, { kind: 'ok' }>;

const whyNot = (known: Missing): NoData => {
  if (known.kind === 'loading') return { kind: 'loading' };
  if (known.problems.every(({ kind }) => kind === 'off')) return { kind: 'off' };
  return { kind: 'unavailable', words: [...new Set(known.problems.map(({ words }) => words))] };
};

interface FromCloses {
  readonly market: LiveMarket;
  readonly record: RecordFacts;
}

/** By their closes: results are cached by the identity of the facts, so equal facts must be the same object. */
const remembered = new WeakMap<Closes, FromCloses>();

const fromCloses = (closes: Closes, { market, record }: Facts): FromCloses => {
  const known = remembered.get(closes);
  if (known !== undefined) return known;
  const { ratio, check, provenance } = closes;
  const { problems: _, ...shown } = provenance;
  // nothing is held against made-up numbers, nor against closes that may be another index's
  const closesKnown =
    provenance.isSynthetic || provenance.doubts !== undefined
      ? record.closes
      : closeLookupFrom(ratio, { name: provenance.source }, record.closes);
  const made: FromCloses = {
    market: { kind: 'live', readings: market.readings, ratio, provenance: { ...shown, check } },
    record: { ...record, closes: closesKnown },
  };
  remembered.set(closes, made);
  return made;
};

/** By their pairs, as above. */
const withSwedenOnce = new WeakMap<readonly KnownPair[], RecordFacts>();

/** The record with the Swedish closes of a file, unless something speaks against them. */
const withSweden = (record: RecordFacts, pairs: readonly KnownPair[]): RecordFacts => {
  const found = pairs.find(({ pair }) => pair.name === 'OMXSSCPI');
  if (found?.kind !== 'closes' || found.provenance.doubts !== undefined) return record;
  const known = withSwedenOnce.get(pairs);
  if (known?.closes === record.closes) return known;
  const made = { ...record, sweden: { series: found.ratio, source: { name: found.provenance.source } } };
  withSwedenOnce.set(pairs, made);
  return made;
};

interface FedOnce {
  readonly rates: LoadState<Rates>;
  readonly futures: LoadState<Futures>;
  readonly minute: string;
  readonly fed: Fed;
}

const MINUTE = 'YYYY-MM-DDTHH:MM'.length;

/** The Fed moves by the minute of its statement: many answers of a minute share it. */
let lastFed: FedOnce | undefined;

const fedFrom = (rates: LoadState<Rates>, futures: LoadState<Futures>, now: IsoInstant): Fed => {
  const minute = now.slice(0, MINUTE);
  if (lastFed?.minute === minute && lastFed.rates === rates && lastFed.futures === futures) return lastFed.fed;
  const fed = fedAt(now, {
    ...(rates.kind === 'ok' && { rates: { ...rates.value.provenance, days: rates.value.days } }),
    futures: futures.kind === 'ok' ? { ...futures.value.provenance, prices: futures.value.prices } : whyNot(futures),
  });
  lastFed = { rates, futures, minute, fed };
  return fed;
};

let lastPrinted: { readonly closes: Missing; readonly market: Facts['market'] } | undefined;

const fromPrint = (closes: Missing, { market }: Facts): Facts['market'] => {
  if (lastPrinted?.closes !== closes) {
    lastPrinted = { closes, market: { kind: 'printed', readings: market.readings, why: whyNot(closes) } };
  }
  return lastPrinted.market;
};

/**
 * What the product ships with, and what is known of the market now.
 *
 * @param now the moment of the answer; data of later days are in the facts and not looked at
 */
export const factsAt = (now: IsoInstant, { closes, rates, futures, pairs }: Omit<Snapshot, 'arriving'>): Facts => {
  const shipped = shippedFacts(now);
  const known: FromCloses | Pick<Facts, 'market' | 'record'> =
    closes.kind === 'ok'
      ? fromCloses(closes.value, shipped)
      : { market: fromPrint(closes, shipped), record: shipped.record };
  return {
    ...shipped,
    ...known,
    ...(pairs && { pairs, record: withSweden(known.record, pairs) }),
    fed: fedFrom(rates, futures, now),
  };
};

interface FactsOnce extends Omit<Snapshot, 'arriving'> {
  readonly minute: string;
  readonly facts: Facts;
}

let lastFacts: FactsOnce | undefined;

/** The facts of a minute's first moment stand for all of it, while nothing new is known of the market. */
const factsOfMinute = (now: IsoInstant, known: Omit<Snapshot, 'arriving'>): Facts => {
  const { closes, rates, futures, pairs } = known;
  const minute = now.slice(0, MINUTE);
  const isSame =
    lastFacts?.minute === minute &&
    lastFacts.closes === closes &&
    lastFacts.rates === rates &&
    lastFacts.futures === futures &&
    lastFacts.pairs === pairs;
  if (!isSame) lastFacts = { ...known, minute, facts: factsAt(now, known) };
  return (lastFacts as FactsOnce).facts;
};

/** The same of a market that is open: at once, with a promise of what is being loaded. */
export const factsNow = (market: MarketData, now: IsoInstant): { facts: Facts; arriving?: Promise<unknown> } => {
  const { arriving, ...known } = market.snapshot();
  return { facts: factsOfMinute(now, known), ...(arriving && { arriving }) };
};
