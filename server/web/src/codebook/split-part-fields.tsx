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
  readonly onPart: (part: SplitPart) => void;
  readonly onRemove: () => void;
}

/** What a new concept is called; the rest of it is for later. */
export function SplitPartFields({ number, part, isWrong, onPart, onRemove }: SplitPartFieldsProps) {
  const messages = codebookMessages[language.value];
  const isNameless = part.nl.trim() === '';
  return (
    <fieldset class="wb-split-part">
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
