import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { requestBackground } from '../messaging/index.ts';
import { UnsentWarning } from './unsent-warning.tsx';

interface SignOutProps {
  readonly isSignedIn: boolean;
  readonly language: Language;
  readonly onSignedOut: () => void;
}

/** Ends the sign-in at the second press; before it, says what is not sent yet. */
export function SignOut({ isSignedIn, language, onSignedOut }: SignOutProps) {
  const messages = welcomeMessages[language];
  const [isAsking, setAsking] = useState(false);
  const [isDone, setDone] = useState(false);
  const told = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    // The button that had the focus is gone.
    if (isDone && !isSignedIn) told.current?.focus();
  }, [isDone, isSignedIn]);
  const press = async () => {
    if (!isAsking) {
      setAsking(true);
      return;
    }
    setAsking(false);
    await requestBackground('sign-out');
    setDone(true);
    onSignedOut();
  };
  return (
    <>
      {isSignedIn && isAsking && <UnsentWarning language={language} consequence={messages.unsentSignOut} />}
      {isSignedIn && (
        <p>
          <button type="button" onClick={() => void press()} onBlur={() => setAsking(false)}>
            {isAsking ? messages.signOutSure : messages.signOut}
          </button>
        </p>
      )}
      <p ref={told} role="status" class="notice" tabIndex={-1}>
        {isDone && !isSignedIn && messages.signedOut}
      </p>
    </>
  );
}
