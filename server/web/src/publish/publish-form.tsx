import { publicationSchema } from '@waarborg/shared/api';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { useId, useState } from 'preact/hooks';
import { createIdempotencyKey, postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useDossierNames } from '../cell/use-dossier-names.ts';
import { Field } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { filtersInWords } from '../matrix/filters-in-words.ts';
import { showView } from '../matrix/show-view.ts';
import type { MatrixView } from '../matrix/view.ts';
import { ProblemLine } from '../people/notices.tsx';

interface PublishFormProps {
  readonly slug: string;
  readonly view: MatrixView;
  readonly onMade: () => void;
}

/** The instant that a field of date and time names where the reader is; undefined for what is none or is past. */
function futureInstant(value: string): string | undefined {
  const instant = new Date(value);
  return instant.getTime() > Date.now() ? instant.toISOString() : undefined;
}

/** Makes a publication of the matrix as the address shows it. Who coded is no part of it, so neither is that filter. */
export function PublishForm({ slug, view, onMade }: PublishFormProps) {
  const messages = publicationMessages[language.value];
  const { reviewer: _, status: __, ...filters } = view.filters;
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [embargo, setEmbargo] = useState('');
  const [acceptedOnly, setAcceptedOnly] = useState(false);
  const [titleError, setTitleError] = useState<string>();
  const action = useAction();
  const publish = async () => {
    setTitleError(title.trim() === '' ? messages.titleMissing : undefined);
    if (title.trim() === '') return;
    const until = embargo === '' ? undefined : futureInstant(embargo);
    if (embargo !== '' && !until) {
      action.refuse(messages.embargoWrong);
      return;
    }
    const draft = {
      ...{ title: title.trim(), ...(note.trim() && { note: note.trim() }), ...(until && { embargo: until }) },
      ...{ acceptedOnly, view: { rows: view.rows, columns: view.columns, ...filters } },
    };
    const options = { language: language.value, idempotencyKey: createIdempotencyKey() };
    const isDone = await action.run(async () => {
      await postJson(`/dossiers/${slug}/publications`, draft, publicationSchema, options);
    });
    if (!isDone) return;
    for (const clear of [setTitle, setNote, setEmbargo]) clear('');
    onMade();
  };
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="new-publication">
      <h2 id="new-publication">{messages.newTitle}</h2>
      <div class="wb-controls">
        <FilterControls
          slug={slug}
          filters={filters}
          onFilters={(chosen) => showView({ ...view, filters: chosen })}
        />
      </div>
      <Chosen slug={slug} filters={filters} />
      <form
        class="wb-publish-form"
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        <Field
          label={messages.fieldTitle}
          name="title"
          value={title}
          onValue={setTitle}
          error={titleError}
          maxLength={200}
        />
        <Field
          label={messages.fieldNote}
          name="note"
          value={note}
          onValue={setNote}
          hint={messages.noteHint}
          maxLength={2_000}
        />
        <EmbargoField value={embargo} onValue={setEmbargo} />
        <label class="wb-option">
          <input
            type="checkbox"
            checked={acceptedOnly}
            onChange={(event) => setAcceptedOnly(event.currentTarget.checked)}
          />
          <span>{messages.acceptedOnly}</span>
        </label>
        <ProblemLine text={action.problem} />
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={action.isBusy}
        >
          {action.isBusy ? messages.publishing : messages.publish}
        </button>
      </form>
    </section>
  );
}

/** What will be in the copy, in words. */
function Chosen({ slug, filters }: { slug: string; filters: MatrixView['filters'] }) {
  const messages = publicationMessages[language.value];
  const names = useDossierNames(slug).data;
  const said = names ? filtersInWords(filters, { ...names, reviewerName: (id) => id }) : [];
  return (
    <p>
      <strong>{messages.selection}:</strong> {said.length > 0 ? said.join('; ') : messages.everything}
    </p>
  );
}

function EmbargoField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const messages = publicationMessages[language.value];
  const id = useId();
  return (
    <div class="wb-field">
      <label class="utrecht-form-label" for={id}>
        {messages.fieldEmbargo}
      </label>
      <p class="wb-field-hint" id={`${id}-hint`}>
        {messages.embargoHint}
      </p>
      <input
        class="utrecht-textbox utrecht-textbox--html-input"
        id={id}
        type="datetime-local"
        name="embargo"
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
