import { defineCatalogue } from './catalogue.ts';

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What the administrator's commands of upkeep print. */
export const upkeepMessages = defineCatalogue(
  {
    pages: (percent: number) => `  ${percent} %`,
    table: (name: string, rows: number) => `  ${name}: ${rows} rijen, nageteld en vergeleken`,
    backedUp: (file: string, megabytes: string) => `Back-up gemaakt: ${file} (${megabytes} MB).`,
    restored: (file: string) => `Teruggezet: ${file}. Start de server weer.`,
    restoredOver: (file: string, former: string) =>
      `Teruggezet: ${file}. Wat er stond, is bewaard in ${former}. Start de server weer.`,
    copied: (rows: number, tables: number, to: string) =>
      `Gekopieerd en rij voor rij vergeleken: ${rows} rijen in ${tables} tabellen, naar ${to}.`,
    whole: (dossiers: number, changes: number) =>
      `In orde: ${counted(dossiers, 'dossier', 'dossiers')}, ${counted(changes, 'wijziging', 'wijzigingen')} nagespeeld en vergeleken.`,
    notWhole: (findings: number) =>
      `Niet in orde: ${counted(findings, 'bevinding', 'bevindingen')}, hierboven.`,
    file: (words: string) => `bestand: ${words}`,
    reference: (table: string, words: string) =>
      `tabel ${table}: een rij verwijst naar wat er niet is (${words})`,
    gap: (dossier: string, count: number, last: number) =>
      `dossier ${dossier}: ${count} wijzigingen in plaats van 1 tot en met ${last}`,
    items: (dossier: string, number: number) =>
      `dossier ${dossier}: wijziging ${number} is niet volledig in het logboek`,
    'log-broken': (dossier: string, item: string, number: number) =>
      `dossier ${dossier}: wijziging ${number} sluit niet aan op de vorige (${item})`,
    lost: (dossier: string, item: string) =>
      `dossier ${dossier}: wel in het logboek, niet in de tabellen (${item})`,
    'not-logged': (dossier: string, item: string) =>
      `dossier ${dossier}: wel in de tabellen, niet in het logboek (${item})`,
    'other-than-logged': (dossier: string, item: string) =>
      `dossier ${dossier}: in de tabellen anders dan in het logboek (${item})`,
  },
  {
    pages: (percent: number) => `  ${percent} %`,
    table: (name: string, rows: number) => `  ${name}: ${rows} rows, counted and compared`,
    backedUp: (file: string, megabytes: string) => `Backup made: ${file} (${megabytes} MB).`,
    restored: (file: string) => `Restored: ${file}. Start the server again.`,
    restoredOver: (file: string, former: string) =>
      `Restored: ${file}. What was there is kept in ${former}. Start the server again.`,
    copied: (rows: number, tables: number, to: string) =>
      `Copied and compared row by row: ${rows} rows in ${tables} tables, to ${to}.`,
    whole: (dossiers: number, changes: number) =>
      `Whole: ${counted(dossiers, 'dossier', 'dossiers')}, ${counted(changes, 'change', 'changes')} replayed and compared.`,
    notWhole: (findings: number) => `Not whole: ${counted(findings, 'finding', 'findings')}, above.`,
    file: (words: string) => `file: ${words}`,
    reference: (table: string, words: string) =>
      `table ${table}: a row refers to what is not there (${words})`,
    gap: (dossier: string, count: number, last: number) =>
      `dossier ${dossier}: ${count} changes instead of 1 to ${last}`,
    items: (dossier: string, number: number) =>
      `dossier ${dossier}: change ${number} is not complete in the log`,
    'log-broken': (dossier: string, item: string, number: number) =>
      `dossier ${dossier}: change ${number} does not follow from the one before it (${item})`,
    lost: (dossier: string, item: string) => `dossier ${dossier}: in the log but not in the tables (${item})`,
    'not-logged': (dossier: string, item: string) =>
      `dossier ${dossier}: in the tables but not in the log (${item})`,
    'other-than-logged': (dossier: string, item: string) =>
      `dossier ${dossier}: in the tables otherwise than in the log (${item})`,
  },
);

/** Why a command of upkeep was not carried out, and what to do about it. */
export const upkeepProblems = defineCatalogue(
  {
    'copy-differs': (subject: string) =>
      `wat aankwam is niet wat verzonden werd (${subject}). Er is niets gewijzigd.`,
    damaged: (subject: string) => `het bestand is beschadigd (${subject}). Er is niets gewijzigd.`,
    'file-exists': (subject: string) => `${subject} bestaat al: kies een andere naam.`,
    'folder-unusable': (subject: string) =>
      `de map ${subject} is er niet, of deze gebruiker mag er niet in schrijven.`,
    'no-database': (subject: string) => `${subject} is er niet.`,
    'not-ours': (subject: string) => `${subject} is geen database van Waarborg.`,
    'other-version': (subject: string) =>
      `de twee databases zijn van verschillende versies (${subject}): start deze versie één keer op de eerste.`,
    'server-runs': (subject: string) => `de server gebruikt ${subject}: stop de server eerst.`,
    'target-not-empty': (subject: string) => `er staan al gegevens (${subject}). Er is niets gewijzigd.`,
  },
  {
    'copy-differs': (subject: string) =>
      `what arrived is not what was sent (${subject}). Nothing was changed.`,
    damaged: (subject: string) => `the file is damaged (${subject}). Nothing was changed.`,
    'file-exists': (subject: string) => `${subject} is there already: choose another name.`,
    'folder-unusable': (subject: string) =>
      `the folder ${subject} is not there, or this user may not write in it.`,
    'no-database': (subject: string) => `${subject} is not there.`,
    'not-ours': (subject: string) => `${subject} is no database of Waarborg.`,
    'other-version': (subject: string) =>
      `the two databases are of different versions (${subject}): start this version on the first one once.`,
    'server-runs': (subject: string) => `the server uses ${subject}: stop the server first.`,
    'target-not-empty': (subject: string) => `there are data already (${subject}). Nothing was changed.`,
  },
);
