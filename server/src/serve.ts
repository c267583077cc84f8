import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { preferredLanguage } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import type { ReportError } from './errors.ts';
import { assertListenable, createStop, guardConnections, servingLimits } from './http/serving.ts';
import { createTracker, type WhenQuiet } from './http/tracker.ts';
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

/** What people read goes where the log does not. */
function sayStarted({ isLocal, publicUrl }: Settings): void {
  if (isLocal) console.log(messages.started(publicUrl));
  else console.error(messages.startedForTeam(publicUrl));
}

/**
 * Lays dossiers out for the first who looks at them, in parts while nobody asks for anything; where that fails they are
 * laid out when somebody looks.
 */
async function prepareQuietly(
  instance: Instance,
  whenQuiet: WhenQuiet,
  { logger, stopping }: Watch,
): Promise<void> {
  try {
    await prepareIndexes(instance, whenQuiet, stopping.signal);
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
  const [requests, chores] = [createTracker(), createTracker()];
  const fetch = (request: Request, env: unknown) =>
    requests.track(Promise.resolve(instance.app.fetch(request, env as object)));
  const server = serve({ fetch, hostname: host, port, serverOptions: servingLimits }, () => {
    keepServingEnvironment(settings, process.env);
    sayStarted(settings);
    logger.info({ address: publicUrl }, 'listening');
    const tidy = () => tidyQuietly(instance, watch);
    // Whoever looks at something is waiting; what is kept too long waits for them.
    void chores.track(prepareQuietly(instance, requests.whenQuiet, watch).then(tidy));
    setInterval(() => void chores.track(tidy()), dayMs).unref();
  }) as Server;
  guardConnections(server);
  server.on('error', (error) => refuseAddress(settings, error));
  const stop = createStop(server, stopping, async () => {
    await Promise.all([requests.whenDone(), chores.whenDone()]);
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
