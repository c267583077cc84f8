import { guessablePassword, passwordLength } from '@waarborg/shared/api';
import { peopleMessages } from '@waarborg/shared/messages/people';
import { Field } from '../forms/field.tsx';
import { language } from '../language/language.ts';

/** What is wrong with a new password; undefined for one that can be used. */
export function problemOfPassword(password: string): string | undefined {
  const messages = peopleMessages[language.value];
  if (password.length < passwordLength.least) return messages.passwordTooShort;
  return password.length > passwordLength.most ? messages.passwordTooLong : undefined;
}

/** What better-auth says is wrong with a new password; undefined where it refused something else. */
export function refusalOfPassword(body: unknown): string | undefined {
  const isGuessable = (body as { code?: unknown } | null)?.code === guessablePassword;
  return isGuessable ? peopleMessages[language.value].passwordGuessable : undefined;
}

/** A field for a new password, which the browser's password manager can fill. */
export function NewPasswordField(props: {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error: string | undefined;
}) {
  const messages = peopleMessages[language.value];
  return (
    <Field
      {...props}
      label={messages.newPassword}
      name="new-password"
      hint={messages.passwordHint}
      type="password"
      autoComplete="new-password"
    />
  );
}
