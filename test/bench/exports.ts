/**
 * What exporting a large dossier costs, and what others notice of it: `npm run bench -- exports`.
 *
 * Of each form: from the request to the last byte, and the longest that a small answer took meanwhile, against the
 * longest while nothing is written. Options: `--codings=N` (100000), `--only=sqlite|postgresql`,
 * `--formats=xlsx,qdpx`.
 */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats } from '@waarborg/shared/api';
import type { PrintedToken } from '../helpers/running-server.ts';
import { fillDossier } from './large-dossiers.ts';
import { measureOnBoth, time } from './servers-under-measure.ts';
import { median } from './statistics.ts';

const { values } = parseArgs({
  options: {
    codings: { type: 'string', default: '100000' },
    only: { type: 'string' },
    formats: { type: 'string', default: exportFormats.join(',') },
  },
});
const codings = Number(values.codings);
const formats = values.formats.split(',') as ExportFormat[];
/** How long is waited between two small answers, in milliseconds. */
const pauseMs = 20;
/** Codings of a passage in a generated dossier. */
const codingsOfPassage = 2;
const slug = 'groot';

/** Checks that a file that is text holds everything. */
function assertWhole(format: ExportFormat, file: Uint8Array): void {
  const text = new TextDecoder().decode(file);
  // One line is the head, and the last one is ended too.
  if (format === 'csv') assert.equal(text.split('\r\n').length - 2, codings);
  if (format === 'jsonld') assert.equal(JSON.parse(text).total, codings / codingsOfPassage);
}

/** Asks for something small, again and again, until work is done; gives how long each answer took. */
async function timeMeanwhile(ask: () => Promise<unknown>, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    times.push((await time(ask)).ms);
    await delay(pauseMs);
  }
  await done;
  return times;
}

const inWords = (times: readonly number[]) =>
  `median ${Math.round(median(times))} ms, longest ${Math.round(Math.max(...times))} ms`;

async function measure(database: string, { api, token }: PrintedToken): Promise<void> {
  const get = async (path: string) => {
    const answer = await fetch(`${api}/dossiers/${slug}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const small = () => get('');
  // Laid out, as for whoever looks at the matrix before exporting it.
  await get('/matrix');
  console.log(
    `${database}, a small answer while nothing is written: ${inWords(await timeMeanwhile(small, delay(2_000)))}`,
  );
  for (const format of formats) {
    const work = time(() => get(`/exports/${format}`));
    const meanwhile = await timeMeanwhile(small, work);
    const { ms, result } = await work;
    assertWhole(format, result);
    console.log(
      `${format}: ${(ms / 1_000).toFixed(1)} s, ${(result.length / 1e6).toFixed(1)} MB; small answers meanwhile: ${inWords(meanwhile)}`,
    );
  }
}

await measureOnBoth(async ({ database, driver, addDossier }) => {
  const { dossier, user, token } = await addDossier(slug);
  await fillDossier(driver, { dossier, user, codings, seed: 1 });
  await measure(database, token);
}, values.only);
