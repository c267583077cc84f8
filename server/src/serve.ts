import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { preferredLanguage } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import type { ReportError } from './errors.ts';
import { assertListenable, createStop, guardConnections, servingLimits } from './http/serving.ts';
import { prepareIndexes } from './matrix/prepare-indexes.ts';
import { describeError } from './observing/describe-error.ts';
import { createLogger, type Logger } from './observing/logger.ts';
import { databasePlace } from './open-up-to-date.ts';
import { toProblemLine } from './problem-lines.ts';
import { keepServingEnvironment, readSettings, type Settings } from './settings.ts';
import { createInstance, type Instance, prepareServing, tidyUp } from './start.ts';

const language = preferredLanguage([process.env.LANG ?? '']);
const messages = serverMessages[language];
/** Ends the process with one line that says what is wrong. */
function refuse(line: string): never {
  console.error(`Waarborg: ${line}`);
  process.exit(1);
}

function refuseAddress({ host, port }: Settings, error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE') refuse(messages.portTaken(port));
  refuse(messages.addressUnusable(host, error.message));
}

/** Counts what is under way, so that nothing is closed under it. */
function createTracker() {
  const underWay = new Set<unknown>();
  return {
    async track<T>(work: Promise<T>): Promise<T> {
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },
    whenDone: () => Promise.allSettled(underWay),
  };
}

/** What people read goes where the log does not. */
function sayStarted({ isLocal, publicUrl }: Settings): void {
  if (isLocal) console.log(messages.started(publicUrl));
  else console.error(messages.startedForTeam(publicUrl));
}

/**
 * Lays dossiers out for the first who looks at them, in parts between which others have their turn; where that fails
 * they are laid out when somebody looks.
 */
async function prepareQuietly(instance: Instance, { logger, stopping }: Watch): Promise<void> {
  if (stopping.signal.aborted) return;
  try {
    await prepareIndexes(instance, stopping.signal);
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'no dossier prepared');
  }
}

const dayMs = 24 * 60 * 60 * 1000;

/** Lets go of what is kept too long by now; what fails is done the next day. */
async function tidyQuietly(instance: Instance, { logger, stopping }: Watch): Promise<void> {
  if (stopping.signal.aborted) return;
  try {
    await tidyUp(instance, { stopping: stopping.signal });
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'not tidied up');
  }
}

function listen(instance: Instance, settings: Settings, watch: Watch): void {
  const { logger, stopping } = watch;
  const { host, port, publicUrl } = settings;
  const { track, whenDone } = createTracker();
  const fetch = (request: Request, env: unknown) =>
    track(Promise.resolve(instance.app.fetch(request, env as object)));
  const server = serve({ fetch, hostname: host, port, serverOptions: servingLimits }, () => {
    keepServingEnvironment(settings, process.env);
    sayStarted(settings);
    logger.info({ address: publicUrl }, 'listening');
    const tidy = () => tidyQuietly(instance, watch);
    // Whoever looks at something is waiting; what is kept too long waits for them.
    void track(prepareQuietly(instance, watch).then(tidy));
    setInterval(() => void track(tidy()), dayMs).unref();
  }) as Server;
  guardConnections(server);
  server.on('error', (error) => refuseAddress(settings, error));
  const stop = createStop(server, stopping, async () => {
    await whenDone();
    await instance.close();
    logger.info('stopped');
    process.exit(0);
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The log, and how the server is told to stop. */
interface Watch {
  readonly logger: Logger;
  readonly stopping: AbortController;
}

let place = '';
try {
  const settings = readSettings(process.env);
  place = databasePlace(settings);
  // An older server that runs there yet would find its tables changed under it.
  await assertListenable(settings.host, settings.port).catch((error) => refuseAddress(settings, error));
  const logger = createLogger({ level: settings.logLevel, isLocal: settings.isLocal });
  const stopping = new AbortController();
  const reportError: ReportError = (error, requestId) =>
    logger.error({ requestId, error: describeError(error) }, 'unexpected');
  const instance = await createInstance(settings, reportError, { logger, stopping: stopping.signal });
  await prepareServing(instance, settings);
  listen(instance, settings, { logger, stopping });
} catch (error) {
  const line = toProblemLine(error, place, language);
  if (line !== undefined) refuse(line);
  throw error;
}
