import { itemKinds, revisionListSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { historyMessages } from '@waarborg/shared/messages/history';
import { historyWords } from '@waarborg/shared/messages/history-words';
import type { HistoryNames } from '@waarborg/shared/ui/history';
import { useResource } from '../api/use-resource.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { toSearch, withValue } from '../lists/list-place.ts';
import { Pager } from '../lists/pager.tsx';
import { useDossierEnd } from '../live/use-dossier-end.ts';
import { address, navigate } from '../routing/navigation.ts';
import { RevisionEntry } from './revision-entry.tsx';
import { SingleRevision } from './single-revision.tsx';
import { useHistoryNames } from './use-history-names.ts';

/** Changes of one page. */
const pageSize = 25;

/** Who changed what and when; filters, page and a single change stand in the address. */
export function HistoryPage({ slug }: { slug: string }) {
  const messages = historyMessages[language.value];
  const dossier = useDossier(slug);
  useDossierEnd(slug, dossier.data?.revision);
  const names = useHistoryNames(slug);
  const single = new URLSearchParams(address.value.search).get('revision');
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  const onChange = () => {
    names.reload();
    dossier.reload();
  };
  return (
    <PageFrame title={messages.history} dossier={dossier.data} current="history">
      <h1>{messages.history}</h1>
      {!single && <p class="wb-intro">{messages.intro}</p>}
      {names.failure && <ProblemNotice failure={names.failure} onRetry={names.reload} />}
      {!names.failure && !(names.data && dossier.data) && <LoadingNotice />}
      {names.data && dossier.data && single && (
        <SingleRevision
          key={single}
          dossier={dossier.data}
          revision={single}
          names={names.data}
          onChange={onChange}
        />
      )}
      {names.data && dossier.data && !single && (
        <Revisions dossier={dossier.data} names={names.data} onChange={onChange} />
      )}
    </PageFrame>
  );
}

interface RevisionsProps {
  readonly dossier: Dossier;
  readonly names: HistoryNames;
  readonly onChange: () => void;
}

/** The filters and the page that an address asks for; a kind that nobody knows is left out. */
function asked(search: string): URLSearchParams {
  const parameters = new URLSearchParams(search);
  const wanted = new URLSearchParams({ limit: String(pageSize) });
  for (const name of ['kind', 'item', 'by', 'cursor']) {
    const value = parameters.get(name);
    if (value && (name !== 'kind' || itemKinds.some((kind) => kind === value))) wanted.set(name, value);
  }
  return wanted;
}

function Revisions({ dossier, names, onChange }: RevisionsProps) {
  const messages = historyMessages[language.value];
  const wanted = asked(address.value.search);
  const path = `/dossiers/${dossier.slug}/revisions${toSearch(wanted)}`;
  const { data, dataPath, failure, reload } = useResource(path, revisionListSchema);
  const changed = () => {
    reload();
    onChange();
  };
  return (
    <>
      <Filters wanted={wanted} names={names} />
      {wanted.has('item') && <OneThing />}
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && (!data || dataPath !== path) && <LoadingNotice />}
      {!failure && data && dataPath === path && (
        <>
          <p class="wb-result-count" role="status">
            {data.total === undefined ? messages.earlier : messages.changes(data.total)}
          </p>
          {data.total === 0 && (
            <section class="wb-empty">
              <h2>{messages.nothingTitle}</h2>
              <p>{messages.nothingText}</p>
            </section>
          )}
          <ol class="wb-results">
            {data.revisions.map((revision) => (
              <RevisionEntry
                key={revision.revision}
                dossier={dossier}
                revision={revision}
                names={names}
                onChange={changed}
              />
            ))}
          </ol>
          <Pager next={data.next} />
        </>
      )}
    </>
  );
}

/** Says that only the changes of one thing are shown, and leads to all of them. */
function OneThing() {
  const messages = historyMessages[language.value];
  const { pathname, search } = address.value;
  return (
    <p>
      {messages.oneThing}{' '}
      <a class="utrecht-link utrecht-link--html-a" href={pathname + withValue(search, 'item', '')}>
        {messages.allThings}
      </a>
    </p>
  );
}

function Filters({ wanted, names }: { wanted: URLSearchParams; names: HistoryNames }) {
  const messages = historyMessages[language.value];
  const choose = (name: string) => (value: string) => {
    const { pathname, search } = address.value;
    navigate(pathname + withValue(search, name, value));
  };
  const by = wanted.get('by') ?? '';
  const people = [...names.people].map(([value, label]) => ({ value, label }));
  // Somebody who left can still be filtered on by an address.
  const left = by !== '' && !names.people.has(by) ? [{ value: by, label: messages.someone }] : [];
  return (
    <div class="wb-list-filters">
      <ChoiceField
        label={messages.filterKind}
        value={wanted.get('kind') ?? ''}
        onValue={choose('kind')}
        options={[
          { value: '', label: messages.everything },
          ...itemKinds.map((kind) => ({
            value: kind as string,
            label: historyWords[language.value][`kind.${kind}`],
          })),
        ]}
      />
      <ChoiceField
        label={messages.filterPerson}
        value={by}
        onValue={choose('by')}
        options={[{ value: '', label: messages.everybody }, ...people, ...left]}
      />
    </div>
  );
}
