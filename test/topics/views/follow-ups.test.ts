import { describe, expect, it } from 'vitest';
import { lastTurn } from '../../reading/asked-turns.ts';

/** Short words behind views and notes: of those shown, narrowed to what is asked. */

const views = (of: object = {}) => ({ kind: 'views', ...of });
const LEE = { who: ['Tom Lee'] };
const WEST = { who: ['Julian West'] };
const CALVASINA = { who: ['Lori Calvasina'] };
const source = (of: object) => ({ kind: 'source', of });
const NOTES = { kind: 'notes' };

describe('short words behind views and notes', () => {
  it.each<readonly [readonly string[], object]>([
    [['what does julian west list as risks'], views({ ...WEST, risks: true })],
    [['which risks does kostin see'], views({ who: ['David Kostin'], risks: true })],
    [['risks in note 002'], views({ notes: ['002'], risks: true })],
    [['what does west say', 'what are his risks'], views({ ...WEST, risks: true })],
    [['what does j say', 'any risks in it'], views({ who: ['J'], risks: true })],
    [['note 002 in short', 'what risks does it name'], views({ notes: ['002'], risks: true })],
    [['what does lee say', 'and his evidence for it?'], source(views(LEE))],
    [['what does lee say', 'his reasoning?'], views(LEE)],
    [['what does lee say', 'and in writing, where exactly?'], source(views(LEE))],
    [['who is bullish', 'where exactly is that in print'], source(views({ stances: ['bullish'] }))],
    [
      ['what does kostin say', 'what would have to happen for that'],
      views({ who: ['David Kostin'], needs: 'anything' }),
    ],
    [['what does calvasina say', 'how far out does she look'], views(CALVASINA)],
    [['what does calvasina say', 'any quote the other way from the same article?'], views({ notes: ['004'] })],
    [['what does kostin say', 'does anyone in that note object'], views({ stances: ['bullish'], notes: ['001'] })],
    [['what does shaban say', 'who does he quote'], views({ notes: ['004'] })],
    [['note 004', 'who is quoted in it'], views({ notes: ['004'] })],
    [['views in note 003', 'only the yahoo one then: who is quoted and when'], views({ notes: ['004'] })],
    [['bears', 'who among them gives a reason'], views({ stances: ['bearish'] })],
    [['bears', 'which one is the most recent'], views({ stances: ['bearish'] })],
    [['views on tariffs', 'whats their time frame'], views({ topics: ['tariffs'] })],
    [['views on tariffs', 'and the dates of those'], { kind: 'source', of: views({ topics: ['tariffs'] }) }],
    [['list the notes', 'which of these predate the sept 24 cut'], NOTES],
    [['list the notes', 'any of those written after the first cut'], NOTES],
    [['which of the notes are older than a year'], NOTES],
    [['and the full name of whoever wrote 000?'], { kind: 'notes', note: '000' }],
  ])('%j', (texts, question) => {
    expect(lastTurn(...texts)).toMatchObject({ kind: 'question', question });
  });

  it.each<readonly [readonly string[], object]>([
    [['what are the risks'], { question: { kind: 'views', risks: true } }],
    [['what does lee say', 'what are the risks'], { question: { kind: 'views', risks: true } }],
    [['how far did they cut in 2025'], { question: { kind: 'fed-history' } }],
    [['list the notes', 'what happened to the ratio after the sept 2024 cut'], { question: { kind: 'rotation' } }],
    [['list the notes', 'did they cut before or after the election'], { question: { kind: 'fed-history' } }],
    [['cut 50', 'where exactly is that from'], { question: { kind: 'source', of: { kind: 'rate-move' } } }],
    [['the goldman one'], { question: { kind: 'views', who: ['Goldman Sachs'] } }],
    [['the west one'], { question: { kind: 'views', ...WEST } }],
    [['which notes do you have', "what's the newest"], { question: { kind: 'notes', note: '001' } }],
    [['where exactly?'], { kind: 'unclear' }],
    [['note 002 in short', 'what does it want to happen first'], { kind: 'unclear' }],
    [['who quoted you that price'], {}],
  ])('%j is of something else', (texts, turn) => {
    const read = lastTurn(...texts);
    expect(read).toMatchObject(turn);
    expect(read).not.toMatchObject({ question: { notes: ['004'] } });
  });
});
