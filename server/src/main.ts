import { serve } from '@hono/node-server';
import { preferredLanguage } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import { DatabaseError } from './database/index.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';
import { createInstance, type Instance, prepareServing } from './start.ts';

const messages =
  serverMessages[preferredLanguage([process.env.LANG ?? 'nl'].filter((value) => /^(?:nl|en)/u.test(value)))];

/** Ends the process with one line that says what is wrong. */
function refuse(line: string): never {
  console.error(`Waarborg: ${line}`);
  process.exit(1);
}

function reportError(error: Error): void {
  console.error(error);
}

function listen(instance: Instance, settings: Settings): void {
  const { host, port, publicUrl } = settings;
  const server = serve({ fetch: instance.app.fetch, hostname: host, port }, () => {
    console.log(messages.started(publicUrl));
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') refuse(messages.portTaken(port));
    refuse(error.message);
  });
  const stop = () => {
    server.close(async () => {
      await instance.close();
      process.exit(0);
    });
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  const settings = readSettings(process.env);
  const instance = await createInstance(settings, reportError);
  await prepareServing(instance, settings);
  listen(instance, settings);
} catch (error) {
  if (error instanceof SettingsError || error instanceof DatabaseError) refuse(error.message);
  throw error;
}
