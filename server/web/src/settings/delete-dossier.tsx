import type { KeptSettings } from '@waarborg/shared/api';
import { deletedDossierDays } from '@waarborg/shared/dossier';
import { settingsMessages } from '@waarborg/shared/messages/settings';
import { onOneLine } from '@waarborg/shared/text';
import { useState } from 'preact/hooks';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { dossierHref } from '../routing/route.ts';

interface DeleteProps {
  readonly slug: string;
  readonly settings: KeptSettings;
}

/** Lets an owner delete the dossier, after typing its title; says what goes, what stays, and how it comes back. */
export function DeleteDossier({ slug, settings: { title, revision } }: DeleteProps) {
  const messages = settingsMessages[language.value];
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const action = useAction();
  const submit = () => {
    // As it is seen.
    const isTitle = onOneLine(typed) === onOneLine(title);
    setWrong(!isTitle);
    if (!isTitle) return;
    return action.run(async () => {
      await deleteAt(`/dossiers/${slug}`, { revision });
      navigate('/dossiers');
    });
  };
  return (
    <ActionForm
      label={messages.deleteDossier}
      isBusy={action.isBusy}
      onSubmit={submit}
      tone="danger"
      labelledBy="delete-dossier"
    >
      <h2 id="delete-dossier">{messages.deleteTitle}</h2>
      <p>{messages.deleteGoes}</p>
      <p>{messages.deleteStays(deletedDossierDays)}</p>
      <p>
        <a class="utrecht-link utrecht-link--html-a" href={dossierHref(slug, 'exchange')}>
          {messages.deleteKeep}
        </a>
      </p>
      <ProblemLine text={action.problem} />
      <Field
        label={messages.deleteConfirm(title)}
        name="confirm-title"
        value={typed}
        onValue={setTyped}
        error={isWrong ? messages.deleteMismatch : undefined}
        autoComplete="off"
      />
    </ActionForm>
  );
}
