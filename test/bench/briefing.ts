/**
 * How long a briefing takes: `node test/bench/briefing.ts`.
 *
 * Of 300 passages and of 1,500, from the request to the last byte, against the matrix of the same dossier.
 * Options: `--rounds=N` (7), `--only=sqlite|postgresql`.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { readDocx } from '../helpers/read-docx.ts';
import type { PrintedToken } from '../helpers/running-server.ts';
import { fillDossier } from './large-dossiers.ts';
import { measureOnBoth, time } from './servers-under-measure.ts';
import { median } from './statistics.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, only: { type: 'string' } },
});
const rounds = Number(values.rounds);
/** Codings of a passage in a generated dossier. */
const codingsOfPassage = 2;

async function measure(slug: string, { api, token }: PrintedToken, path: string) {
  const get = async () => {
    const answer = await fetch(`${api}/dossiers/${slug}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const times: number[] = [];
  let bytes = new Uint8Array();
  for (let round = 0; round < rounds; round++) {
    const { ms, result } = await time(get);
    times.push(ms);
    bytes = result;
  }
  return { first: times[0] ?? Number.NaN, middle: median(times), bytes };
}

await measureOnBoth(async ({ database, driver, addDossier }) => {
  for (const passages of [300, 1_500]) {
    const slug = `stuk-${passages}`;
    const { dossier, user, token } = await addDossier(slug);
    await fillDossier(driver, { dossier, user, codings: passages * codingsOfPassage, seed: passages });
    const matrix = await measure(slug, token, '/matrix');
    const briefing = await measure(slug, token, '/briefing?language=nl');
    const { notes } = readDocx(briefing.bytes);
    assert.ok(notes.size >= passages, `${notes.size} footnotes`);
    console.log(
      `${database}: a briefing of ${passages} passages (${notes.size} footnotes, ${Math.round(briefing.bytes.length / 1024)} kB): ` +
        `${Math.round(briefing.middle)} ms, the first ${Math.round(briefing.first)} ms; ` +
        `${(briefing.middle / matrix.middle).toFixed(1)} times the matrix`,
    );
  }
}, values.only);
