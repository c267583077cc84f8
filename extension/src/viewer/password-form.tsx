import type { Language } from '@waarborg/shared/messages';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface PasswordFormProps {
  readonly language: Language;
  /** How many passwords were tried that do not open the PDF. */
  readonly failures: number;
  readonly onPassword: (password: string) => void;
}

/** Asks for the password of a PDF, in place of its pages. */
export function PasswordForm({ language, failures, onPassword }: PasswordFormProps) {
  const words = viewerMessages[language];
  const field = useRef<HTMLInputElement>(null);
  // Before it is seen: who types at once types in it, and over the one that was wrong.
  useLayoutEffect(() => field.current?.select(), [failures]);
  return (
    <form
      class="sentence password"
      onSubmit={(event) => {
        event.preventDefault();
        if (field.current) onPassword(field.current.value);
      }}
    >
      <p>{words['trouble.encrypted-pdf']}</p>
      <label>
        {words.password}
        <input
          ref={field}
          type="password"
          autocomplete="off"
          required
          aria-invalid={failures > 0}
          aria-describedby="password-trouble password-hint"
        />
      </label>
      {/* Said again each time. */}
      <p key={failures} id="password-trouble" role="alert">
        {failures > 0 && words.passwordWrong}
      </p>
      <button type="submit">{words.openWithPassword}</button>
      <p id="password-hint">{words.passwordHint}</p>
    </form>
  );
}
