import { identityKeys } from '@waarborg/shared/references';
import { type Change, findBrokenPointer, type Hindrance, type ItemStore } from '../database/index.ts';
import { speakers } from '../speakers/speaker-store.ts';
import {
  findHolder,
  findOwnDocument,
  findOwnDocumentId,
  isDocumentIdTaken,
  type OwnDocument,
  saveDocument,
} from './document-store.ts';

/** Ids and names of a document that another one has. */
async function findTakenNames({ transaction, dossier }: Change, document: OwnDocument): Promise<Hindrance[]> {
  const hindrances: Hindrance[] = [];
  const isOthers = (holder: string | undefined) => holder !== undefined && holder !== document.id;
  for (const key of identityKeys({ addresses: document.addresses, identifiers: [] })) {
    if (isOthers(await findHolder(transaction, dossier, key)))
      hindrances.push({ field: 'addresses', subject: key });
  }
  for (const key of identityKeys({ addresses: [], identifiers: document.identifiers })) {
    if (isOthers(await findHolder(transaction, dossier, key)))
      hindrances.push({ field: 'identifiers', subject: key });
  }
  for (const alias of document.aliases) {
    if (isOthers(await findOwnDocumentId(transaction, dossier, alias)))
      hindrances.push({ field: 'aliases', subject: alias });
  }
  return hindrances;
}

/** Pointers of a document that lead nowhere, or back to where they begin. */
async function findBrokenPointers(change: Change, document: OwnDocument): Promise<Hindrance[]> {
  const { transaction, dossier } = change;
  const { issuer } = document;
  const isThere = issuer === undefined || (await speakers.find(transaction, dossier, issuer));
  const broken = await findBrokenPointer(
    document.id,
    document.mergedInto,
    (id) => findOwnDocument(transaction, dossier, id),
    ({ mergedInto }) => mergedInto,
  );
  return [
    ...(isThere ? [] : [{ field: 'issuer', subject: issuer }]),
    ...(broken === undefined ? [] : [{ field: 'mergedInto', subject: broken }]),
  ];
}

/** What belongs to a document, so that it cannot go. */
async function findUses({ transaction }: Change, id: string): Promise<Hindrance[]> {
  const [annotation, reading, rendition, merged, dismissal] = await Promise.all([
    transaction.selectFrom('annotation').select('id').where('document_id', '=', id).executeTakeFirst(),
    transaction
      .selectFrom('reading')
      .select('user_id as id')
      .where('document_id', '=', id)
      .executeTakeFirst(),
    transaction
      .selectFrom('rendition')
      .select('text_id as id')
      .where('document_id', '=', id)
      .executeTakeFirst(),
    transaction.selectFrom('document').select('id').where('merged_into', '=', id).executeTakeFirst(),
    transaction.selectFrom('dismissal').select('id').where('document_id', '=', id).executeTakeFirst(),
  ]);
  const uses = {
    ...{ annotations: annotation, readings: reading, renditions: rendition },
    ...{ dismissals: dismissal, mergedInto: merged },
  };
  return Object.entries(uses).flatMap(([field, use]) => (use ? [{ field, subject: use.id }] : []));
}

/** How a change of a document is taken back. */
export const documentItems: ItemStore<OwnDocument> = {
  find: findOwnDocument,
  save: saveDocument,
  async findHindrances(change, id, { before, after }) {
    if (!after) return findUses(change, id);
    const isTaken = !before && (await isDocumentIdTaken(change.transaction, id));
    return [
      ...(isTaken ? [{ field: 'id', subject: id }] : []),
      ...(await findTakenNames(change, after)),
      ...(await findBrokenPointers(change, after)),
    ];
  },
};
