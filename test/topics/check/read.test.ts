import { describe, expect, it } from 'vitest';
import { cut, lastOf, lastTurn } from '../../reading/asked-turns.ts';

const check = (...findings: readonly string[]) => ({ kind: 'check', ...(findings.length > 0 && { findings }) });
const byVerdict = (verdict: string) => ({ kind: 'check', verdicts: [verdict] });
const ofNote = (note: string) => ({ kind: 'check', note });
const STEVENSON = 'stevenson has the ratio at 0.6 for end 2020, is that right?';

const READ: readonly (readonly [texts: readonly string[], question: object])[] = [
  // doubts and sources of what was shown
  [['50bp cut', 'sounds an awful lot, ye sure?'], { kind: 'source', of: cut(50) }],
  [['50bp cut', 'wheres that number from then'], { kind: 'source', of: cut(50) }],
  [['last cut', 'sure?'], { kind: 'source', of: { kind: 'fed-history', ask: 'last', way: 'cut' } }],
  [['ratio ytd', 'that seems low, are you certain?'], { kind: 'source', of: { kind: 'rotation', ytd: true } }],
  [['ratio ytd', "where d'you get the closes"], { kind: 'source', of: { kind: 'rotation', ytd: true } }],
  // a number confirmed, and what does not follow from it
  [['cut 25 7 times', 'thats 175 right'], expect.objectContaining({ kind: 'rate-move', moveBps: -175 })],
  [['50bp cut', 'so 4.39 then, yes?'], cut(50)],
  [['50bp cut', 'thats 4.5%, right?'], cut(50)],
  [['what did they do in 2022', 'thats 425 right'], expect.objectContaining({ kind: 'fed-history' })],
  [['50bp cut', 'so russell up 4% then?'], { kind: 'method', aspect: 'companies', of: cut(50) }],
  [['50bp cut', 'so stocks go up 4%?'], { kind: 'method', aspect: 'companies', of: cut(50) }],
  [['is the 40% discount right', 'so which one'], expect.objectContaining({ kind: 'conflicts' })],
  [['who said small caps fare worst in a recession', 'and is that so?'], check('000-recessions')],
  [['what lift did the note print for 200 and is it right'], check('000-model-200-smallcap', '000-model-200')],
  [['I read that the Fed cut 50 in July 2024, is that true?'], check('003-july-2024-cut')],
  // single claims
  [['did the fed really cut in july 2024'], check('003-july-2024-cut')],
  [['did the fed really cut 50 in september 2024'], check('000-fed-cut')],
  [['The paper from August says a half-point cut was in July 2024. Please verify.'], check('003-july-2024-cut')],
  [['Can I print that the index passed its 2021 high for the very first time that day'], check('001-first-time-above')],
  [['that 0.6 at end 2020 in the fidelity piece looks off to me, I get 0.53ish'], check('002-ratio-2020')],
  [['one of the notes was telling 0.36 that time only, it is matching?'], check('002-ratio-before-cpi')],
  [['check all the notes', 'Name those that fail.'], { kind: 'check', verdicts: ['disagrees'] }],
  [['is the 40% discount right', 'rest of his note ok?'], ofNote('003')],
  [['was there a 50 in july 24 like west says'], check('003-july-2024-cut')],
  [['that .6 at end 2020 smells'], check('002-ratio-2020')],
  [['did money mkt rly pay 5 since 22'], check('000-cash-return')],
  [['before this goes to print, verify pls', 'note 1s numbers i mean'], ofNote('001')],
  [['check note 1', 'only whats off'], { ...ofNote('001'), ...byVerdict('disagrees') }],
  [['check note 1', 'only whats off', 'same for the fidelity one'], { ...ofNote('002'), ...byVerdict('disagrees') }],
  [['like wilson said, rates matter'], { kind: 'views', who: ['Michael Wilson'] }],
  [['003 vs record'], ofNote('003')],
  [['note 1 against the facts'], ofNote('001')],
  [['45 float, fact or made up'], check('000-floating-shares')],
  [['is the 45% floating real or assumed'], check('000-floating-shares')],
  [['note 003', 'his line on the 40% discount, right?'], check('003-forward-discount')],
  [
    ['who was positive on small caps', 'wells fargo too right'],
    { kind: 'views', who: ['Wells Fargo Investment Research'] },
  ],
  [['check the 26% claim'], check('002-late-2023')],
  [['is the 6.3 trillion right'], check('000-money-funds')],
  [['is the 40% discount right'], check('003-forward-discount')],
  [['did the s&p gain 26% in 2023'], check('002-late-2023')],
  [['did the russell really rise 36% from april'], check('001-rebound-from-april')],
  [['is it true that half the russell is unprofitable'], check('001-unprofitable')],
  [['was the ratio 0.6 in 2020'], check('002-ratio-2020')],
  [[STEVENSON], check('002-ratio-2020')],
  [['is the riksbank date right'], check('000-riksbank')],
  [['is kostin right'], check('001-kostin-12-months')],
  [['Stevenson’s ratio numbers, do they check out?'], check('002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi')],
  // going on from a check
  [['check note 003', 'and what it says about july 2024'], check('003-july-2024-cut')],
  [["fact check the robot's piece"], ofNote('003')],
  [['check note 003', 'only what he botched'], ofNote('003')],
  [['check note 003', 'same for fidelity'], ofNote('002')],
  [['check note 003', 'and J'], ofNote('000')],
  [['check note 003', 'the whole lot together'], check()],
  [['check the 26% claim', 'anything else fishy in there'], ofNote('002')],
  [['check the 26% claim', 'and the 36%?'], check('001-rebound-from-april')],
  [['what does stevenson say', 'do his numbers hold water'], ofNote('002')],
  [['what does stevenson say', 'do his numbers hold water', 'the wrong one, in full'], check('002-ratio-2020')],
  // notes and all of them
  [['what did note 002 get wrong'], ofNote('002')],
  [['what did the yahoo note get wrong'], ofNote('004')],
  [['errors in note 001'], ofNote('001')],
  [['is note 003 reliable'], ofNote('003')],
  [['check julian west'], ofNote('003')],
  [['what did the notes get wrong'], check()],
  [['which claims are wrong'], check()],
  [['which other claims in the library dont hold up'], check()],
  [['fact check everything'], check()],
  [['verify whether the russell gained more than 36 per cent off its april low'], check('001-rebound-from-april')],
  [['is it correct that roughly half the russell doesnt make money'], check('001-unprofitable')],
  [['does sitting in cash really make 5 pct a year since 22'], check('000-cash-return')],
  [['riksbank easing as well, is there anything to that claim'], check('000-riksbank')],
  [['notes say both index move same until mid 2021. agree or not'], check('000-indexes-alike')],
  [['does the 0.36 hold up'], check('002-ratio-before-cpi')],
  [['ratio end of 2019', 'the fidelity guy says .6 there tho'], check('002-ratio-2020')],
  [['cut 200 smallcap', 'the pdf says 17.55 tho did i mess up'], check('000-model-200-smallcap')],
  [['check the 36%', 'and the 2453 intraday?'], check('001-intraday-high')],
  [['check the 36%', 'first time it ever got above the old record, correct?'], check('001-first-time-above')],
  [['check the 26% claim', 'source?', 'anything else fishy in there'], ofNote('002')],
  [['check note 002', 'run the rest of note three past the record'], ofNote('003')],
  [["Which of the notes' figures fail against the record?"], check()],
  [["Which of the notes' figures fail against the record?", "Only Mr Stevenson's."], ofNote('002')],
  [["Which of the notes' figures fail against the record?", "Only Mr Stevenson's.", "And West's?"], ofNote('003')],
  [["Stevenson's 0.6"], check('002-ratio-2020')],
  [["west's 40%"], check('003-forward-discount')],
  // what is said to be a first is held against what states it
  [
    ['note says r2k topping its nov 21 record close intraday on 17 sep 25 was a first. stand up?'],
    check('001-first-time-above'),
  ],
  [['001 calls it the first break above the 2021 record, is that right'], check('001-first-time-above')],
  [['note 001 has 2453 intraday on 17 sep 25, right?'], check('001-intraday-high')],
  [['did the fed really cut for the first time in july 2024'], check('003-july-2024-cut')],
  // by what the record says of them
  [['which claims are loose'], byVerdict('loose')],
  [['what agrees'], byVerdict('agrees')],
  [['which claims cannot be checked'], byVerdict('cannot be checked')],
  [['what does note 002 get right'], { ...ofNote('002'), ...byVerdict('agrees') }],
  [['check note 003', 'the wrong ones only'], { ...ofNote('003'), ...byVerdict('disagrees') }],
  [['fact check everything', 'what agrees', 'only the loose ones'], byVerdict('loose')],
  // going on
  [['note 001', 'is it right?'], ofNote('001')],
  [['tldr of note 004', 'any mistakes in it?'], ofNote('004')],
  [['fwd pe of r2k', 'is that true'], check('000-forward-pe')],
  [['mag 7 weight', 'is that true'], check('001-magnificent-7-weight')],
  [['russell to s&p ratio', 'is that true?'], check('002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi')],
  [['rut/spx ratio', 'is that true'], check('002-ratio-2020', '002-ratio-now', '002-ratio-before-cpi')],
  [[STEVENSON, 'what about the .36'], check('002-ratio-before-cpi')],
  [[STEVENSON, "and julian west's july 24 cut"], check('003-july-2024-cut')],
  // what the model computes has a source
  [['50bps', 'are you sure?'], { kind: 'source', of: cut(50) }],
  [['50bps', 'check that'], { kind: 'source', of: cut(50) }],
];

describe('a claim held against the record', () => {
  it.each(READ)('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it('offers all where nothing was said that could be true', () => {
    expect(lastTurn('is that true')).toMatchObject({ reason: 'which', readings: [{ question: { kind: 'check' } }] });
  });
});

describe('what is no claim to check', () => {
  it.each([
    [['actually make it 75'], cut(75)],
    [['cut 50', 'no i meant 75, right?'], cut(75)],
    [['50bps', 'actually 75'], cut(75)],
  ])('%j', (texts, question) => {
    expect(lastOf(...texts)).toEqual(question);
  });

  it.each([
    ['did the fed cut in july 2024'],
    ['did they cut 25 last time'],
    ['can i print that on one page'],
    ['i get 50 in my bonus'],
    ['those that fail the exam'],
    ['cut half a point in july'],
    ['check with lee at 3'],
    ['check your email'],
    ['check the brief'],
    ['turn right at the lights'],
    ["you're right"],
    ['wrong channel'],
    ['is it right to assume 45% floating'],
    ['is that after tax'],
    ['who was right'],
    ['what could go wrong'],
    ['where are rates right now'],
    ['is your 8.78 before or after tax'],
    ['right, and the swedish bit then'],
  ])('%s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'question' ? turn.question.kind : turn.kind).not.toBe('check');
  });
});

describe('a figure just quoted, in other words', () => {
  it.each(['cross check that', 'does that figure hold', 'is the note right about that', 'did the note get that right'])(
    '%s',
    (text) => {
      expect(lastOf('rally off the april lows', text)).toEqual(check('001-rebound-from-april'));
    },
  );
});
