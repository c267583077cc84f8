import { peopleMessages } from '@waarborg/shared/messages/people';
import { webMessages } from '@waarborg/shared/messages/web';
import { useState } from 'preact/hooks';
import { askAuth } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { language } from '../language/language.ts';
import { NewPasswordField, problemOfPassword, refusalOfPassword } from '../people/new-password-field.tsx';
import { takeLinkSecret, useNextLink } from '../routing/link-secret.ts';

/** What the secret of such a link begins with. */
const prefix = 'wbr_';

/** Sets a new password with the link of an administrator. */
export function ResetPasswordPage() {
  const messages = peopleMessages[language.value];
  const [token] = useState(() => takeLinkSecret(prefix));
  useNextLink(prefix);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isDone, setDone] = useState(false);
  const action = useAction();
  const submit = () =>
    action.run(async () => {
      const wrong = problemOfPassword(password);
      setError(wrong);
      if (wrong) return;
      const { status, body } = await askAuth('/reset-password', { token, newPassword: password });
      const refused = refusalOfPassword(body);
      if (refused) return setError(refused);
      if (status === 429) return action.refuse(webMessages[language.value].tooManyAttempts);
      if (status !== 200) return action.refuse(messages.resetEnded);
      setDone(true);
    });
  if (token === undefined) {
    return (
      <PageFrame title={messages.resetTitle}>
        <section class="wb-notice">
          <h1>{messages.resetTitle}</h1>
          <p>{messages.resetEnded}</p>
        </section>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={messages.resetTitle}>
      {isDone ? (
        <section class="wb-notice" role="status">
          <h1>{messages.resetTitle}</h1>
          <p>{messages.resetDone}</p>
          <p>
            <a class="utrecht-button-link utrecht-button utrecht-button--primary-action" href="/aanmelden">
              {webMessages[language.value].signIn}
            </a>
          </p>
        </section>
      ) : (
        <ActionForm label={messages.setPassword} isBusy={action.isBusy} onSubmit={submit}>
          <h1>{messages.resetTitle}</h1>
          <p>{messages.resetIntro}</p>
          <ProblemLine text={action.problem} />
          <NewPasswordField value={password} onValue={setPassword} error={error} />
        </ActionForm>
      )}
    </PageFrame>
  );
}
