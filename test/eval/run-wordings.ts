import { OUTCOMES, shares, triedOf, wordingSets } from './wordings.ts';

/**
 * Prints how wordings of plain phrases are read: `npm run eval:wordings` for all, `npm run eval:wordings -- moves` for one
 * set, and with `-v` each that is not read as its phrase.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2).filter((one) => one !== '-v');
const isVerbose = process.argv.includes('-v');
for (const set of asked.length > 0 ? asked : wordingSets()) {
  const tried = triedOf(set);
  if (isVerbose)
    for (const { name, text, outcome, read } of tried.filter((one) => one.outcome !== 'same'))
      print(`${outcome}\t${set} ${name}\t${text}${read === undefined ? '' : `\t${read.slice(0, 160)}`}`);
  const of = shares(tried);
  print(`${set}: ${tried.length} wordings, ${OUTCOMES.map((one) => `${one} ${of[one]} %`).join(', ')}`);
}
