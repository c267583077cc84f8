import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { preferredLanguage } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import { toProblemLine } from './problem-lines.ts';
import { keepServingEnvironment, readSettings, type Settings } from './settings.ts';
import { createInstance, databasePlace, type Instance, prepareServing } from './start.ts';

const language = preferredLanguage([process.env.LANG ?? 'nl'].filter((value) => /^(?:nl|en)/u.test(value)));
const messages = serverMessages[language];
/** How long requests that are under way get to end. */
const stopTimeoutMs = 5_000;

/** Ends the process with one line that says what is wrong. */
function refuse(line: string): never {
  console.error(`Waarborg: ${line}`);
  process.exit(1);
}

function reportError(error: Error): void {
  console.error(error);
}

/** Stops taking requests, lets the ones under way end, and closes the database. */
function createStop(server: Server, instance: Instance): () => void {
  return () => {
    server.close(async () => {
      await instance.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), stopTimeoutMs).unref();
  };
}

function listen(instance: Instance, settings: Settings): void {
  const { host, port, publicUrl, isLocal } = settings;
  const server = serve({ fetch: instance.app.fetch, hostname: host, port }, () => {
    keepServingEnvironment(settings, process.env);
    console.log(isLocal ? messages.started(publicUrl) : messages.startedForTeam(publicUrl));
  }) as Server;
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') refuse(messages.portTaken(port));
    refuse(messages.addressUnusable(host, error.message));
  });
  const stop = createStop(server, instance);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

let place = '';
try {
  const settings = readSettings(process.env);
  place = databasePlace(settings);
  const instance = await createInstance(settings, reportError);
  await prepareServing(instance, settings);
  listen(instance, settings);
} catch (error) {
  const line = toProblemLine(error, place, language);
  if (line !== undefined) refuse(line);
  throw error;
}
