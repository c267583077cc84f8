import { accountResponseSchema, signInWaysSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect, useState } from 'preact/hooks';
import { askAuth } from '../api/request.ts';
import { useResource } from '../api/use-resource.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { address, navigate } from '../routing/navigation.ts';
import { parseNext } from '../routing/route.ts';
import { explainProviderError, OtherWays } from './other-ways.tsx';

interface Errors {
  readonly email?: string;
  readonly password?: string;
  readonly form?: string;
}

type Messages = (typeof webMessages)['nl'];

/** Signs in; gives what went wrong, in words, or nothing. */
async function signIn(email: string, password: string, messages: Messages): Promise<string | undefined> {
  try {
    const { status } = await askAuth('/sign-in/email', { email, password });
    if (status === 200) return undefined;
    if (status === 429) return messages.tooManyAttempts;
    return messages.wrongPassword;
  } catch {
    return `${messages.unreachableTitle}. ${messages.unreachableText}`;
  }
}

/** To where the reader wanted to be. */
function goOn(): void {
  const next = new URLSearchParams(address.value.search).get('next');
  navigate(parseNext(next, window.location.origin), { replace: true });
}

/** Signs in by any of the ways that the server has, and goes on to where the reader wanted to be. */
export function SignInPage() {
  const messages = webMessages[language.value];
  const ways = useResource('/sign-in-ways', signInWaysSchema);
  const isSignedIn = useResource('/me', accountResponseSchema).data !== undefined;
  useEffect(() => {
    if (isSignedIn) goOn();
  }, [isSignedIn]);
  const query = new URLSearchParams(address.value.search);
  const next = parseNext(query.get('next'), window.location.origin);
  return (
    <PageFrame title={messages.signInTitle}>
      <div class="wb-sections">
        <h1>{messages.signInTitle}</h1>
        <ProblemLine text={explainProviderError(query.get('error'))} />
        {ways.failure && !ways.data && <ProblemNotice failure={ways.failure} onRetry={ways.reload} />}
        {ways.data && <OtherWays ways={ways.data} next={next} onSignedIn={goOn} />}
        {ways.data?.password && <PasswordForm />}
      </div>
    </PageFrame>
  );
}

/** Signs in with e-mail address and password. */
function PasswordForm() {
  const messages = webMessages[language.value];
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [isSending, setSending] = useState(false);

  const submit = async () => {
    const missing = {
      ...(email.trim() === '' ? { email: messages.emailMissing } : {}),
      ...(password === '' ? { password: messages.passwordMissing } : {}),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0 || isSending) return;
    setSending(true);
    const wrong = await signIn(email.trim(), password, messages);
    setSending(false);
    if (wrong) return setErrors({ form: wrong });
    goOn();
  };

  return (
    <ActionForm
      label={isSending ? messages.signingIn : messages.signIn}
      isBusy={isSending}
      onSubmit={submit}
      after={
        <>
          <p class="wb-muted">{peopleMessages[language.value].forgotten}</p>
          <p class="wb-muted">{messages.noAccount}</p>
        </>
      }
    >
      <ProblemLine text={errors.form} />
      <Field
        label={messages.email}
        name="email"
        value={email}
        onValue={setEmail}
        error={errors.email}
        type="email"
        autoComplete="username"
      />
      <Field
        label={messages.password}
        name="password"
        value={password}
        onValue={setPassword}
        error={errors.password}
        type="password"
        autoComplete="current-password"
      />
    </ActionForm>
  );
}
