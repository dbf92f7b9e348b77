import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, type Request } from './asking.ts';
import { type Asked, isSet, type QuestionFile, readQuestionFile } from './files.ts';
import { judge } from './judge.ts';
import { judgeRatecut } from './judge-turn.ts';
import { readReply } from './reply.ts';
import { countOf, listing, type Result, shareRight, table, wrongNumbersIn } from './report.ts';
import { HOW_SETS_ARE_JUDGED, reportSets, setPaths } from './run-sets.ts';

/** Asks the project's own questions, then the sets of conversations, through the terminal's JSON mode and judges every reply. */

const USAGE = `Usage: npm run eval -- [FILE] [--now INSTANT] [--verbose] [--only CATEGORY] [--csv FILE]

  FILE             one file to ask, of questions or a set of conversations; by default test/eval/questions.json and
                   every set in test/eval/sets
  --now INSTANT    ask as of this instant, by default 2026-11-20T14:30:00Z, of sets 2026-11-30T15:00:00Z
  --csv FILE       closes for the conversations that need them, which are left out otherwise
  --only CATEGORY  ask one category or expected behaviour; "ratecut" for the words behind /ratecut
  --verbose        list what was right as well, with each reply and the facts that only a reader can judge

Ends with 1 where fewer than 95 % of the questions are right, or any of their numbers is wrong. Sets are printed, with a
wrong number in a column of its own, and change nothing about how it ends.`;

const LEAST_RIGHT = 0.95;

const say = (words: string): void => void process.stdout.write(`${words}\n`);

interface Case {
  readonly requests: readonly Request[];
  readonly result: (line: string) => Result;
}

const shownText = (line: string): string => {
  const reply = readReply(line);
  return 'error' in reply ? reply.error : reply.text;
};

const questionCase = (asked: Asked, at: number): Case => {
  const { previous, text, facts, category, behaviour } = asked;
  return {
    requests: [...previous, text].map((words) => ({ text: words, thread: `question ${at + 1}` })),
    result: (line) => ({
      group: category ?? behaviour,
      previous,
      text,
      facts,
      judgement: judge(asked, readReply(line)),
      reply: shownText(line),
    }),
  };
};

const casesOf = ({ questions, ratecut }: QuestionFile): readonly Case[] => [
  ...questions.map(questionCase),
  ...ratecut.map((one, at): Case => {
    const text = `/ratecut ${one.input}`;
    return {
      requests: [{ text, thread: `ratecut ${at + 1}` }],
      result: (line) => ({
        group: 'ratecut',
        previous: [],
        text,
        facts: [],
        judgement: judgeRatecut(one, readReply(line)),
        reply: shownText(line),
      }),
    };
  }),
];

const narrowed = ({ questions, ratecut }: QuestionFile, only: string | undefined): QuestionFile =>
  only === undefined
    ? { questions, ratecut }
    : {
        questions: questions.filter(({ category, behaviour }) => category === only || behaviour === only),
        ratecut: only === 'ratecut' ? ratecut : [],
      };

const evaluate = async (cases: readonly Case[], now: string): Promise<readonly Result[]> => {
  const lines = await ask(
    cases.flatMap(({ requests }) => requests),
    now,
  );
  let asked = 0;
  return cases.map(({ requests, result }) => {
    asked += requests.length;
    return result(lines[asked - 1] as string);
  });
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const { values, positionals } = parseArgs({
  options: {
    now: { type: 'string' },
    csv: { type: 'string' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
const askQuestions = async (path: string): Promise<void> => {
  const now = values.now ?? '2026-11-20T14:30:00Z';
  const results = await evaluate(casesOf(narrowed(readQuestionFile(path), values.only)), now);
  const wrongNumbers = wrongNumbersIn(results);
  const list = listing(results, values.verbose);
  if (list !== '') say(`${list}\n`);
  say(`${table(results)}\n`);
  const [right, wrong, refused] = [countOf(results, 'right'), countOf(results, 'wrong'), countOf(results, 'refused')];
  say(`${right} right of ${results.length} (${percent(shareRight(results))}), ${wrong} wrong, ${refused} refused`);
  say(`${wrongNumbers.length} with a wrong number`);
  if (shareRight(results) < LEAST_RIGHT || wrongNumbers.length > 0) process.exitCode = 1;
};

const askSets = async (paths: readonly string[]): Promise<void> => {
  for (const report of await reportSets(paths, values)) say(`\n${report}`);
  say(`\n${HOW_SETS_ARE_JUDGED}`);
};

const [file] = positionals;
if (values.help) {
  say(USAGE);
} else if (file !== undefined && isSet(file)) {
  await askSets([file]);
} else {
  await askQuestions(file ?? join(import.meta.dirname, 'questions.json'));
  if (file === undefined && values.only === undefined) await askSets(setPaths());
}
