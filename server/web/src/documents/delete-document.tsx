import type { SourceDocument } from '@waarborg/shared/dossier';
import { webMessages } from '@waarborg/shared/messages/web';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { language } from '../frame/language.ts';
import { ConfirmButton } from '../people/confirm-button.tsx';
import { ProblemLine } from '../people/notices.tsx';

interface DeleteDocumentProps {
  readonly slug: string;
  readonly document: Pick<SourceDocument, 'id' | 'title' | 'revision'>;
  readonly onDeleted: (title: string) => void;
}

/** Deletes a document in which nothing was coded; the history brings it back. */
export function DeleteDocument({ slug, document: { id, title, revision }, onDeleted }: DeleteDocumentProps) {
  const messages = webMessages[language.value];
  const action = useAction();
  const remove = () =>
    action.run(async () => {
      await deleteAt(`/dossiers/${slug}/documents/${id}`, { language: language.value, revision });
      onDeleted(title);
    });
  return (
    <>
      <ProblemLine text={action.problem} />
      <ConfirmButton
        text={messages.deleteDocument}
        label={messages.deleteDocumentOf(title)}
        question={messages.deleteDocumentSure}
        isBusy={action.isBusy}
        onConfirm={() => void remove()}
      />
    </>
  );
}
