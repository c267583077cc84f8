import { statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@waarborg/shared/messages';
import { upkeepMessages, upkeepProblems } from '@waarborg/shared/messages/upkeep';
import type { Kysely } from 'kysely';
import { type Database, isPostgresqlAddress } from '../database/index.ts';
import { backUp, copyPlace, restore, restoreKeeping, type Upkeep } from './backup-service.ts';
import type { Finding } from './finding.ts';
import { UpkeepError } from './upkeep-error.ts';
import { verifyDatabase } from './verify-service.ts';

type Messages = (typeof upkeepMessages)[Language];

/** What a command of upkeep works with. */
export interface UpkeepContext {
  readonly language: Language;
  /** Where the server's database is. */
  readonly place: string;
  /** Folder of the server's data. */
  readonly dataDir: string;
  readonly openUpToDate: (place: string) => Promise<Kysely<Database>>;
  /** Told how it goes: what the administrator reads meanwhile. */
  readonly say: (line: string) => void;
}

/** A command with its words; gives the line that says what came of it. */
type Command = (
  context: UpkeepContext,
  words: readonly string[],
  options: { replace: boolean },
) => Promise<Outcome>;

/** The one line that a command ends with, and whether all is well. */
export interface Outcome {
  readonly line: string;
  readonly isWell: boolean;
}

/** Files are named from where the administrator stands; databases by their address. */
function toPlace(word: string): string {
  return isPostgresqlAddress(word) ? word : path.resolve(word);
}

/** A place without the name and the password that open it. */
function toPublicPlace(place: string): string {
  if (!isPostgresqlAddress(place)) return place;
  const { host, pathname } = new URL(place);
  return `${host}${pathname}`;
}

function createUpkeep({ language, openUpToDate, say }: UpkeepContext): Upkeep {
  const messages = upkeepMessages[language];
  let told = 0;
  return {
    openUpToDate,
    onPages(done, of) {
      const percent = Math.floor((done / of) * 10) * 10;
      if (percent > told) say(messages.pages(percent));
      told = percent;
    },
    onTable: (name, rows) => say(messages.table(name, rows)),
  };
}

function describeFinding(messages: Messages, finding: Finding): string {
  switch (finding.kind) {
    case 'file':
      return messages.file(finding.words);
    case 'reference':
      return messages.reference(finding.table, finding.words);
    case 'gap':
      return messages.gap(finding.dossier, finding.count, finding.last);
    case 'items':
      return messages.items(finding.dossier, finding.number);
    case 'log-broken':
      return messages['log-broken'](finding.dossier, finding.item, finding.number);
    default:
      return messages[finding.kind](finding.dossier, finding.item);
  }
}

const well = (line: string): Outcome => ({ line, isWell: true });

/** The commands of upkeep by their names. */
export const upkeepCommands: Readonly<Record<string, Command>> = {
  async backup(context, [word = '']) {
    const file = toPlace(word);
    await backUp(context.place, file, createUpkeep(context));
    const megabytes = (statSync(file).size / 1_000_000).toFixed(1);
    return well(upkeepMessages[context.language].backedUp(file, megabytes));
  },
  async restore(context, [word = ''], { replace }) {
    const { place, language, dataDir } = context;
    const file = toPlace(word);
    const upkeep = createUpkeep(context);
    const former = replace
      ? await restore(file, place, { ...upkeep, replace })
      : await restoreKeeping(file, place, { ...upkeep, folder: dataDir });
    const messages = upkeepMessages[language];
    return well(former ? messages.restoredOver(file, former) : messages.restored(file));
  },
  async copy(context, [from = '', to = '']) {
    const { rows, tables } = await copyPlace(toPlace(from), toPlace(to), createUpkeep(context));
    return well(upkeepMessages[context.language].copied(rows, tables, toPublicPlace(toPlace(to))));
  },
  async verify({ language, place, openUpToDate, say }) {
    const messages = upkeepMessages[language];
    const database = await openUpToDate(place);
    try {
      const seen = await verifyDatabase(database, (finding) => say(describeFinding(messages, finding)));
      return seen.findings > 0
        ? { line: messages.notWhole(seen.findings), isWell: false }
        : well(messages.whole(seen.dossiers, seen.changes));
    } finally {
      await database.destroy();
    }
  },
};

/** One line for what stands in the way of a command of upkeep; undefined for anything else. */
export function toUpkeepLine(error: unknown, language: Language): string | undefined {
  if (!(error instanceof UpkeepError)) return undefined;
  return upkeepProblems[language][error.problem](error.subject);
}
