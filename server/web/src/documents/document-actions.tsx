import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { useState } from 'preact/hooks';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ToggleButtons } from '../forms/toggle-button.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { dossierHref } from '../routing/route.ts';
import { DocumentForm } from './document-form.tsx';
import { MergeDocument } from './merge-document.tsx';
import type { DocumentChanges } from './use-document-changes.ts';
import type { KnownDocuments } from './use-known-documents.ts';

/** A document with what is needed to set it right. */
export interface DocumentActionsProps {
  readonly slug: string;
  readonly document: SourceDocument;
  readonly known: KnownDocuments;
  readonly changes: DocumentChanges;
}

/** The ways to set a document right: its card, what it is the same as, and whether it belongs here at all. */
export function DocumentActions(props: DocumentActionsProps) {
  const messages = documentMessages[language.value];
  const { slug, document, known, changes } = props;
  const { id, title } = document;
  const [open, setOpen] = useState<'edit' | 'merge'>();
  const parts = [
    { part: 'edit', text: messages.edit, label: messages.editOf(title) },
    { part: 'merge', text: messages.merge, label: messages.mergeOf(title) },
  ] as const;
  const remove = async () => {
    if (await changes.remove(document)) navigate(dossierHref(slug, 'documents'), { replace: true });
  };
  return (
    <div class="wb-document-actions">
      <div class="wb-row-actions">
        <ToggleButtons parts={parts} open={open} onOpen={setOpen} />
        {!known.passages.has(id) && (
          <ConfirmButton
            text={messages.remove}
            label={messages.removeOf(title)}
            question={messages.removeSure}
            isBusy={changes.action.isBusy}
            onConfirm={() => void remove()}
          />
        )}
      </div>
      {open === 'edit' && <DocumentForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeDocument {...props} />}
    </div>
  );
}
