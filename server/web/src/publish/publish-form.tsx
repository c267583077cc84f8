import { publicationSchema, statusCountsSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { dayInWords } from '@waarborg/shared/ui';
import { useId, useState } from 'preact/hooks';
import { createIdempotencyKey, postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useDossierNames } from '../cell/use-dossier-names.ts';
import { Field, TextAreaField } from '../frame/field.tsx';
import { language } from '../frame/language.ts';
import { LoadingNotice, ProblemNotice } from '../frame/problem-page.tsx';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { filtersInWords } from '../matrix/filters-in-words.ts';
import { showView } from '../matrix/show-view.ts';
import { type MatrixView, statusCountsPath } from '../matrix/view.ts';
import { ProblemLine } from '../people/notices.tsx';
import { ChooseStatus } from './choose-status.tsx';

interface PublishFormProps {
  readonly dossier: Pick<Dossier, 'slug' | 'title'>;
  readonly view: MatrixView;
  readonly onMade: () => void;
}

/** The instant that a field of date and time names where the reader is; undefined for what is none or is past. */
function futureInstant(value: string): string | undefined {
  const instant = new Date(value);
  return instant.getTime() > Date.now() ? instant.toISOString() : undefined;
}

/** What is wrong with what was filled in, where each is said. */
interface Wrong {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
}

/** Makes a publication of the matrix as the address shows it. Who coded is no part of it, so neither is that filter. */
export function PublishForm({ dossier, view, onMade }: PublishFormProps) {
  const messages = publicationMessages[language.value];
  const { slug } = dossier;
  const { reviewer: _, status: __, ...filters } = view.filters;
  const today = dayInWords(new Date().toISOString(), language.value);
  const [title, setTitle] = useState(messages.proposedTitle(dossier.title, today));
  const [note, setNote] = useState('');
  const [embargo, setEmbargo] = useState('');
  const [chosen, setChosen] = useState<boolean>();
  const [wrong, setWrong] = useState<Wrong>({});
  const counts = useResource(statusCountsPath(slug, filters), statusCountsSchema);
  const action = useAction();
  // Where nothing waits for a decision, what is accepted is all that there is.
  const acceptedOnly = counts.data?.draft === 0 ? true : chosen;
  const publish = async () => {
    const found = {
      ...(title.trim() === '' && { title: messages.titleMissing }),
      ...(acceptedOnly === undefined && { status: messages.statusMissing }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return;
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
    for (const clear of [setNote, setEmbargo]) clear('');
    onMade();
  };
  const isEmpty = counts.data !== undefined && counts.data.draft + counts.data.accepted === 0;
  return (
    <section class="wb-form wb-form-wide" aria-labelledby="new-publication">
      <h2 id="new-publication">{messages.newTitle}</h2>
      <div class="wb-controls">
        <FilterControls
          slug={slug}
          filters={filters}
          onFilters={(next) => showView({ ...view, filters: next })}
        />
      </div>
      <Chosen slug={slug} filters={filters} />
      <form
        class="wb-publish-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish();
        }}
      >
        {counts.failure && <ProblemNotice failure={counts.failure} onRetry={counts.reload} />}
        {!counts.data && !counts.failure && <LoadingNotice />}
        {counts.data && (
          <ChooseStatus
            counts={counts.data}
            acceptedOnly={chosen}
            onChoose={setChosen}
            error={wrong.status}
          />
        )}
        {!isEmpty && (
          <>
            <Field
              label={messages.fieldTitle}
              name="title"
              value={title}
              onValue={setTitle}
              error={wrong.title}
              maxLength={200}
            />
            <TextAreaField
              label={messages.fieldNote}
              name="note"
              value={note}
              onValue={setNote}
              hint={messages.noteHint}
              maxLength={2_000}
            />
            <EmbargoField value={embargo} onValue={setEmbargo} />
            <ProblemLine text={action.problem} />
            <button
              type="submit"
              class="utrecht-button utrecht-button--primary-action"
              aria-disabled={action.isBusy || !counts.data}
            >
              {action.isBusy ? messages.publishing : messages.publish}
            </button>
          </>
        )}
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
