import { peopleMessages } from '@waarborg/shared/messages/people';
import { webMessages } from '@waarborg/shared/messages/web';
import { useState } from 'preact/hooks';
import { askAuth } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { NewPasswordField, problemOfPassword, refusalOfPassword } from '../people/new-password-field.tsx';

/** What better-auth refuses, by its codes. */
function explainRefusal(status: number, body: unknown): string {
  const messages = peopleMessages[language.value];
  const code = (body as { code?: unknown } | null)?.code;
  if (status === 429) return webMessages[language.value].tooManyAttempts;
  return code === 'CREDENTIAL_ACCOUNT_NOT_FOUND' ? messages.noPassword : messages.currentWrong;
}

/** Changes the reader's password, and signs out elsewhere. */
export function ChangePassword() {
  const messages = peopleMessages[language.value];
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [error, setError] = useState<string>();
  const [done, setDone] = useState<string>();
  const action = useAction();
  const submit = () =>
    action.run(async () => {
      setDone(undefined);
      const wrong = problemOfPassword(fresh);
      setError(wrong);
      if (wrong) return;
      const passwords = { currentPassword: current, newPassword: fresh };
      const { status, body } = await askAuth('/change-password', passwords);
      const refused = refusalOfPassword(body);
      if (refused) return setError(refused);
      if (status !== 200) return action.refuse(explainRefusal(status, body));
      setCurrent('');
      setFresh('');
      setDone(messages.passwordChanged);
    });
  return (
    <ActionForm
      label={messages.changePassword}
      isBusy={action.isBusy}
      onSubmit={submit}
      after={<DoneLine text={done} />}
    >
      <h2>{messages.passwordTitle}</h2>
      <ProblemLine text={action.problem} />
      <Field
        label={messages.currentPassword}
        name="current-password"
        value={current}
        onValue={setCurrent}
        type="password"
        autoComplete="current-password"
      />
      <NewPasswordField value={fresh} onValue={setFresh} error={error} />
    </ActionForm>
  );
}
