import type { DocumentUpdate } from '@waarborg/shared/api';
import { citePassage, withIssuer } from '@waarborg/shared/citation';
import { maxTitleLength, type SourceType, sourceTypes, speakersByName } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { useState } from 'preact/hooks';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { FormButtons } from '../forms/form-buttons.tsx';
import { readTypedDate } from '../forms/typed-date.ts';
import { language } from '../language/language.ts';
import type { DocumentActionsProps } from './document-actions.tsx';

interface DocumentFormProps extends DocumentActionsProps {
  readonly onClose: () => void;
}

/** Title, kind, issuer and date, as they stand in the fields of the form. */
interface TypedDocument {
  readonly title: string;
  readonly sourceType: SourceType;
  /** Speaker id; empty for nobody. */
  readonly issuer: string;
  /** Empty where it is not known. */
  readonly date: string;
}

/** What a reader changed: only that is sent, so what somebody else changed beside it stays. */
function changedFields(opened: TypedDocument, typed: TypedDocument): DocumentUpdate {
  return {
    ...(typed.title === opened.title ? {} : { title: typed.title }),
    ...(typed.sourceType === opened.sourceType ? {} : { sourceType: typed.sourceType }),
    ...(typed.issuer === opened.issuer ? {} : { issuer: typed.issuer || null }),
    ...(typed.date === opened.date ? {} : { date: typed.date || null }),
  };
}

/**
 * The card of a document to be corrected. What was typed stays until it is saved; whoever changes the document
 * meanwhile is seen before anything is sent over it.
 */
export function DocumentForm({ document, known, changes, onClose }: DocumentFormProps) {
  const messages = documentMessages[language.value];
  const { vocabulary } = known.names;
  const [opened] = useState<TypedDocument>({
    title: document.title,
    sourceType: document.sourceType,
    issuer: document.issuer === undefined ? '' : (vocabulary.speakers.get(document.issuer)?.id ?? ''),
    date: document.date ?? '',
  });
  const [{ title, sourceType, issuer, date }, setTyped] = useState(opened);
  const type = (field: Partial<TypedDocument>) => setTyped((typed) => ({ ...typed, ...field }));
  /** Version that was opened, or the newest that the reader was told of. */
  const [seen, setSeen] = useState(document.revision);
  const [error, setError] = useState<'title' | 'date'>();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const day = readTypedDate(date);
    const typed = { title: title.trim(), sourceType, issuer, date: day ?? '' };
    const wrong = typed.title === '' ? 'title' : day === undefined ? 'date' : undefined;
    setError(wrong);
    if (wrong) return;
    const corrected = { ...document, revision: seen };
    if (await changes.correct(corrected, changedFields(opened, typed), setSeen)) onClose();
  };
  return (
    <form class="wb-inline-form" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={messages.fieldTitle}
        name="title"
        value={title}
        onValue={(value) => type({ title: value })}
        error={error === 'title' ? messages.titleMissing : undefined}
        maxLength={maxTitleLength}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.type}
        value={sourceType}
        onValue={(value) => type({ sourceType: value })}
        options={sourceTypes.map((value) => ({
          value,
          label: domainMessages[language.value][`sourceType.${value}`],
        }))}
      />
      <ChoiceField
        label={messages.issuer}
        value={issuer}
        onValue={(value) => type({ issuer: value })}
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
        onValue={(value) => type({ date: value })}
        error={error === 'date' ? messages.dateWrong : undefined}
        autoComplete="off"
      />
      <p class="wb-field-hint" aria-live="polite">
        {messages.citedAs(
          citePassage(
            withIssuer(
              {
                ...document,
                ...{ title: title.trim(), sourceType, issuer: issuer || undefined },
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
