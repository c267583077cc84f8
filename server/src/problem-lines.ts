import type { Language } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import { DatabaseError, isPostgresqlAddress } from './database/index.ts';
import { SettingsError } from './settings.ts';

/** A PostgreSQL database without the name and the password that open it. */
function toPublicPlace(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}

/**
 * One line for whoever starts a command, for what stands in its way; undefined for what nobody expected.
 * `place` is where the database is.
 */
export function toProblemLine(error: unknown, place: string, language: Language): string | undefined {
  const messages = serverMessages[language];
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof DatabaseError)) return undefined;
  if (error.code === 'database-newer') return messages.databaseNewer(error.subject);
  return isPostgresqlAddress(place)
    ? messages.databaseUnreachable(toPublicPlace(place), error.subject)
    : messages.databaseUnusable(place, error.subject);
}
