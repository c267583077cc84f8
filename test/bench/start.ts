/**
 * How long the server takes from its start until it is ready: `node test/bench/start.ts`.
 *
 * With many codings against with the example alone, on SQLite and on PostgreSQL. Options: `--codings=N`
 * (1,000,000), `--rounds=N` (5), `--only=sqlite|postgresql`.
 */
import { parseArgs } from 'node:util';
import type { RunningServer } from '../helpers/running-server.ts';
import { fillDossier } from './large-dossiers.ts';
import { measureOnBoth } from './servers-under-measure.ts';

const { values } = parseArgs({
  options: {
    codings: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const [codings, rounds] = [Number(values.codings), Number(values.rounds)];

/** Median of the milliseconds from the start of the process to its first ready answer. */
async function measureStart(server: RunningServer): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await server.stop();
    const begin = performance.now();
    await server.restart();
    times.push(performance.now() - begin);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

await measureOnBoth(async ({ database, server, driver, addDossier }) => {
  const small = await measureStart(server);
  const { dossier, user } = await addDossier('groot');
  await fillDossier(driver, { dossier, user, codings, seed: 1 });
  const large = await measureStart(server);
  console.log(
    `${database}: ready after ${Math.round(large)} ms with ${codings.toLocaleString('en')} codings, ` +
      `${Math.round(small)} ms with the example alone: ${(large / small).toFixed(2)} times`,
  );
}, values.only);
