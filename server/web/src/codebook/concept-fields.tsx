import {
  type Codebook,
  type ConceptKind,
  maxLabelLength,
  maxLegalBasisLength,
  maxShortLabelLength,
} from '@waarborg/shared/codebook';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field, TextAreaField } from '../forms/field.tsx';
import { language } from '../language/language.ts';
import type { ConceptField, ReadConcept, TypedConcept } from './typed-concept.ts';

interface ConceptFieldsProps {
  readonly kind: ConceptKind;
  readonly codebook: Codebook;
  readonly typed: TypedConcept;
  readonly onType: (field: ConceptField, value: string) => void;
  /** The field in which something is wrong. */
  readonly wrong: ReadConcept['wrong'] | undefined;
  /** Whether it has another Dutch name than it had, and the English one that it had. */
  readonly isRenamed?: boolean;
}

/** Label of a field of a concept; what is said of an impact is what is favourable for it. */
export function fieldName(field: ConceptField, kind: ConceptKind): string {
  const messages = codebookMessages[language.value];
  if (field === 'terms') return messages.termsField;
  if (kind === 'impact' && field === 'definitionNl') return messages.favourableNl;
  if (kind === 'impact' && field === 'definitionEn') return messages.favourableEn;
  return messages[field];
}

/** Longest texts that the API takes, in UTF-16 code units. */
const maxLengths: Readonly<Partial<Record<ConceptField, number>>> = {
  ...{
    labelNl: maxLabelLength,
    labelEn: maxLabelLength,
    shortNl: maxShortLabelLength,
    shortEn: maxShortLabelLength,
  },
  ...{ definitionNl: maxLabelLength, definitionEn: maxLabelLength, legalBasis: maxLegalBasisLength },
};

/** All that a curator says of a concept, in both languages. */
export function ConceptFields({ kind, codebook, typed, onType, wrong, isRenamed }: ConceptFieldsProps) {
  const messages = codebookMessages[language.value];
  const errors = {
    labelNl: messages.nameMissing,
    shortNl: messages.shortMissing(maxShortLabelLength),
    shortEn: messages.shortMissing(maxShortLabelLength),
    terms: messages.termsWrong,
  };
  const field = (name: ConceptField, hint?: string) => {
    const maxLength = maxLengths[name];
    return {
      ...{ name, label: fieldName(name, kind), value: typed[name], hint },
      ...(maxLength === undefined ? {} : { maxLength }),
      error: wrong === name ? errors[wrong] : undefined,
      onValue: (value: string) => onType(name, value),
    };
  };
  const groups = codebook.groups.filter((group) => group.kind === kind);
  return (
    <div class="wb-concept-fields">
      <Field {...field('labelNl')} autoComplete="off" />
      <Field
        {...field('labelEn', isRenamed ? messages.englishStays : messages.englishHint)}
        autoComplete="off"
      />
      <Field {...field('shortNl', messages.shortHint(maxShortLabelLength))} autoComplete="off" />
      <Field {...field('shortEn')} autoComplete="off" />
      <TextAreaField {...field('definitionNl')} />
      <TextAreaField {...field('definitionEn')} />
      <Field {...field('legalBasis')} autoComplete="off" />
      <ChoiceField
        label={messages.group}
        value={typed.group}
        onValue={(value) => onType('group', value)}
        options={groups.map(({ id, label }) => ({ value: id, label: label[language.value] }))}
      />
      <TextAreaField {...field('terms', messages.termsHint)} />
    </div>
  );
}
