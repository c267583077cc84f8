import type { Vocabulary } from '@waarborg/shared/ui';
import { useMemo, useState } from 'preact/hooks';
import { type OpenedDocument, type PageReport, requestBackground } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';
import { PassageEntry } from './passage-entry.tsx';
import { PassageFilters } from './passage-filters.tsx';
import { isShown, type PassageFilter, passagesInOrder } from './passages-in-order.ts';
import { useLinks } from './use-links.ts';
import { VirtualList } from './virtual-list.tsx';

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
  /** Open they take as much room as a passage, which few windows have to spare. */
  const [isChoosing, setChoosing] = useState(false);
  /** A passage that came back, until it has the focus. */
  const [returned, setReturned] = useState<string>();
  const passages = useMemo(() => passagesInOrder(opened.annotations, report), [opened, report]);
  const ties = useLinks(opened);
  const shown = passages.filter((passage) => isShown(passage, filter));
  const chosen = Object.values(filter).filter((choice) => choice !== undefined).length;
  const isFiltered = chosen > 0;

  const hasFilters = passages.length >= manyPassages || isFiltered;

  const remove = async (id: string) => {
    const base = opened.annotations.find((annotation) => annotation.id === id)?.revision;
    if (!(await settle(requestBackground('delete-annotation', { id, base })))) return;
    announce(messages.removed(ties.get(id)?.length ?? 0), async () => {
      const outcome = await requestBackground('undo-delete', { id });
      if (outcome.ok) setReturned(id);
      announce(outcome.ok ? messages.undone : messages.undoTooLate);
    });
  };

  return (
    <section class="passages" aria-labelledby="passages-title">
      <div class="passages-head">
        <h2 id="passages-title">
          {isFiltered
            ? messages.passagesOf(shown.length, passages.length)
            : messages.passages(passages.length)}
        </h2>
        {hasFilters && (
          <button
            type="button"
            class="link"
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            {messages.filter(chosen)}
          </button>
        )}
      </div>
      {hasFilters && isChoosing && (
        <PassageFilters
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
      <VirtualList items={shown} keyOf={({ annotation }) => annotation.id}>
        {(passage, placement) => (
          <PassageEntry
            key={passage.annotation.id}
            passage={passage}
            placement={placement}
            opened={opened}
            vocabulary={vocabulary}
            ties={ties.get(passage.annotation.id) ?? []}
            onRemove={(id) => void remove(id)}
            onFocused={passage.annotation.id === returned ? () => setReturned(undefined) : undefined}
          />
        )}
      </VirtualList>
    </section>
  );
}
