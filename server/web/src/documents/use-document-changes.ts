import { type DocumentUpdate, readingListSchema } from '@waarborg/shared/api';
import { documentSchema, type SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { deleteAt, deleteJson, putJson } from '../api/request.ts';
import { type Changes, useChanges } from '../api/use-changes.ts';
import { language } from '../language/language.ts';

/** What a change needs to know of a document: which version the reader saw. */
export type ChangedDocument = Pick<SourceDocument, 'id' | 'title' | 'revision'>;

/** The changes that a reader can make to the documents of a dossier. Each gives whether it was made. */
export interface DocumentChanges extends Changes {
  correct(document: ChangedDocument, update: DocumentUpdate): Promise<boolean>;
  merge(document: ChangedDocument, into: ChangedDocument): Promise<boolean>;
  separate(document: ChangedDocument): Promise<boolean>;
  remove(document: ChangedDocument): Promise<boolean>;
  /** Says that the reader read a document for all safeguards, or takes that back. */
  setRead(document: ChangedDocument, isRead: boolean): Promise<boolean>;
}

/** Makes changes to documents, one at a time; `onChange` loads again what they touch. */
export function useDocumentChanges(slug: string, onChange: () => void): DocumentChanges {
  const messages = documentMessages[language.value];
  const changes = useChanges(slug, { changedMeanwhile: messages.changedMeanwhile, onChange });
  const { make } = changes;
  const path = `/dossiers/${slug}/documents`;
  return {
    ...changes,
    correct: ({ id, revision: seen }, update) =>
      make(async () => {
        const asked = { revision: seen };
        const { title, revision } = await putJson(`${path}/${id}`, update, documentSchema, asked);
        return { text: messages.saved(title), revision, isRepeatable: true };
      }),
    merge: ({ id, title, revision: seen }, into) =>
      make(async () => {
        const asked = { revision: seen };
        const address = `${path}/${id}/merged-into`;
        const { revision } = await putJson(address, { into: into.id }, documentSchema, asked);
        return { text: messages.merged(title, into.title), revision };
      }),
    separate: ({ id, title, revision: seen }) =>
      make(async () => {
        const asked = { revision: seen };
        const { revision } = await deleteJson(`${path}/${id}/merged-into`, documentSchema, asked);
        return { text: messages.separated(title), revision };
      }),
    remove: ({ id, title, revision: seen }) =>
      make(async () => {
        const revision = await deleteAt(`${path}/${id}`, { revision: seen });
        return { text: messages.removed(title), revision };
      }),
    setRead: ({ id, title }, isRead) =>
      make(async () => {
        const reading = { document: id, safeguards: isRead ? 'all' : [] };
        await putJson(`/dossiers/${slug}/readings`, reading, readingListSchema);
        return { text: (isRead ? messages.markedRead : messages.markedUnread)(title), isRepeatable: true };
      }),
  };
}
