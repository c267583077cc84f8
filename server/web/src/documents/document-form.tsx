import type { DocumentUpdate } from '@waarborg/shared/api';
import { citePassage, withIssuer } from '@waarborg/shared/citation';
import {
  maxTitleLength,
  type SourceDocument,
  type SourceType,
  sourceTypes,
  speakersByName,
} from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { speakerName, type Vocabulary } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { DisputedFields } from '../edits/disputed-fields.tsx';
import type { Fields } from '../edits/field-edit.ts';
import { useFieldEdit } from '../edits/use-field-edit.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { FormButtons } from '../forms/form-buttons.tsx';
import { readTypedDate } from '../forms/typed-date.ts';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { language } from '../language/language.ts';
import type { DocumentActionsProps } from './document-actions.tsx';

interface DocumentFormProps extends DocumentActionsProps {
  readonly onClose: () => void;
}

/** What can be corrected: the kind by its name, the issuer by its speaker id. */
type DocumentField = 'title' | 'sourceType' | 'issuer' | 'date';
type DocumentFields = Fields<DocumentField>;

/** A document in fields. */
function toFields(
  { title, sourceType, issuer, date = '' }: SourceDocument,
  { speakers }: Vocabulary,
): DocumentFields {
  return { title, sourceType, issuer: (issuer && speakers.get(issuer)?.id) ?? '', date };
}

/** The source type that was chosen. */
function readType(chosen: string): SourceType {
  return sourceTypes.find((type) => type === chosen) ?? 'other';
}

/** What a reader changed: only that is sent, so what somebody else changed beside it stays. */
function changedFields(base: DocumentFields, typed: DocumentFields): DocumentUpdate {
  return {
    ...(typed.title === base.title ? {} : { title: typed.title }),
    ...(typed.sourceType === base.sourceType ? {} : { sourceType: readType(typed.sourceType) }),
    ...(typed.issuer === base.issuer ? {} : { issuer: typed.issuer || null }),
    ...(typed.date === base.date ? {} : { date: typed.date || null }),
  };
}

/**
 * The card of a document to be corrected. What was typed stays until it is saved; what somebody else made of it
 * meanwhile, also where it became another document's copy, stands beside it before anything is sent over it.
 */
export function DocumentForm({ document, known, changes, onClose }: DocumentFormProps) {
  const messages = documentMessages[language.value];
  const { vocabulary } = known.names;
  const { edit, type } = useFieldEdit(toFields(document, vocabulary));
  const { title, sourceType, issuer, date } = edit.typed;
  const labels = {
    ...{ title: messages.fieldTitle, sourceType: messages.type },
    ...{ issuer: messages.issuer, date: messages.fieldDate },
  };
  const sayValue = (field: DocumentField, value: string) => {
    if (field === 'sourceType') return domainMessages[language.value][`sourceType.${readType(value)}`];
    return field === 'issuer' ? speakerName(vocabulary, value) : value;
  };
  const [error, setError] = useState<'title' | 'date'>();
  const { form, countTry } = useWrongField<HTMLFormElement>();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const day = readTypedDate(date);
    const typed = { ...edit.typed, title: title.trim(), date: day ?? '' };
    const wrong = typed.title === '' ? 'title' : day === undefined ? 'date' : undefined;
    setError(wrong);
    countTry();
    if (wrong) return;
    if (await changes.correct(document, changedFields(edit.base, typed))) onClose();
  };
  return (
    <form class="wb-inline-form" ref={form} noValidate onSubmit={(event) => void save(event)}>
      <DisputedFields edit={edit} nameOf={(field) => labels[field]} sayValue={sayValue} onTake={type} />
      <Field
        label={messages.fieldTitle}
        name="title"
        value={title}
        onValue={(value) => type('title', value)}
        error={error === 'title' ? messages.titleMissing : undefined}
        maxLength={maxTitleLength}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.type}
        value={sourceType}
        onValue={(value) => type('sourceType', value)}
        options={sourceTypes.map((value) => ({
          value: value as string,
          label: domainMessages[language.value][`sourceType.${value}`],
        }))}
      />
      <ChoiceField
        label={messages.issuer}
        value={issuer}
        onValue={(value) => type('issuer', value)}
        options={[
          { value: '', label: messages.noIssuer },
          ...speakersByName(vocabulary).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        label={messages.fieldDate}
        hint={messages.dateHint}
        name="date"
        value={date}
        onValue={(value) => type('date', value)}
        error={error === 'date' ? messages.dateWrong : undefined}
        autoComplete="off"
      />
      <p class="wb-field-hint" aria-live="polite">
        {messages.citedAs(
          citePassage(
            withIssuer(
              {
                ...document,
                ...{ title: title.trim(), sourceType: readType(sourceType), issuer: issuer || undefined },
                date: readTypedDate(date) || undefined,
              },
              vocabulary.speakers,
            ),
            {},
            language.value,
          ),
        )}
      </p>
      <FormButtons isBusy={changes.action.isBusy} onClose={onClose} />
    </form>
  );
}
