/** What the programs of the terminal share: how they run and end, and words for options that cannot be read. */

/** Writes a line on standard output. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends the program with a sentence where whoever read its output has gone, as `head` does after its last line. */
export const endWithReader = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.stderr.write('The rest is left out: nobody reads the output any more.\n');
    process.exit(0);
  });
};

const OPTION_PROBLEMS: ReadonlyMap<string, (named: string) => string> = new Map([
  ['ERR_PARSE_ARGS_UNKNOWN_OPTION', (option: string) => `There is no option ${option}.`],
  ['ERR_PARSE_ARGS_INVALID_OPTION_VALUE', (option: string) => `${option} wants a value behind it.`],
  ['ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', (word: string) => `Nothing here takes “${word}” by itself.`],
]);

/** What is wrong with the options that `parseArgs` could not read, as a sentence; undefined for any other error. */
export const optionProblem = (error: unknown): string | undefined => {
  if (!(error instanceof TypeError && 'code' in error)) return undefined;
  const [, named = ''] = /'(?:-\w, )?(.+?)(?: <value>)?'/.exec(error.message) ?? [];
  if (error.message.endsWith('does not take an argument')) return `${named} takes no value.`;
  return OPTION_PROBLEMS.get(String(error.code))?.(named);
};

/**
 * Runs a program: what its user got wrong ends it with a sentence on standard error.
 *
 * @param problemOf that sentence; undefined for any other error, which is thrown on
 */
export const runProgram = async (
  main: () => void | Promise<void>,
  problemOf: (error: unknown) => string | undefined = optionProblem,
  exitCode = 2,
): Promise<void> => {
  endWithReader();
  try {
    await main();
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    process.stderr.write(`${problem}\n`);
    process.exitCode = exitCode;
  }
};
