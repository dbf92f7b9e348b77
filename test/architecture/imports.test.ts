import { basename, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BELOW_TOPICS, READ_BESIDE, ROLES, RULES, roomOf } from './rooms.ts';
import { codeOf, type Import, importsOf, ROOT, SOURCES } from './sources.ts';

/** `rate-move` of `src/topics/rate-move/answer.ts`; undefined for what stands beside the topics' folders. */
const topicOf = (file: string): string | undefined => /^src\/topics\/(.+)\/[^/]+$/.exec(file)?.[1];

/** `message` of `message-reasons.ts`. */
const roleOf = (file: string): string => basename(file, '.ts').split('-')[0] ?? '';

/** What is wrong with an import that one file of a topic makes of another file in `src/topics`, if anything. */
const brokenBetweenTopics = (file: string, target: string): string | undefined => {
  const topic = topicOf(file);
  // the registry and the union of the questions stand above and below the topics; topic.ts describes one
  if (topic === undefined) return undefined;
  const other = topicOf(target);
  if (other === undefined) {
    return BELOW_TOPICS.includes(target) ? undefined : `${file} looks up at ${target}`;
  }
  if (other !== topic) {
    const goesOn =
      READ_BESIDE.get(topic)?.includes(other) === true && [file, target].every((one) => roleOf(one) === 'read');
    return goesOn || basename(target) === 'question.ts' ? undefined : `${file} imports another topic's ${target}`;
  }
  return ROLES[roleOf(file)]?.own.includes(roleOf(target)) ? undefined : `${file} may not know ${target}`;
};

/** What is wrong with one import, if anything. */
const brokenRule = (file: string, { from: imported, isTypes }: Import): string | undefined => {
  const room = roomOf(file) ?? '';
  const rules = RULES[room];
  if (imported === 'date-fns') return `${file} imports the date-fns barrel`;
  if (!imported.startsWith('.')) {
    return rules && !rules.packages.some((one) => imported === one || (one.endsWith('/') && imported.startsWith(one)))
      ? `${file} imports ${imported}`
      : undefined;
  }
  const target = relative(ROOT, resolve(ROOT, file, '..', imported));
  // what is done with briefs and what was said of one are values, which turns and contexts carry as they carry questions
  if (file === 'src/topics/turn.ts' && target === 'src/brief/effect.ts') return undefined;
  if (file === 'src/topics/context.ts' && target === 'src/brief/spoken.ts') return undefined;
  const other = target === 'manifest.json' ? room : roomOf(target);
  if (other === undefined) return `${file} imports ${target}, which is in no room`;
  if (other === room) return room === 'src/topics' ? brokenBetweenTopics(file, target) : undefined;
  if (rules?.rooms.includes('topics/*/question') && /^src\/topics\/(?:.+\/question|questions)\.ts$/.test(target))
    return undefined;
  if (rules && !rules.rooms.includes(other)) return `${file} reaches into ${other}`;
  const role = topicOf(file) === undefined ? undefined : ROLES[roleOf(file)];
  if (role && other !== 'src/units.ts' && !role.rooms.includes(other)) {
    if (!role.types?.includes(other)) return `${file} reaches into ${other}`;
    if (!isTypes) return `${file} takes more than types of ${other}`;
  }
  const isDoor =
    target === other ||
    target === `${other}/index.ts` ||
    ['commands/typed.ts', 'commands/command.ts'].includes(target) ||
    other === 'src/topics';
  return isDoor ? undefined : `${file} enters ${other} by ${target}, not by its door`;
};

const problemsIn = (file: string, code: string): string[] =>
  importsOf(code).flatMap((imported) => brokenRule(file, imported) ?? []);

describe('imports', () => {
  it('have a room for every source file', () => {
    expect(SOURCES.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('run one way, by the doors', () => {
    expect(SOURCES.flatMap((file) => problemsIn(file, codeOf(file)))).toEqual([]);
  });

  it('load the playground where it is opened, and not before', () => {
    const STATIC = /^\s*(?:import|export)\s[^;'"]*?from\s*['"][^'"]*\/playground\//m;
    const outside = SOURCES.filter((file) => !file.startsWith('src/playground/'));
    expect(outside.filter((file) => codeOf(file).includes('/playground/'))).toEqual(['src/main.ts']);
    expect(outside.filter((file) => STATIC.test(codeOf(file)))).toEqual([]);
  });

  it("turn our blocks and views into Slack's types in one file", () => {
    const casting = SOURCES.filter((file) => file.startsWith('src/slack/') && /\bas unknown as\b/.test(codeOf(file)));
    expect(casting).toEqual(['src/slack/slack-client.ts']);
  });

  it.each([
    ['src/topics/fed/message.ts', "import type { Fed } from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import {\n  type Fed,\n  type Odds,\n} from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import { ROTATION } from '../../wording/index.ts';"],
    ['src/topics/method/answer.ts', "import type { RateMoveQuestion } from '../rate-move/question.ts';"],
    ['src/facts/x.ts', "import type { Overrides } from '../topics/rate-move/question.ts';"],
  ])('may be in %s: %s', (file, code) => {
    expect(problemsIn(file, code)).toEqual([]);
  });

  it.each([
    ['src/topics/fed/question.ts', "import type { Fed } from '../../facts/index.ts';"],
    ['src/topics/fed/question.ts', "import type { FedAnswer } from './answer.ts';"],
    ['src/topics/fed/read.ts', "import { liveReading } from '../../facts/index.ts';"],
    ['src/topics/fed/read.ts', "import { answerFed } from './answer.ts';"],
    ['src/topics/fed/answer.ts', "import { day } from '../../message/index.ts';"],
    ['src/topics/fed/answer.ts', "import { renderFed } from './message.ts';"],
    ['src/topics/fed/figures.ts', "import { rateRange } from '../../wording/index.ts';"],
    ['src/topics/rotation/measures-day.ts', "import { rotationTable } from './message-table.ts';"],
    ['src/topics/fed/message.ts', "import { liveReading } from '../../facts/index.ts';"],
    ['src/topics/fed/message.ts', "import { type Fed, fedAt } from '../../facts/index.ts';"],
    ['src/topics/fed/message-odds.ts', "import { impliedPath } from '../../fed/index.ts';"],
    ['src/topics/fed/message.ts', "import { readFed } from './read.ts';"],
    ['src/topics/fed/message.ts', "import type { Utterance } from '../../language/index.ts';"],
    ['src/topics/fed/index.ts', "import { day } from '../../message/index.ts';"],
    ['src/topics/fed/message.ts', "import { renderRateMove } from '../rate-move/message.ts';"],
    ['src/topics/fed/answer.ts', "import { answer } from '../registry.ts';"],
    ['src/topics/topic.ts', "import { briefAt } from '../brief/index.ts';"],
    ['src/wording/x.ts', "import type { FedAnswer } from '../topics/fed/answer.ts';"],
    ['src/message/x.ts', "import type { Question } from '../topics/questions.ts';"],
    ['src/message/x.ts', "import { rateRange } from '../wording/index.ts';"],
    ['src/sensitivity/x.ts', "import { answer } from '../facts/index.ts';"],
    ['src/sensitivity/x.ts', "import type { Note } from '../notes/index.ts';"],
    ['src/message/x.ts', "export { effectOf } from '../sensitivity/rate-move.ts';"],
    ['src/facts/x.ts', "await import('../slack/index.ts');"],
    ['src/facts/x.ts', "import 'node:fs';"],
    ['src/notes/x.ts', "import {\n  addDays,\n} from 'date-fns';"],
    ['src/slack/x.ts', "import { addDays } from 'date-fns';"],
    ['commands/x.ts', "import { App } from '@slack/bolt';"],
    ['src/facts/x.ts', "import { x } from '../secret-room/index.ts';"],
    ['src/playground/page/x.tsx', "import type { Message } from '../../message/index.ts';"],
    ['src/playground/page/x.tsx', "import { openPlayground } from '../playground.ts';"],
    ['src/playground/page/x.tsx', "import { readFileSync } from 'node:fs';"],
    ['src/playground/server/x.ts', "import { decodeEntities } from '../page/text/markup.ts';"],
  ])('may not be in %s: %s', (file, code) => {
    expect(problemsIn(file, code)).toHaveLength(1);
  });
});
