import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/store/lowdb.ts';
import { StoreError } from '../../src/store/store.ts';
import { asked, handOf } from '../contracts/request-store.ts';
import { moveOf, NOW, threadNumber, turn } from './scenario.ts';

const [path = '', job, from] = process.argv.slice(2);
const say = (words: string) => process.stdout.write(`${words}\n`);

const writeOn = async (): Promise<never> => {
  for (let number = Number(from); ; number += 16) {
    const some = Array.from({ length: 16 }, async (_, index) => {
      const one = number + index;
      const asked = turn(`1.${one}`, { key: threadNumber(one), context: moveOf(one) });
      const outcome = await store.claimTurn(asked, NOW);
      say(`${outcome} ${one}`);
    });
    await Promise.all(some);
  }
};

const store = await openStore({ path, now: NOW, report: ({ kind }) => say(`finding ${kind}`) }).catch((error) => {
  say(error instanceof StoreError ? `refused ${error.message}` : `broken ${error}`);
  process.exit(3);
});
say('open');
process.once('SIGTERM', () => void store.close().then(() => process.exit(0)));
if (job === 'write') await writeOn();
if (job === 'keep') {
  await Promise.all([handOf(store).keep('a', asked()), store.rememberTaken('s1', NOW)]);
  say('kept');
  await wait(60_000);
}
while (job === 'hold') await wait(60_000);
