import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOOL_LIST } from '../../src/mcp/call-tool.ts';
import { NOTES } from '../../src/notes/index.ts';
import { renderTurn } from '../../src/surface/answer-turn.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { answer } from '../../src/topics/registry.ts';
import { readAsked } from '../doubles/asked.ts';
import { anyFacts, anyQuestion } from '../topics/arbitraries.ts';
import { call, FACTS, questionOf, toolFor } from './calling.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly additionalProperties?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
}

describe('the list of tools', () => {
  it('has about ten, each with a name, a title and a description to be chosen by', () => {
    expect(TOOL_LIST.map(({ name }) => name)).toEqual([
      ...['rate_move', 'index_ratio', 'fed_outlook', 'analyst_views', 'check_notes', 'priced_move'],
      ...[
        'rate_needed',
        'own_companies',
        'explain_model',
        'note_figures',
        'fed_history',
        'about_rotation_desk',
        'morning_brief',
      ],
    ]);
    expect(new Set(TOOL_LIST.map(({ title }) => title)).size).toBe(TOOL_LIST.length);
    for (const { name, description = '' } of TOOL_LIST) {
      expect(description, name).toMatch(/Use it for “/);
      expect(description, name).toMatch(/\bNot for\b|never|schedules and posts nothing/);
      expect(description.length, name).toBeLessThan(900);
    }
  });

  it('says of each that it only reads, and that its blocks can be drawn', () => {
    for (const tool of TOOL_LIST) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, title: tool.title });
      expect(tool._meta).toEqual({ slack: { supportsBlockKit: true } });
      expect(tool.outputSchema?.['type']).toBe('object');
    }
  });

  it('describes every argument, has no kind among them, and no sign on a size', () => {
    for (const { name, inputSchema } of TOOL_LIST) {
      const { properties = {}, additionalProperties } = inputSchema as JsonSchema;
      expect(additionalProperties, name).toBe(false);
      expect(Object.keys(properties), name).not.toContain('kind');
      for (const [argument, schema] of Object.entries(properties)) {
        expect(schema.description?.length, `${name}.${argument}`).toBeGreaterThan(10);
        if (argument === 'sizeBps') expect(schema.minimum ?? schema.exclusiveMinimum).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('says of every number of a note whose it is', () => {
    for (const [name, argument] of [
      ['analyst_views', 'notes'],
      ['check_notes', 'note'],
      ['note_figures', 'note'],
      ['about_rotation_desk', 'note'],
    ] as const) {
      const schema = TOOL_LIST.find((tool) => tool.name === name)?.inputSchema as JsonSchema | undefined;
      const said = schema?.properties?.[argument]?.description;
      for (const { number, author, publisher } of NOTES.notes) {
        expect(said, name).toContain(`${number}: ${author.name ?? publisher}`);
        expect(said, name).toContain(publisher);
      }
    }
  });

  it('is small enough to be read whole', () => {
    expect(JSON.stringify(TOOL_LIST).length).toBeLessThan(52_000);
  });
});

describe('arguments', () => {
  it.each([
    ['/ratecut 50bps', 'rate_move', { direction: 'cut', sizeBps: 50 }],
    ['/ratecut hike 25', 'rate_move', { direction: 'hike', sizeBps: 25 }],
    ['/ratecut hold', 'rate_move', { direction: 'hold' }],
    ['/ratecut 50bps floating=60%', 'rate_move', { direction: 'cut', sizeBps: 50, small: { floatingShare: 60 } }],
    [
      '25 vs 50 side by side',
      'rate_move',
      { direction: 'cut', sizeBps: 25, compareWith: [{ direction: 'cut', sizeBps: 50 }] },
    ],
    ['how big a cut for +10% net income?', 'rate_needed', { wanted: 'net income up', by: 10 }],
    ['/ratecut market', 'priced_move', {}],
    ['/rotation', 'index_ratio', {}],
    ['/rotation since 9 Jul 2024', 'index_ratio', { from: '2024-07-09' }],
    ['/rotation ytd', 'index_ratio', { period: 'year to date' }],
    ['/rotation 6m', 'index_ratio', { ago: { count: 6, unit: 'month' } }],
    ['/rotation after cuts', 'index_ratio', { study: 'past first cuts' }],
    ['/rotation to 0.6', 'index_ratio', { targetLevel: 0.6 }],
    ['/fed', 'fed_outlook', {}],
    ['how many cuts in 2024', 'fed_history', { ask: 'moves', direction: 'cut', from: '2024-01-01', to: '2024-12-31' }],
    ['/views', 'analyst_views', {}],
    ['/views bearish', 'analyst_views', { stances: ['bearish'] }],
    ['/views Calvasina', 'analyst_views', { who: ['calvasina'] }],
    ['/views goldman', 'analyst_views', { who: ['Goldman'] }],
    ['/views tariffs', 'analyst_views', { topics: ['tariffs'] }],
    ['/views note 002', 'analyst_views', { notes: ['002'] }],
    ['forward pe of the russell 2000', 'note_figures', { figure: 'forward P/E of the Russell 2000' }],
    ['/check', 'check_notes', {}],
    ['/check 002', 'check_notes', { note: '002' }],
    ['/check conflicts', 'check_notes', { what: 'conflicts' }],
    ['how fresh is this', 'about_rotation_desk', { about: 'data' }],
  ])('%s: the answer has the id that the command gives', (typed, name, args) => {
    const turn = readAsked(typed);
    if (turn.kind !== 'question') throw new Error(`not understood: ${typed}`);
    const { structured } = call(name, args);
    expect(structured?.id).toBe(answer(turn.question, FACTS).id);
    expect(questionOf(name, args)).toEqual(turn.question);
  });

  it('that say nothing are taken as absent: null, false, empty', () => {
    const said = { direction: 'cut', sizeBps: 50, company: null, compareWith: [], small: null };
    expect(questionOf('rate_move', said)).toEqual({ kind: 'rate-move', moveBps: -50 });
    expect(questionOf('analyst_views', { risks: false, who: [''], page: null })).toMatch(/^who\.0: /);
    expect(questionOf('analyst_views', { risks: false, who: [] })).toEqual({ kind: 'views' });
    expect(questionOf('fed_outlook', null)).toEqual({ kind: 'fed' });
  });

  it.each([
    ['rate_move', {}, 'direction: must be one of cut, hike, hold'],
    ['rate_move', { direction: 'cut' }, 'sizeBps: is missing: basis points without a sign, up to 600'],
    ['rate_move', { direction: 'cut', sizeBps: -50 }, 'sizeBps: must be above 0'],
    ['rate_move', { direction: 'cut', sizeBps: 5_000 }, 'sizeBps: must be at most 600'],
    ['rate_move', { direction: 'cut', sizeBps: '50' }, 'sizeBps: must be given as number'],
    ['rate_move', { direction: 'hold', sizeBps: 25 }, 'sizeBps: a hold has no size: leave it out, or say cut or hike'],
    [
      'rate_move',
      { direction: 'cut', sizeBps: 25, small: { floatingShare: 160 } },
      'small.floatingShare: must be at most 100',
    ],
    ['rate_needed', { wanted: 'net income up', by: 2_000 }, 'by: must be at most 1000 percent for net income'],
    ['index_ratio', { from: '2024-02-30' }, 'from: must be a day that exists, YYYY-MM-DD'],
    [
      'index_ratio',
      { period: 'year to date', sessions: 20 },
      'period: says the span a second time: leave out it or sessions',
    ],
    ['fed_outlook', { month: 'December' }, 'month: must be a month, YYYY-MM'],
    ['analyst_views', { notes: ['007'] }, 'notes: must be one of 000, 001, 002, 003, 004'],
    ['note_figures', { note: '007' }, 'note: must be one of 000, 001, 002, 003, 004'],
    ['check_notes', { note: '007' }, 'note: must be one of 000, 001, 002, 003, 004'],
    ['about_rotation_desk', { about: 'weather' }, 'about: must be one of what, can do, data, model, privacy, notes'],
  ])('%s %o: a wrong one names itself and what is allowed', (name, args, said) => {
    expect(questionOf(name, args)).toBe(said);
    const { isError, text, structured, blocks } = call(name, args);
    expect({ isError, text }).toEqual({ isError: true, text: `Nothing was computed. Argument ${said}.` });
    expect(structured).toBeUndefined();
    expect(blocks).toEqual([]);
  });

  it('that are unknown are named with those there are', () => {
    expect(questionOf('rate_move', { direction: 'cut', sizeBps: 50, kind: 'rate-move' })).toBe(
      'kind: there is no such argument; allowed are direction, sizeBps, compareWith, company, small, large',
    );
    expect(call('morning_brief', { channel: 'C1' }).text).toBe(
      'Nothing was computed. Argument channel: this tool takes no arguments.',
    );
    expect(questionOf('analyst_views', { who: ['Nobody at All'] })).toMatch(
      /^who\.0: nobody of that name is in the notes; allowed are .*David Kostin.*Lori Calvasina/,
    );
    expect(questionOf('note_figures', { figure: 'unemployment rate' })).toMatch(/^figure: no figure of the notes fits/);
  });

  it('name a note alone for all that it prints, where one list holds that', () => {
    const printed = NOTES.claims.flatMap(({ note, figures }) => (note.number === '003' ? figures : []));
    expect(questionOf('note_figures', { note: '003' })).toEqual({
      kind: 'figure',
      figures: printed.map(({ id }) => id),
    });
    expect(questionOf('note_figures', { note: '000' })).toMatch(/^figure: is missing: note 000 prints \d+ figures/);
    expect(questionOf('note_figures', { note: '003', figure: 'Magnificent 7 share' })).toMatchObject({
      figures: ['003-magnificent-7-gains-2024', '003-magnificent-7-gains-2025'],
    });
    expect(questionOf('note_figures', { note: '001', figure: 'forward P/E Russell 2000' })).toMatch(
      /^figure: no figure/,
    );
  });

  it('of every button that a reply offers stand for exactly the question behind it', () => {
    let offered = 0;
    fc.assert(
      fc.property(anyQuestion, anyFacts, (question, at) => {
        const { blocks } = renderTurn(answer(question, at));
        for (const block of blocks) {
          if (block.type !== 'actions') continue;
          for (const { value } of block.elements) {
            // what is in no note comes from no reply to words, and a tool says so
            if (/007|Nobody|no such/.test(value)) continue;
            const asked = QuestionSchema.parse(JSON.parse(value));
            const found = toolFor(asked);
            if (found === undefined) continue;
            expect(questionOf(found.name, found.args), JSON.stringify(found)).toEqual(asked);
            offered += 1;
          }
        }
      }),
      { numRuns: 700 },
    );
    expect(offered).toBeGreaterThan(700);
  });
});
