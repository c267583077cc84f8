import { acceptedInvitationSchema, maxPersonNameLength, registrationSchema } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { webMessages } from '@waarborg/shared/messages/web';
import { useState } from 'preact/hooks';
import { askAuth, postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../forms/action-form.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemLine } from '../forms/notices.tsx';
import { language } from '../language/language.ts';
import { NewPasswordField, problemOfPassword } from '../people/new-password-field.tsx';

interface RegisterFormProps {
  readonly token: string;
  /** Address for which the invitation is; absent when it is for anybody. */
  readonly email: string | undefined;
  readonly onDone: (slug: string) => void;
}

interface Errors {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

/** Makes an account with an invitation, signs in, and goes to the dossier. */
export function RegisterForm({ token, email: invited, onDone }: RegisterFormProps) {
  const messages = peopleMessages[language.value];
  const [name, setName] = useState('');
  const [typed, setTyped] = useState(invited ?? '');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const action = useAction();

  const submit = () =>
    action.run(async () => {
      const account = { token, name: name.trim(), email: typed.trim(), password };
      const fields = registrationSchema.shape;
      const wrong = {
        name: fields.name.safeParse(account.name).success ? undefined : messages.nameMissing,
        email: fields.email.safeParse(account.email).success ? undefined : messages.emailWrong,
        password: problemOfPassword(password),
      };
      setErrors(wrong);
      if (Object.values(wrong).some(Boolean)) return;
      const { slug } = await postJson('/invitations/register', account, acceptedInvitationSchema);
      await askAuth('/sign-in/email', { email: account.email, password });
      onDone(slug);
    });
  return (
    <ActionForm
      label={action.isBusy ? messages.busy : messages.makeAccount}
      isBusy={action.isBusy}
      onSubmit={submit}
    >
      <h2>{messages.makeAccountTitle}</h2>
      <ProblemLine text={action.problem} />
      <Field
        label={messages.yourName}
        name="name"
        value={name}
        onValue={setName}
        hint={messages.yourNameHint}
        error={errors.name}
        maxLength={maxPersonNameLength}
        autoComplete="name"
      />
      <Field
        label={webMessages[language.value].email}
        name="email"
        value={typed}
        onValue={setTyped}
        error={errors.email}
        type="email"
        autoComplete="username"
      />
      <NewPasswordField value={password} onValue={setPassword} error={errors.password} />
    </ActionForm>
  );
}
