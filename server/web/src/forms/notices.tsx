import { peopleMessages } from '@waarborg/shared/messages/people';
import { useState } from 'preact/hooks';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';

/** What went wrong with the last action, read aloud at once. */
export function ProblemLine({ text }: { text: string | undefined }) {
  return text ? (
    <p class="utrecht-alert utrecht-alert--error wb-alert" role="alert">
      {text}
    </p>
  ) : null;
}

/** What the last action did. It is always there, so that a change of it is read aloud. */
export function DoneLine({ text }: { text: string | undefined }) {
  return (
    <p class="wb-done" role="status">
      {text}
    </p>
  );
}

/** A secret that is shown once, with a way to take it along. */
export function Secret({ label, value }: { label: string; value: string }) {
  const messages = peopleMessages[language.value];
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div class="wb-secret" role="status">
      <p>{label}</p>
      <code>{value}</code>
      <Button onClick={() => void copy()}>{isCopied ? messages.copied : messages.copy}</Button>
    </div>
  );
}
