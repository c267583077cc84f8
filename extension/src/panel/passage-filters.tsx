import { statuses } from '@waarborg/shared/annotation';
import { domainMessages } from '@waarborg/shared/messages';
import { conceptLabel, type Vocabulary } from '@waarborg/shared/ui';
import type { OpenedDocument } from '../messaging/index.ts';
import { Choice } from './choice.tsx';
import { usePanel } from './panel-context.ts';
import { isShown, type PassageFilter, type PassageInText, statusOf } from './passages-in-order.ts';

interface PassageFiltersProps {
  readonly passages: readonly PassageInText[];
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
}

/** The states in which a passage asks for work, and the one in which it does not any more. */
const statesToFind = ['changed', 'orphan', 'gone'] as const;

/** Chooses which passages are listed, of what there is to choose among them. */
export function PassageFilters({ passages, filter, onFilter, opened, vocabulary }: PassageFiltersProps) {
  const { messages, language } = usePanel();
  const words = domainMessages[language];
  const safeguards = new Set(
    passages.flatMap(({ annotation }) => annotation.codings.map(({ safeguard }) => safeguard)),
  );
  const reviewers = new Map(
    passages.map(({ annotation }) => [annotation.creator.id, annotation.creator.name]),
  );
  const found = new Set(passages.flatMap(({ annotation }) => annotation.codings.map(statusOf)));
  const offeredStatuses = statuses.filter((status) => found.has(status));
  const offeredStates = statesToFind.filter((state) =>
    passages.some((passage) => isShown(passage, { state })),
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
      {(offeredStatuses.length > 1 || filter.status) && (
        <Choice
          label={messages.filterStatus}
          every={messages.everyStatus}
          value={filter.status}
          options={offeredStatuses.map((status) => [status, words[`status.${status}`]])}
          onChoose={(status) => onFilter({ ...filter, status })}
        />
      )}
      {(offeredStates.length > 0 || filter.state) && (
        <Choice
          label={messages.filterState}
          every={messages.everyState}
          value={filter.state}
          options={offeredStates.map((state) => [
            state,
            state === 'gone' ? words['gone.true'] : words[`state.${state}`],
          ])}
          onChoose={(state) => onFilter({ ...filter, state })}
        />
      )}
    </div>
  );
}
