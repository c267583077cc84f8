import { annotationListSchema } from '@waarborg/shared/api';
import type { SourceDocument } from '@waarborg/shared/dossier';
import { documentMessages } from '@waarborg/shared/messages/documents';
import { useState } from 'preact/hooks';
import { useList } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { AddressChoice } from '../lists/address-choice.tsx';
import type { DossierNames } from '../names/use-dossier-names.ts';
import { ListedPassage } from '../passages/listed-passage.tsx';
import { address } from '../routing/navigation.ts';
import { inOrderOfText } from './order-of-text.ts';

/** Passages that are shown before "show more", and each time after it. */
const passagesAtOnce = 30;

interface DocumentPassagesProps {
  readonly slug: string;
  readonly document: SourceDocument;
  readonly names: DossierNames;
}

/** The passages of a document in the order of its text; which of them, by whether they are still there, says the address. */
export function DocumentPassages({ slug, document, names }: DocumentPassagesProps) {
  const messages = documentMessages[language.value];
  const gone = ['true', 'false'].find(
    (value) => value === new URLSearchParams(address.value.search).get('gone'),
  );
  const path = `/dossiers/${slug}/annotations?document=${document.id}`;
  const { data, failure, reload } = useList(path, annotationListSchema);
  const all = inOrderOfText(data?.annotations ?? []);
  const wanted = all.filter((one) => gone === undefined || (one.gone !== undefined) === (gone === 'true'));
  const options = (['all', 'false', 'true'] as const).map((value) => ({
    value: value === 'all' ? '' : value,
    label: messages[`passages.${value}`],
  }));
  return (
    <section>
      <h2>{messages.passages}</h2>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !data && <LoadingNotice />}
      {data && all.length === 0 && <p class="wb-empty">{messages.noPassages}</p>}
      {all.length > 0 && (
        <div class="wb-list-filters">
          <AddressChoice label={messages.filterPassages} name="gone" value={gone ?? ''} options={options} />
        </div>
      )}
      {all.length > 0 && (
        <p class="wb-result-count" role="status">
          {messages.countOfPassages(wanted.length)}
        </p>
      )}
      {all.length > 0 && wanted.length === 0 && <p class="wb-empty">{messages.noPassagesFound}</p>}
      <PassageList key={gone} passages={wanted} names={names} />
    </section>
  );
}

function PassageList({
  passages,
  names,
}: {
  readonly passages: ReturnType<typeof inOrderOfText>;
  readonly names: DossierNames;
}) {
  const messages = documentMessages[language.value];
  const [shown, setShown] = useState(passagesAtOnce);
  const hidden = passages.length - shown;
  return (
    <>
      <ol class="wb-results">
        {passages.slice(0, shown).map((annotation) => (
          <ListedPassage key={annotation.id} annotation={annotation} names={names} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" class="wb-text-button" onClick={() => setShown(shown + passagesAtOnce)}>
          {messages.showMore(Math.min(hidden, passagesAtOnce))}
        </button>
      )}
    </>
  );
}
