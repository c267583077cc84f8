import { maxLabelLength, maxShortLabelLength } from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { Field } from '../forms/field.tsx';
import { Button } from '../frame/button.tsx';
import { language } from '../language/language.ts';
import type { SplitPart } from './plan-split.ts';

interface SplitPartFieldsProps {
  /** The place among the new ones, from 1. */
  readonly number: number;
  readonly part: SplitPart;
  readonly isWrong: boolean;
  /** Whether it was asked for, and takes the focus along. */
  readonly isAdded: boolean;
  readonly onPart: (part: SplitPart) => void;
  readonly onRemove: () => void;
}

const focusFirst = (fields: HTMLElement | null): void => fields?.querySelector('input')?.focus();

/** What a new concept is called; the rest of it is for later. */
export function SplitPartFields({ number, part, isWrong, isAdded, onPart, onRemove }: SplitPartFieldsProps) {
  const messages = codebookMessages[language.value];
  const isNameless = part.nl.trim() === '';
  return (
    <fieldset class="wb-split-part" ref={isAdded ? focusFirst : null}>
      <legend>{messages.part(number)}</legend>
      <Field
        label={messages.labelNl}
        name={`${part.key}-nl`}
        value={part.nl}
        onValue={(nl) => onPart({ ...part, nl })}
        error={isWrong && isNameless ? messages.nameMissing : undefined}
        maxLength={maxLabelLength}
        autoComplete="off"
      />
      <Field
        label={messages.labelEn}
        hint={messages.englishHint}
        name={`${part.key}-en`}
        value={part.en}
        onValue={(en) => onPart({ ...part, en })}
        maxLength={maxLabelLength}
        autoComplete="off"
      />
      <Field
        label={messages.shortNl}
        hint={messages.shortHint(maxShortLabelLength)}
        name={`${part.key}-short`}
        value={part.shortNl}
        onValue={(shortNl) => onPart({ ...part, shortNl })}
        error={isWrong && !isNameless ? messages.shortMissing(maxShortLabelLength) : undefined}
        maxLength={maxShortLabelLength}
        autoComplete="off"
      />
      <Button tone="subtle" aria-label={messages.removePartOf(number)} onClick={onRemove}>
        {messages.removePart}
      </Button>
    </fieldset>
  );
}
