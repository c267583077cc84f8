import { documentMessages } from '@waarborg/shared/messages/documents';
import { compareText } from '@waarborg/shared/text';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { language } from '../language/language.ts';
import { distinctTitles } from '../names/distinct-titles.ts';
import { navigate } from '../routing/navigation.ts';
import { documentHref } from '../routing/route.ts';
import type { DocumentActionsProps } from './document-actions.tsx';

/** Chooses which document a document is a copy of, and says how many passages go along. */
export function MergeDocument({ slug, document, known, changes }: DocumentActionsProps) {
  const messages = documentMessages[language.value];
  const [chosen, setChosen] = useState('');
  const { id } = document;
  const titles = distinctTitles(known.names.documents, language.value);
  const titleOf = (one: { readonly id: string; readonly title: string }) => titles.get(one.id) ?? one.title;
  const others = known.names.documents
    .filter((one) => one.id !== id)
    .toSorted((one, other) => compareText(one.title, other.title, true));
  const into = others.find((one) => one.id === chosen);
  const passages = messages.countOfPassages(known.passages.get(id)?.passages ?? 0);
  return (
    <div class="wb-inline-form">
      <ChoiceField
        label={messages.mergeInto}
        value={into ? chosen : ''}
        onValue={setChosen}
        options={[
          { value: '', label: messages.choose },
          ...others.map((one) => ({ value: one.id, label: titleOf(one) })),
        ]}
      />
      {into && (
        <ConfirmButton
          key={into.id}
          text={messages.merge}
          label={messages.mergePair(titleOf(document), titleOf(into))}
          question={messages.mergeSure(titleOf(document), titleOf(into), passages)}
          isBusy={changes.action.isBusy}
          onConfirm={() => {
            void changes.merge(document, into).then((isMerged) => {
              if (isMerged) navigate(documentHref(slug, into.id), { replace: true });
            });
          }}
        />
      )}
    </div>
  );
}
