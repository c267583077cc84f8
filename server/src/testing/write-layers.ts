import { randomUUIDv7 as uuid } from 'node:crypto';
import { type AnnotationDraft, annotationDraftSchema } from '@waarborg/shared/annotation';
import { findOrCreateUser } from '../accounts/find-or-create-user.ts';
import { createToken } from '../accounts/token-store.ts';
import { createAnnotation } from '../annotations/annotation-service.ts';
import { applyChange, type Executor } from '../database/index.ts';
import { createDossier } from '../dossiers/dossier-store.ts';
import { readSettings } from '../settings.ts';
import { createInstance } from '../start.ts';
import { sampleDocument } from './samples.ts';

/** Rows by table, as they stand in the database. */
export type Rows = readonly (readonly [table: string, rows: readonly Record<string, unknown>[]])[];

/** One way of writing an annotation; `from` is the draft as a client sends it, `rows` are what it becomes. */
export interface WriteLayer {
  readonly name: string;
  write(from: string, rows: Rows): Promise<unknown>;
}

async function insertRows(database: Executor, rows: Rows): Promise<void> {
  for (const [table, values] of rows) {
    await database
      .insertInto(table as 'annotation')
      .values(values as never)
      .execute();
  }
}

const isOfLog = ([table]: Rows[number]) => table.startsWith('revision');

/** Sends a request through the whole server but for the socket. */
type Send = (path: string, body: string) => Promise<Response>;

async function createPlace(environment: Record<string, string>) {
  const instance = await createInstance(readSettings(environment), console.error);
  const { database } = instance;
  const user = await findOrCreateUser(instance, { email: `${uuid()}@example.org`, name: 'Meting' });
  const slug = `d-${uuid()}`;
  const dossier = await createDossier(database, { slug, title: slug, owner: user.id });
  if (dossier === undefined) throw new RangeError(`there is a dossier ${slug}`);
  const token = await createToken(database, { user: user.id, dossier, name: 'meting' });
  const send: Send = async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const address = `/api/v1/dossiers/${slug}${path}`;
    const answer = await instance.app.request(address, { method: 'POST', headers, body });
    if (answer.status !== 201) throw new Error(await answer.text());
    return answer;
  };
  return { instance, writer: { dossier, user }, send };
}

/**
 * The ways of writing an annotation that build on each other, from Kysely alone to the whole server without a
 * socket, in this process. Each does all that the one before does.
 */
export async function createWriteLayers(environment: Record<string, string>) {
  const { instance, writer, send } = await createPlace(environment);
  const { database } = instance;
  const document = sampleDocument();
  await send('/documents', JSON.stringify(document));
  const layers: WriteLayer[] = [
    {
      name: 'Kysely',
      write: (_, rows) => database.transaction().execute((transaction) => insertRows(transaction, rows)),
    },
    {
      name: 'revision',
      write: (_, rows) =>
        applyChange(
          database,
          { ...writer, user: writer.user.id, operation: 'create-annotation', isLoggedTogether: true },
          async (change) => {
            for (const [table, values] of rows.filter((part) => !isOfLog(part))) {
              await change.insert(table as 'annotation', values as never);
            }
            const [item] = rows.find(([table]) => table === 'revision_item')?.[1] ?? [];
            change.record({ kind: 'annotation', id: uuid(), after: JSON.parse(String(item?.after)) });
          },
        ),
    },
    {
      name: 'validation',
      write: (from) =>
        createAnnotation(database, writer, annotationDraftSchema.parse(JSON.parse(from) as AnnotationDraft)),
    },
    { name: 'sign-in', write: (from) => send('/annotations', from) },
  ];
  return { layers, document: document.id, close: () => instance.close() };
}
