import { conceptLabel, type Vocabulary } from '@waarborg/shared/ui';
import { useState } from 'preact/hooks';
import { type OpenedDocument, type PageReport, requestBackground } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { PassageEntry } from './passage-entry.tsx';
import { isShown, type PassageFilter, type PassageInText, passagesInOrder } from './passages-in-order.ts';

interface PassageListProps {
  readonly opened: OpenedDocument;
  readonly report: PageReport;
  readonly vocabulary: Vocabulary;
}

/** From this many passages on a reviewer gets filters. */
const manyPassages = 6;

/** The passages of the document, in the order of the text. */
export function PassageList({ opened, report, vocabulary }: PassageListProps) {
  const { messages, announce, settle } = usePanel();
  const [filter, setFilter] = useState<PassageFilter>({});
  const passages = passagesInOrder(opened.annotations, report);
  const shown = passages.filter((passage) => isShown(passage, filter));
  const isFiltered = filter.safeguard !== undefined || filter.reviewer !== undefined;

  const remove = async (id: string) => {
    const base = opened.annotations.find((annotation) => annotation.id === id)?.revision;
    if (!(await settle(requestBackground('delete-annotation', { id, base })))) return;
    announce(messages.removed, async () => {
      const outcome = await requestBackground('undo-delete', { id });
      announce(outcome.ok ? messages.undone : messages.undoTooLate);
    });
  };

  return (
    <section class="passages" aria-labelledby="passages-title">
      <h2 id="passages-title">
        {isFiltered ? messages.passagesOf(shown.length, passages.length) : messages.passages(passages.length)}
      </h2>
      {(passages.length >= manyPassages || isFiltered) && (
        <Filters
          passages={passages}
          filter={filter}
          onFilter={setFilter}
          opened={opened}
          vocabulary={vocabulary}
        />
      )}
      {passages.length === 0 && !report.trouble && (
        <p class="empty">
          <strong>{messages.noPassages}</strong> {messages.noPassagesHint}
        </p>
      )}
      {passages.length > 0 && shown.length === 0 && (
        <p class="empty">
          {messages.noMatch}{' '}
          <button type="button" onClick={() => setFilter({})}>
            {messages.showAll}
          </button>
        </p>
      )}
      <ol class="entries">
        {shown.map((passage) => (
          <PassageEntry
            key={passage.annotation.id}
            passage={passage}
            opened={opened}
            vocabulary={vocabulary}
            onRemove={(id) => void remove(id)}
          />
        ))}
      </ol>
    </section>
  );
}

interface FiltersProps {
  readonly passages: readonly PassageInText[];
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
}

function Filters({ passages, filter, onFilter, opened, vocabulary }: FiltersProps) {
  const { messages } = usePanel();
  const safeguards = new Set(
    passages.flatMap(({ annotation }) => annotation.codings.map(({ safeguard }) => safeguard)),
  );
  const reviewers = new Map(
    passages.map(({ annotation }) => [annotation.creator.id, annotation.creator.name]),
  );
  const own = opened.connection.user.id;
  return (
    <div class="filters">
      <Choice
        label={messages.filterSafeguard}
        every={messages.everySafeguard}
        value={filter.safeguard}
        options={[...safeguards].map((id) => [id, conceptLabel(vocabulary, id)])}
        onChoose={(safeguard) => onFilter({ ...filter, safeguard })}
      />
      {(reviewers.size > 1 || filter.reviewer) && (
        <Choice
          label={messages.filterReviewer}
          every={messages.everyReviewer}
          value={filter.reviewer}
          options={[...reviewers].map(([id, name]) => [id, id === own ? `${name} (${messages.you})` : name])}
          onChoose={(reviewer) => onFilter({ ...filter, reviewer })}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Text of the choice that leaves nothing out. */
  readonly every: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [id: string, text: string])[];
  readonly onChoose: (id: string | undefined) => void;
}

function Choice({ label, every, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      <span class="wb-visually-hidden">{label}</span>
      <select value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value || undefined)}>
        <option value="">{every}</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
