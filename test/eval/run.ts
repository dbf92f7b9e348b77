import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, type Request } from './asking.ts';
import { judge } from './judge.ts';
import { judgeRatecut } from './judge-ratecut.ts';
import { type Asked, type QuestionFile, readQuestionFile } from './question-file.ts';
import { readReply } from './reply.ts';
import { countOf, listing, type Result, shareRight, table, wrongNumbersIn } from './report.ts';

/** Asks a file of questions through the terminal's JSON mode and judges every reply. */

const USAGE = `Usage: npm run eval -- [FILE] [--now INSTANT] [--verbose] [--only CATEGORY]

  FILE             questions to ask, by default test/eval/questions.json
  --now INSTANT    ask as of this instant, by default 2026-11-20T14:30:00Z
  --only CATEGORY  ask one category or expected behaviour; "ratecut" for the words behind /ratecut
  --verbose        list what was right as well, with each reply and the facts that only a reader can judge

Ends with 1 where fewer than 95 % are right, or any number is wrong.`;

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
    now: { type: 'string', default: '2026-11-20T14:30:00Z' },
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.help) {
  say(USAGE);
} else {
  const path = positionals[0] ?? join(import.meta.dirname, 'questions.json');
  const results = await evaluate(casesOf(narrowed(readQuestionFile(path), values.only)), values.now);
  const wrongNumbers = wrongNumbersIn(results);
  const list = listing(results, values.verbose);
  if (list !== '') say(`${list}\n`);
  say(`${table(results)}\n`);
  const [right, wrong, refused] = [countOf(results, 'right'), countOf(results, 'wrong'), countOf(results, 'refused')];
  say(`${right} right of ${results.length} (${percent(shareRight(results))}), ${wrong} wrong, ${refused} refused`);
  say(`${wrongNumbers.length} with a wrong number`);
  if (shareRight(results) < LEAST_RIGHT || wrongNumbers.length > 0) process.exitCode = 1;
}
