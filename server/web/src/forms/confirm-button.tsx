import { peopleMessages } from '@waarborg/shared/messages/people';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import { useFocusAfter } from './use-focus-after.ts';

interface ConfirmButtonProps {
  readonly text: string;
  /** What is read where `text` does not say of what; it contains `text`. */
  readonly label?: string;
  /**
   * Asked before anything is done; without it nothing is asked. One that has to be found out first is asked when it is
   * known, and where it turns out that there is none, nothing is done.
   */
  readonly question?: string | (() => Promise<string | undefined>);
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}

/** A button for what is not done at one press: it asks, in place. */
export function ConfirmButton({ text, label, question, isBusy, onConfirm }: ConfirmButtonProps) {
  const [asked, setAsked] = useState<string>();
  const isAsking = asked !== undefined;
  const id = useId();
  const yes = useRef<HTMLButtonElement>(null);
  const button = useFocusAfter<HTMLButtonElement>(isAsking);
  // With the question and not after it: whoever is fast presses Enter twice. Whoever went elsewhere while it was found
  // out what to ask stays there: what is typed there would answer.
  useLayoutEffect(() => {
    if (isAsking && document.activeElement === document.body) yes.current?.focus();
  }, [isAsking]);
  const confirm = () => {
    setAsked(undefined);
    if (!isBusy) onConfirm();
  };
  const press = async () => {
    if (question === undefined) confirm();
    else setAsked(typeof question === 'string' ? question : await question());
  };
  if (isAsking) {
    return (
      <fieldset
        class="wb-confirm"
        aria-label={label ?? text}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It leaves only the question.
          event.stopPropagation();
          setAsked(undefined);
        }}
      >
        <p id={id}>{asked}</p>
        <Button ref={yes} aria-describedby={id} tone="primary" onClick={confirm}>
          {text}
        </Button>
        <Button tone="subtle" onClick={() => setAsked(undefined)}>
          {peopleMessages[language.value].cancel}
        </Button>
      </fieldset>
    );
  }
  return (
    <Button ref={button} aria-label={label} aria-disabled={isBusy} onClick={() => void press()}>
      {text}
    </Button>
  );
}
