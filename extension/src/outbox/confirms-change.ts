import { annotationSchema } from '@waarborg/shared/annotation';
import { readingListSchema } from '@waarborg/shared/api';
import {
  dismissalSchema,
  documentSchema,
  idsOfDocument,
  type KeptLink,
  keptLinkSchema,
  type PassageLink,
  renditionSchema,
} from '@waarborg/shared/dossier';
import type { ServerAnswer } from './call-server.ts';
import type { Change } from './operation.ts';

/**
 * Whether a success is the server's answer to this change, and not of something that stands between:
 * a sign-in page or a proxy may answer 200 to anything.
 */
export function confirmsChange({ status, body }: ServerAnswer & { kind: 'ok' }, change: Change): boolean {
  switch (change.kind) {
    case 'create-annotation':
      return annotationSchema.safeParse(body).data?.id === change.draft.id;
    case 'update-annotation':
      return annotationSchema.safeParse(body).data?.id === change.id;
    case 'delete-annotation':
    case 'delete-link':
    case 'restore':
      return status === 204;
    case 'create-link':
      return saysSame(keptLinkSchema.safeParse(body).data, change.link);
    case 'dismiss':
      return dismissalSchema.safeParse(body).data?.id === change.id;
    case 'put-document':
      return isDocument(body, change.document.id);
    case 'correct-document':
      return isDocument(body, change.id);
    case 'add-rendition':
      return renditionSchema.safeParse(body).data?.id === change.id;
    case 'set-reading':
      return readingListSchema.safeParse(body).success;
  }
}

/** The server answers with the link of somebody who said the same before, under its own id. */
function saysSame(kept: KeptLink | undefined, { from, to, kind }: PassageLink): boolean {
  return kept?.from === from && kept.to === to && kept.kind === kind;
}

function isDocument(body: unknown, id: string): boolean {
  const document = documentSchema.safeParse(body).data;
  return document !== undefined && idsOfDocument(document).includes(id);
}
