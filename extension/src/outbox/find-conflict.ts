import type { Conflict, ConflictVersion } from '../messaging/index.ts';
import type { DossierDatabase } from './database.ts';
import { isConflict, type Operation } from './operation.ts';

/** Both versions of what a refused change and somebody else made of the same thing; undefined where nothing collides. */
export async function findConflict(db: DossierDatabase, operation: Operation): Promise<Conflict | undefined> {
  if (!isConflict(operation)) return undefined;
  const { change } = operation;
  if (change.kind === 'correct-document') {
    const documents = await db.getAll('documents');
    const theirs = documents.find(({ id, aliases }) => id === change.id || aliases.includes(change.id));
    if (!theirs) return undefined;
    const { date, issuer, ...rest } = change.update;
    const mine = {
      ...theirs,
      ...rest,
      ...(date !== undefined && { date: date ?? undefined }),
      ...(issuer !== undefined && { issuer: issuer ?? undefined }),
    };
    return { mine: ofDocument(mine), theirs: ofDocument(theirs) };
  }
  if (change.kind !== 'update-annotation' && change.kind !== 'delete-annotation') return undefined;
  const theirs = await db.get('annotations', change.id);
  return {
    mine: change.kind === 'update-annotation' ? ofPassage(change.update) : undefined,
    theirs: theirs && ofPassage(theirs),
  };
}

type VersionOf<K extends ConflictVersion['kind']> = Extract<ConflictVersion, { kind: K }>;

function ofPassage({ ranges, codings, note }: VersionOf<'passage'>['passage']): ConflictVersion {
  return { kind: 'passage', passage: { ranges, codings, note } };
}

function ofDocument(document: VersionOf<'document'>['document']): ConflictVersion {
  const { title, sourceType, date, issuer } = document;
  return { kind: 'document', document: { title, sourceType, date, issuer } };
}
