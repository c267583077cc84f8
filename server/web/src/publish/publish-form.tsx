import {
  maxPublicationNoteLength,
  maxPublicationTitleLength,
  publicationSchema,
  type StatusCounts,
  statusCountsSchema,
} from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { dayInWords } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { postJson } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Field, TextAreaField } from '../forms/field.tsx';
import { halfFilledIn } from '../forms/half-filled.ts';
import { ProblemLine } from '../forms/notices.tsx';
import { useWrongField } from '../forms/use-wrong-field.ts';
import { Button } from '../frame/button.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { useTypedWarning } from '../frame/use-unsaved-warning.ts';
import { language } from '../language/language.ts';
import { FilterControls } from '../matrix/filter-controls.tsx';
import { showView } from '../matrix/show-view.ts';
import { filtersInWords } from '../matrix-view/filters-in-words.ts';
import { type MatrixView, statusCountsPath } from '../matrix-view/view.ts';
import { useDossierNames } from '../names/use-dossier-names.ts';
import { ChooseStatus } from './choose-status.tsx';
import { dutchInstant } from './dutch-instant.ts';
import {
  layoutInWords,
  leftBehindInWords,
  type PublishedView,
  publishedView,
  toDraftView,
} from './published-view.ts';

interface PublishFormProps {
  readonly dossier: Pick<Dossier, 'slug' | 'title'>;
  readonly view: MatrixView;
  readonly onMade: () => void;
}

/** The instant that a field of date and time names in the Netherlands; undefined for what is none or is past. */
function futureInstant(value: string): string | undefined {
  const instant = dutchInstant(value);
  return instant && instant.getTime() > Date.now() ? instant.toISOString() : undefined;
}

/** What its maker says of a publication, as it is typed. */
interface Details {
  readonly title: string;
  readonly note: string;
  readonly embargo: string;
}

/** The dossier and the day; a title of a dossier that leaves the day no room is cut. */
function proposeTitle(dossier: string): string {
  const { proposedTitle } = publicationMessages[language.value];
  const today = dayInWords(new Date().toISOString(), language.value);
  return proposedTitle(dossier.slice(0, maxPublicationTitleLength - proposedTitle('', today).length), today);
}

/**
 * Whether only what was accepted goes in. Where nothing waits for a decision, that is all that there is; where nothing
 * was accepted, it is no choice.
 */
function statusOf({ draft, accepted }: StatusCounts, chosen: boolean | undefined): boolean | undefined {
  if (draft === 0) return true;
  return accepted === 0 && chosen ? undefined : chosen;
}

/** What is wrong with what was filled in, where each is said. */
interface Wrong {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  readonly embargo?: string | undefined;
}

/** Makes a publication of the matrix as the address shows it; what of that does not become public is said. */
export function PublishForm({ dossier, view, onMade }: PublishFormProps) {
  const messages = publicationMessages[language.value];
  const { slug } = dossier;
  const published = publishedView(view);
  const { filters } = published;
  const [details, setDetails] = useState<Details>(() => ({
    title: proposeTitle(dossier.title),
    note: '',
    embargo: '',
  }));
  useTypedWarning(details.note.trim() !== '');
  const [chosen, setChosen] = useState<boolean>();
  const [wrong, setWrong] = useState<Wrong>({});
  const counts = useResource(statusCountsPath(slug, filters), statusCountsSchema);
  const action = useAction();
  const acceptedOnly = counts.data && statusOf(counts.data, chosen);
  const { form, countTry } = useWrongField<HTMLFormElement>();
  const publish = async (filled: HTMLFormElement) => {
    const { title, note, embargo } = details;
    const until = embargo === '' ? undefined : futureInstant(embargo);
    const found: Wrong = {
      ...(title.trim() === '' && { title: messages.titleMissing }),
      ...(acceptedOnly === undefined && { status: messages.statusMissing }),
      ...(embargo !== '' && !until && { embargo: messages.embargoWrong }),
      ...(halfFilledIn(filled).has('embargo') && { embargo: messages.embargoHalf }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) {
      countTry();
      return;
    }
    const draft = {
      ...{ title: title.trim(), ...(note.trim() && { note: note.trim() }), ...(until && { embargo: until }) },
      ...{ acceptedOnly, view: toDraftView(published) },
    };
    const isDone = await action.run(async () => {
      await postJson(`/dossiers/${slug}/publications`, draft, publicationSchema);
    });
    if (!isDone) return;
    setDetails({ title, note: '', embargo: '' });
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
      <Opening view={view} published={published} />
      <form
        class="wb-publish-form"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void publish(event.currentTarget);
        }}
      >
        {counts.failure && <ProblemNotice failure={counts.failure} onRetry={counts.reload} />}
        {!counts.data && !counts.failure && <LoadingNotice />}
        {counts.data && (
          <ChooseStatus
            counts={counts.data}
            acceptedOnly={acceptedOnly}
            onChoose={setChosen}
            error={wrong.status}
          />
        )}
        {!isEmpty && (
          <>
            <DetailFields details={details} onDetails={setDetails} wrong={wrong} />
            <ProblemLine text={action.problem} />
            <Button type="submit" tone="primary" aria-disabled={action.isBusy || !counts.data}>
              {action.isBusy ? messages.publishing : messages.publish}
            </Button>
          </>
        )}
      </form>
    </section>
  );
}

interface DetailFieldsProps {
  readonly details: Details;
  readonly onDetails: (details: Details) => void;
  readonly wrong: Wrong;
}

function DetailFields({ details, onDetails, wrong }: DetailFieldsProps) {
  const messages = publicationMessages[language.value];
  const { title, note, embargo } = details;
  return (
    <>
      <Field
        label={messages.fieldTitle}
        name="title"
        value={title}
        onValue={(value) => onDetails({ ...details, title: value })}
        error={wrong.title}
        maxLength={maxPublicationTitleLength}
      />
      <TextAreaField
        label={messages.fieldNote}
        name="note"
        value={note}
        onValue={(value) => onDetails({ ...details, note: value })}
        hint={messages.noteHint}
        maxLength={maxPublicationNoteLength}
      />
      <Field
        label={messages.fieldEmbargo}
        name="embargo"
        type="datetime-local"
        value={embargo}
        onValue={(value) => onDetails({ ...details, embargo: value })}
        hint={messages.embargoHint}
        error={wrong.embargo}
      />
    </>
  );
}

/** What will be in the copy, in words. */
function Chosen({ slug, filters }: { slug: string; filters: MatrixView['filters'] }) {
  const messages = publicationMessages[language.value];
  const names = useDossierNames(slug).data;
  const said = names ? filtersInWords(filters, names, (id) => id) : [];
  return (
    <p>
      <strong>{messages.selection}:</strong> {said.length > 0 ? said.join('; ') : messages.everything}
    </p>
  );
}

/** How the copy looks when it is opened, and what of the view does not go along. */
function Opening({ view, published }: { view: MatrixView; published: PublishedView }) {
  const messages = publicationMessages[language.value];
  const stays = leftBehindInWords(view, messages);
  return (
    <>
      <p>
        <strong>{messages.opensWith}:</strong>{' '}
        {layoutInWords(published, messages, matrixMessages[language.value]).join('; ')}. {messages.openFreely}
      </p>
      {stays.length > 0 && (
        <p>
          <strong>{messages.staysBehind}:</strong> {stays.join(' ')}
        </p>
      )}
    </>
  );
}
