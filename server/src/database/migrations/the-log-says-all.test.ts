import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { findDifferences, readTables } from '../../testing/dossier-rows.ts';
import type { Database } from '../index.ts';
import { up as createFirstTables } from './0001-first-tables.ts';
import { up as rememberWhatIsGone } from './0003-passages-confirmed-gone.ts';
import { up } from './0007-the-log-says-all.ts';
import { up as addOutlines } from './0010-outlines.ts';
import { up as addPublications } from './0012-publications.ts';
import { up as addDismissals } from './0015-dismissals.ts';

let database: Kysely<Database>;
afterEach(() => database.destroy());

const at = '2026-11-01T10:00:00.000Z';
const later = '2026-11-02T10:00:00.000Z';
const dossier = 'd1';

/** A database as it was before, with one dossier that somebody worked in. */
async function openOldDatabase(): Promise<void> {
  const driver = new SqliteDriver(':memory:');
  database = new Kysely<Database>({ dialect: new SqliteDialect({ database: driver }) });
  driver.exec('create table user (id text primary key, name text not null, email text not null)');
  await createFirstTables(database as Kysely<unknown>);
  await rememberWhatIsGone(database as Kysely<unknown>);
  const add = (table: string, row: Record<string, unknown>) =>
    driver
      .prepare(
        `insert into ${table} (${Object.keys(row).map((name) => `"${name}"`)}) values (${Object.keys(row).map(() => '?')})`,
      )
      .run(...Object.values(row));
  let position = 0;
  const log = (number: number, kind: string, id: string, before: unknown, after: unknown) =>
    add('revision_item', {
      dossier_id: dossier,
      number,
      position: position++,
      kind,
      item_id: id,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
    });
  const revise = (number: number, operation: string, when = at) =>
    add('revision', { dossier_id: dossier, number, at: when, user_id: 'u1', operation });

  add('user', { id: 'u1', name: 'Anna', email: 'a@example.org' });
  add('dossier', { id: dossier, slug: 'een', title: 'Een', revision: 6, created: at });
  add('membership', { dossier_id: dossier, user_id: 'u1', role: 'owner' });
  const label = { nl: 'a', en: 'a' };
  const group = { id: 'g', kind: 'safeguard', label };
  const concept = {
    id: 'c',
    kind: 'safeguard',
    group: 'g',
    label,
    shortLabel: label,
    definition: label,
    terms: [],
  };
  const place = { dossier_id: dossier, kind: 'safeguard', position: 0 };
  add('concept_group', { ...place, id: 'g', label: JSON.stringify(label) });
  add('concept', { ...place, id: 'c', concept: JSON.stringify(concept) });
  const speaker = { id: 's1', name: 'IND', aliases: [], kind: 'executive' };
  add('speaker', { id: 's1', dossier_id: dossier, name: 'IND', aliases: '[]', kind: 'executive' });
  revise(1, 'create-dossier');
  log(1, 'dossier', dossier, undefined, { slug: 'een', title: 'Een' });
  log(1, 'codebook', dossier, undefined, { groups: [group], concepts: [concept] });
  log(1, 'speaker', 's1', undefined, speaker);
  log(1, 'membership', 'u1', undefined, { role: 'owner' });

  const addresses = ['https://b.example/', 'https://a.example/'];
  const document = {
    ...{ id: 'doc', sourceType: 'press', title: 'T', issuer: 's1' },
    addresses: addresses.map((address) => ({ address, mediaType: 'text/html' })),
    ...{ identifiers: [], aliases: [], revision: 2 },
  };
  add('document', {
    ...{ id: 'doc', dossier_id: dossier, source_type: 'press', title: 'T', issuer_id: 's1', revision: 2 },
  });
  for (const address of addresses) {
    add('document_address', {
      ...{
        document_id: 'doc',
        dossier_id: dossier,
        address,
        key: `address ${address}`,
        media_type: 'text/html',
      },
    });
  }
  revise(2, 'propose-document');
  log(2, 'document', 'doc', undefined, document);
  add('rendition_text', { id: 'f'.repeat(64), compressed: Buffer.from('x') });
  add('rendition', {
    ...{
      document_id: 'doc',
      text_id: 'f'.repeat(64),
      source: addresses[0],
      media_type: 'text/html',
      retrieved: at,
    },
  });

  const annotationOf = (id: string) => ({
    ...{ id, document: 'doc', source: addresses[0], ranges: [{ exact: 'a' }] },
    codings: [
      { id: `c${id}`, safeguard: 'c', direction: 'neutral', basis: 'norm', speaker: 's1', status: 'draft' },
    ],
    ...{ creator: { id: 'u1', name: 'Anna' }, created: at, modified: at, revision: 3 },
  });
  revise(3, 'import-example');
  for (const id of ['a1', 'a2']) {
    const annotation = annotationOf(id);
    add('annotation', {
      ...{ id, dossier_id: dossier, document_id: 'doc', source: addresses[0], ranges: '[{"exact":"a"}]' },
      ...{
        creator_id: 'u1',
        created: at,
        modified: at,
        revision: id === 'a2' ? 6 : 3,
        deleted: id === 'a2' ? 1 : 0,
      },
    });
    add('coding', {
      ...{
        id: `c${id}`,
        annotation_id: id,
        dossier_id: dossier,
        position: 0,
        safeguard: 'c',
        direction: 'neutral',
      },
      ...{ basis: 'norm', speaker_id: 's1', status: 'draft' },
    });
    log(3, 'annotation', id, undefined, annotation);
  }
  const link = { id: 'l1', from: 'a1', to: 'a2', kind: 'repeats' };
  add('link', { id: 'l1', dossier_id: dossier, from_id: 'a1', to_id: 'a2', kind: 'repeats' });
  log(3, 'link', 'l1', undefined, link);

  const reading = (safeguards: string[] | 'all') => ({ document: 'doc', reviewer: 'u1', safeguards });
  revise(4, 'save-reading');
  log(4, 'reading', 'doc u1', undefined, reading('all'));
  revise(5, 'save-reading', later);
  log(5, 'reading', 'doc u1', reading('all'), reading(['c']));
  add('reading', { dossier_id: dossier, document_id: 'doc', user_id: 'u1', safeguard: 'c', at: later });
  revise(6, 'delete-annotation', later);
  log(6, 'annotation', 'a2', annotationOf('a2'), undefined);
}

describe('the migration that lets the log say all', () => {
  it('makes of an old log one from which the tables follow, with the same changes and one for kept texts', async () => {
    await openOldDatabase();
    await database.transaction().execute((transaction) => up(transaction as unknown as Kysely<unknown>));
    // What compares log and tables knows all tables of today.
    await addOutlines(database as unknown as Kysely<unknown>);
    await addPublications(database as unknown as Kysely<unknown>);
    await addDismissals(database as unknown as Kysely<unknown>);
    expect(await findDifferences(database, dossier)).toEqual([]);
    const things = await readTables(database, dossier);
    expect(things).not.toHaveProperty('annotation a2');
    expect(things).not.toHaveProperty('link l1');
    expect(things['reading doc u1']).toMatchObject({ readings: [{ safeguard: 'c', at: later }] });
    const { revision } = await database.selectFrom('dossier').select('revision').executeTakeFirstOrThrow();
    expect(revision).toBe(7);
    expect(await database.selectFrom('revision').select('number').orderBy('number').execute()).toHaveLength(
      7,
    );
  });
});
