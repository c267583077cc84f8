import type { Language } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import { DatabaseError } from './database/index.ts';
import { SettingsError } from './settings.ts';

/** One line for whoever starts a command, for what stands in its way; undefined for what nobody expected. */
export function toProblemLine(error: unknown, file: string, language: Language): string | undefined {
  const messages = serverMessages[language];
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof DatabaseError)) return undefined;
  return error.code === 'database-newer'
    ? messages.databaseNewer(error.subject)
    : messages.databaseUnusable(file, error.subject);
}
