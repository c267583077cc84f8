import { peopleMessages } from '@waarborg/shared/messages/people';
import { useState } from 'preact/hooks';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';

/** Lets the reader be forgotten, after typing their name. */
export function EraseAccount({ name }: { name: string }) {
  const messages = peopleMessages[language.value];
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const action = useAction();
  const submit = () =>
    action.run(async () => {
      setError(typed.trim() === name ? undefined : messages.eraseMismatch);
      if (typed.trim() !== name) return;
      await deleteAt('/me');
      // Loaded anew, so that nothing of what was read stays in the page.
      window.location.assign('/aanmelden');
    });
  return (
    <ActionForm label={messages.erase} isBusy={action.isBusy} onSubmit={submit} tone="danger">
      <h2>{messages.eraseTitle}</h2>
      <p>{messages.eraseIntro}</p>
      <ProblemLine text={action.problem} />
      <Field
        label={messages.eraseConfirm(name)}
        name="confirm-name"
        value={typed}
        onValue={setTyped}
        error={error}
        autoComplete="off"
      />
    </ActionForm>
  );
}
