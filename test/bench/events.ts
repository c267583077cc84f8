/**
 * Whether every change reaches everybody, and how soon: `node test/bench/events.ts`.
 *
 * On SQLite and on PostgreSQL, streams of one dossier in another process while annotations are written at a steady
 * pace. Prints how long each took from the request that made it until it arrived, and the memory of the server
 * for each stream. Options: `--streams=N` (500), `--pace=N` writes a second (50), `--seconds=N` (20).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgresql } from '@waarborg/server/embedded-postgresql';
import { type RunningServer, startServer } from '../helpers/running-server.ts';
import type { Readers, ReadersSay } from './event-readers.ts';
import { prepareWritePlace } from './write-place.ts';
import { annotationBody } from './write-rows.ts';

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '500' },
    pace: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const [streams, pace, seconds] = [Number(values.streams), Number(values.pace), Number(values.seconds)];
const mostMs = 1_000;

/** Memory of a process that is in use now, in bytes. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

/** Sends annotations at a steady pace, whoever is still waiting for an answer. */
async function writeSteadily(address: string, token: string, document: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < pace * seconds; index += 1) {
    await delay(Math.max(0, start + (index * 1000) / pace - performance.now()));
    const body = JSON.stringify({ ...JSON.parse(annotationBody(document)), note: String(Date.now()) });
    sent.push(
      fetch(address, { method: 'POST', headers, body }).then((answer) => {
        if (answer.status !== 201) throw new Error(`answered with ${answer.status}`);
      }),
    );
  }
  await Promise.all(sent);
}

async function hear(child: ChildProcess): Promise<ReadersSay> {
  const [said] = (await once(child, 'message')) as [ReadersSay];
  return said;
}

async function measure(kind: string, server: RunningServer): Promise<void> {
  const place = await prepareWritePlace(server);
  const { revision } = place;
  const child = fork(path.join(import.meta.dirname, 'event-readers.ts'));
  const before = memoryOf(server.pid());
  const address = place.address.replace(/annotations$/u, 'events');
  const until = revision + pace * seconds;
  const readers: Readers = { address, token: place.token, count: streams, since: revision, until };
  child.send(readers);
  await hear(child);
  const perStream = (memoryOf(server.pid()) - before) / streams;
  const [said] = await Promise.all([hear(child), writeSteadily(place.address, place.token, place.document)]);
  child.kill();
  if (said === 'connected') throw new Error('the readers connected twice');
  const sorted = Float64Array.from(said.latencies).sort();
  const at = (share: number) => `${sorted[Math.floor((sorted.length - 1) * share)]} ms`;
  console.log(`${kind}: ${streams} streams, ${pace} writes a second for ${seconds} s`);
  console.log(
    `  ${sorted.length} of ${streams * pace * seconds} events came, ${said.wrong} streams were wrong`,
  );
  console.log(`  half within ${at(0.5)}, 99 % within ${at(0.99)} (under ${mostMs} ms), all within ${at(1)}`);
  console.log(`  ${(perStream / 1024).toFixed(0)} KiB of memory for each stream`);
}

async function run(kind: string, environment: Record<string, string>): Promise<void> {
  const server = await startServer({ ...environment, REQUESTS_PER_MINUTE: '0' });
  try {
    await measure(kind, server);
  } finally {
    await server.close();
  }
}

await run('SQLite', {});
const postgresql = await startPostgresql({ durable: true });
try {
  const DATABASE_URL = await postgresql.createDatabase('events');
  await run('PostgreSQL', { DATABASE_URL, AUTH_SECRET: 'a'.repeat(32) });
} finally {
  await postgresql.stop();
}
