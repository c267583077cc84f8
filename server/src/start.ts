import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { forgetAnswers } from './database/index.ts';
import { removeOverdueDossiers } from './dossiers/deletion-service.ts';
import type { ReportError } from './errors.ts';
import { createEventHub, type EventHub } from './events/event-hub.ts';
import { exampleSlug, relocateExample } from './example/example-store.ts';
import { nameCountingProgram } from './matrix/counting-program.ts';
import { createMatrixIndexes, type MatrixIndexes } from './matrix/matrix-index-service.ts';
import { createLogger, type Logger } from './observing/logger.ts';
import { createServerMetrics } from './observing/server-metrics.ts';
import { type Opened, openPrepared } from './open-up-to-date.ts';
import type { Settings } from './settings.ts';

/** How long a client may repeat a request: longer than a laptop stays in a drawer. */
const answersKeptMs = 60 * 24 * 60 * 60 * 1000;

/** The server with everything that it works with, ready to answer. */
export interface Instance extends Opened {
  readonly app: Hono;
  readonly events: EventHub;
  /** Its dossiers laid out for counting. */
  readonly indexes: MatrixIndexes;
}

/** What a server that serves has besides its settings. */
export interface Serving {
  readonly logger: Logger;
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal;
}

/** Of a server that nobody watches and that does not stop: a command, a test. */
const unwatched: Serving = {
  logger: createLogger({ level: 'silent', isLocal: false }),
  stopping: new AbortController().signal,
};

/** Makes the server ready; `reportError` is told about every error that nobody expected. */
export async function createInstance(
  settings: Settings,
  reportError: ReportError,
  serving: Serving = unwatched,
): Promise<Instance> {
  const instance = await openPrepared(settings, reportError);
  const program = nameCountingProgram();
  const events = createEventHub(instance.database);
  const indexes = createMatrixIndexes(instance.database, program);
  const metrics = createServerMetrics(instance.database, () => events.readers);
  serving.stopping.addEventListener('abort', () => void events.close());
  const app = createApp({
    ...settings,
    ...instance,
    ...serving,
    events,
    indexes,
    metrics,
    program,
    reportError,
  });
  const close = async () => {
    await events.close();
    await indexes.close();
    await instance.close();
  };
  return { ...instance, events, indexes, app, close };
}

/**
 * What is done once when the server begins to serve at its address, and not by a command that
 * works beside it.
 */
export async function prepareServing(instance: Instance, { publicUrl }: Settings): Promise<void> {
  await relocateExample(instance.database, exampleSlug, publicUrl);
}

/**
 * Lets go of what was kept for a while only: after a start and once a day, while requests are answered. What is not
 * done when the server stops is done after the next start.
 */
export async function tidyUp(
  { database }: Pick<Instance, 'database'>,
  { now = new Date(), stopping = unwatched.stopping }: { now?: Date; stopping?: AbortSignal } = {},
): Promise<void> {
  await forgetAnswers(database, new Date(now.getTime() - answersKeptMs));
  await removeOverdueDossiers(database, now, stopping);
}
