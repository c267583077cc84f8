import { accountResponseSchema } from '@waarborg/shared/api';
import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect, useState } from 'preact/hooks';
import { askAuth } from '../api/request.ts';
import { useResource } from '../api/use-resource.ts';
import { Field } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { PageFrame } from '../frame/page-frame.tsx';
import { address, navigate } from '../routing/navigation.ts';
import { parseNext } from '../routing/route.ts';

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

/** Signs in with e-mail and password, and goes on to where the reader wanted to be. */
export function SignInPage() {
  const messages = webMessages[language.value];
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [isSending, setSending] = useState(false);

  const isSignedIn = useResource('/me', accountResponseSchema).data !== undefined;
  useEffect(() => {
    if (isSignedIn) goOn();
  }, [isSignedIn]);

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
    <PageFrame title={messages.signInTitle}>
      <form
        class="wb-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>{messages.signInTitle}</h1>
        {errors.form && (
          <p class="utrecht-alert utrecht-alert--error wb-alert" role="alert">
            {errors.form}
          </p>
        )}
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
        <button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={isSending}>
          {isSending ? messages.signingIn : messages.signIn}
        </button>
        <p class="wb-muted">{messages.noAccount}</p>
      </form>
    </PageFrame>
  );
}
