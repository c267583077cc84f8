import type { Language } from '@waarborg/shared/messages';
import { serverMessages } from '@waarborg/shared/messages/server';
import { DatabaseError, isPassing, isPostgresqlAddress, toDatabaseError } from './database/index.ts';
import { SettingsError } from './settings.ts';

/** A PostgreSQL database without the name and the password that open it. */
function toPublicPlace(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}

/**
 * One line for whoever starts a command, for what stands in its way; undefined for what nobody expected.
 * `usual` is where the database is, unless the error says which one it was.
 */
export function toProblemLine(error: unknown, usual: string, language: Language): string | undefined {
  const messages = serverMessages[language];
  if (error instanceof SettingsError) return error.toLine(language);
  // It was opened, and then could not be written: the disk is full, or somebody else holds it.
  const problem = isPassing(error) ? toDatabaseError(error) : error;
  if (!(problem instanceof DatabaseError)) return undefined;
  const { code, subject, place = usual } = problem;
  if (code === 'database-newer') return messages.databaseNewer(subject);
  if (code === 'database-busy') return messages.databaseBusy(place);
  return isPostgresqlAddress(place)
    ? messages.databaseUnreachable(toPublicPlace(place), subject)
    : messages.databaseUnusable(place, subject);
}
