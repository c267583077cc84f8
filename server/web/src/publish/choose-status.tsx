import type { StatusCounts } from '@waarborg/shared/api';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { useId } from 'preact/hooks';
import { language } from '../language/language.ts';

interface ChooseStatusProps {
  readonly counts: StatusCounts;
  /** Undefined until the reader chose; there is nothing to choose where nothing waits for a decision. */
  readonly acceptedOnly: boolean | undefined;
  readonly onChoose: (acceptedOnly: boolean) => void;
  /** What is wrong with the choice. */
  readonly error: string | undefined;
}

/** Whether codings that nobody reviewed go into a publication: with how many there are, and never by default. */
export function ChooseStatus({ counts, acceptedOnly, onChoose, error }: ChooseStatusProps) {
  const messages = publicationMessages[language.value];
  const id = useId();
  const { draft, accepted, rejected } = counts;
  const leftOut = rejected > 0 && <p class="wb-field-hint">{messages.sentBack(rejected)}</p>;
  if (draft === 0) {
    return (
      <div class="wb-field">
        <p>{accepted === 0 ? messages.nothingToPublish : messages.allAccepted(accepted)}</p>
        {leftOut}
      </div>
    );
  }
  const choices = [
    { value: true, label: messages.acceptedOnly(accepted), isOffered: accepted > 0 },
    { value: false, label: messages.withDrafts(accepted, draft), isOffered: true },
  ];
  return (
    <fieldset class="wb-field wb-choices" aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}>
      <legend class="utrecht-form-label">{messages.fieldStatus}</legend>
      <p class="wb-field-hint" id={`${id}-hint`}>
        {messages.waiting(draft)}
      </p>
      {leftOut}
      {error && (
        <p class="wb-field-error" id={`${id}-error`}>
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      )}
      {choices
        .filter(({ isOffered }) => isOffered)
        .map(({ value, label }) => (
          <label key={String(value)} class="wb-check">
            <input
              type="radio"
              name={`${id}-status`}
              checked={acceptedOnly === value}
              aria-invalid={error ? true : undefined}
              onChange={() => onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
    </fieldset>
  );
}
