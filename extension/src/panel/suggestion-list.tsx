import { suggestionMessages } from '@waarborg/shared/messages/suggestions';
import { conceptLabel, type Vocabulary } from '@waarborg/shared/ui';
import { useRef, useState } from 'preact/hooks';
import { type OpenedDocument, type PageReport, requestBackground, requestPage } from '../messaging/index.ts';
import {
  arrangeSuggestions,
  countBySafeguard,
  type SuggestionOrder,
  suggestionOrders,
} from './arrange-suggestions.ts';
import { Choice } from './choice.tsx';
import { DismissedList } from './dismissed-list.tsx';
import { usePanel } from './panel-context.ts';
import { SuggestionEntry } from './suggestion-entry.tsx';
import { type ListedSuggestion, useSuggestions } from './use-suggestions.ts';
import { VirtualList } from './virtual-list.tsx';

/** What a list of suggestions is made of. */
export interface SuggestionListProps {
  readonly opened: OpenedDocument;
  readonly report: PageReport;
  readonly vocabulary: Vocabulary;
}

const orderKey = 'waarborg.suggestions-order';

function keptOrder(): SuggestionOrder {
  const kept = localStorage.getItem(orderKey);
  return suggestionOrders.find((order) => order === kept) ?? 'likeliest';
}

/** What may be coded in the document: by safeguard, each with its reasons, to be coded or dismissed. */
export function SuggestionList({ opened, report, vocabulary }: SuggestionListProps) {
  const { tab, language } = usePanel();
  const words = suggestionMessages[language];
  const [safeguard, setSafeguard] = useState<string>();
  const [order, setOrder] = useState(keptOrder);
  const [withUnlikely, setWithUnlikely] = useState(false);
  const all = useSuggestions(tab, report, opened);
  const found = all?.filter(({ isLikely }) => withUnlikely || isLikely);
  const arranged = useArranged(found ?? [], order);
  const shown = arranged.filter((one) => !safeguard || one.safeguard === safeguard);
  const { code, dismiss, restoreLast } = useDecisions(opened, vocabulary);
  if (!all || !found) return <p class="empty">{words.searching}</p>;
  const counts = countBySafeguard(found, safeguard);
  const unlikely = all.filter(({ isLikely }) => !isLikely).length;
  return (
    <>
      <div class="filters">
        <Choice
          label={words.safeguard}
          every={words.everySafeguard(found.length)}
          value={safeguard}
          options={counts.map(([id, count]) => [id, words.safeguardOf(conceptLabel(vocabulary, id), count)])}
          onChoose={setSafeguard}
        />
        <Choice
          label={words.order}
          value={order}
          options={suggestionOrders.map((one) => [one, words[`order.${one}`]])}
          onChoose={(chosen = 'likeliest') => {
            localStorage.setItem(orderKey, chosen);
            setOrder(chosen);
          }}
        />
        {unlikely > 0 && (
          <label class="option">
            <input
              type="checkbox"
              checked={withUnlikely}
              onChange={({ currentTarget }) => setWithUnlikely(currentTarget.checked)}
            />
            <span>{words.withUnlikely(unlikely)}</span>
          </label>
        )}
      </div>
      {all.length === 0 && <p class="empty">{words.none}</p>}
      {all.length > 0 && found.length === 0 && <p class="empty">{words.noneLikely}</p>}
      {found.length > 0 && (
        <section class="suggestion-list" aria-label={words.list} data-scrolls>
          <p class="facts">
            {safeguard ? words.foundOf(shown.length, found.length) : words.found(found.length)} {words.keys}
          </p>
          <VirtualList items={shown} keyOf={({ key }) => key}>
            {(suggestion, placement) => (
              <SuggestionEntry
                key={suggestion.key}
                suggestion={suggestion}
                placement={placement}
                label={conceptLabel(vocabulary, suggestion.safeguard)}
                onCode={() => void code(suggestion)}
                onDismiss={() => void dismiss(suggestion)}
                onRestore={() => void restoreLast()}
              />
            )}
          </VirtualList>
        </section>
      )}
      <DismissedList opened={opened} vocabulary={vocabulary} />
    </>
  );
}

/** In the order that was chosen; what is shown stays where it is as long as the order is the same. */
function useArranged(found: readonly ListedSuggestion[], order: SuggestionOrder): ListedSuggestion[] {
  const shown = useRef<{ order: SuggestionOrder; keys: readonly string[] }>({ order, keys: [] });
  const arranged = arrangeSuggestions(found, order, shown.current.order === order ? shown.current.keys : []);
  shown.current = { order, keys: arranged.map(({ key }) => key) };
  return arranged;
}

/** What a reviewer does with a suggestion. */
function useDecisions(opened: OpenedDocument, vocabulary: Vocabulary) {
  const { language, announce, settle, askPage } = usePanel();
  const words = suggestionMessages[language];
  const dismissed = useRef<string[]>([]);
  const restore = async (id: string) => {
    if (await settle(requestBackground('restore-suggestion', { id }))) announce(words.restored);
  };
  return {
    code: async ({ start, end, quote, safeguard }: ListedSuggestion) => {
      const place = { position: { start, end }, words: quote, safeguard };
      if (await askPage((tab) => requestPage(tab, 'code-place', place), words.placeGone))
        announce(words.opened(conceptLabel(vocabulary, safeguard)));
    },
    dismiss: async ({ quote, safeguard }: ListedSuggestion) => {
      const { document } = opened;
      const dismissal = { document: document.id, safeguard, quote };
      const answer = requestBackground('dismiss-suggestion', { dismissal, document });
      if (!(await settle(answer))) return;
      const outcome = await answer;
      if (!outcome.ok) return;
      const { id } = outcome.value;
      dismissed.current.push(id);
      announce(words.dismissed, () => restore(id), true);
    },
    restoreLast: async () => {
      const id = dismissed.current.pop();
      if (id !== undefined) await restore(id);
    },
  };
}
