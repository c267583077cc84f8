import { peopleMessages } from '@waarborg/shared/messages/people';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { language } from '../frame/language.ts';

interface ConfirmButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label?: string;
  /** Asked before anything is done; without it nothing is asked. */
  readonly question?: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks, in place. */
export function ConfirmButton({ text, label, question, isBusy, onConfirm }: ConfirmButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  // With the question and not after it: whoever is fast presses Enter twice.
  useLayoutEffect(() => {
    if (isAsking) yes.current?.focus();
  }, [isAsking]);
  const confirm = () => {
    setAsking(false);
    if (!isBusy) onConfirm();
  };
  if (isAsking && question) {
    return (
      <fieldset class="wb-confirm" aria-label={label ?? text}>
        <p>{question}</p>
        <button
          type="button"
          ref={yes}
          class="utrecht-button utrecht-button--primary-action"
          onClick={confirm}
        >
          {text}
        </button>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={() => setAsking(false)}>
          {peopleMessages[language.value].cancel}
        </button>
      </fieldset>
    );
  }
  return (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      aria-label={label}
      aria-disabled={isBusy}
      onClick={() => (question ? setAsking(true) : confirm())}
    >
      {text}
    </button>
  );
}
