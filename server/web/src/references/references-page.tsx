import { referenceListSchema } from '@waarborg/shared/api';
import { referenceMessages } from '@waarborg/shared/messages/references';
import { sourceGroupMessages } from '@waarborg/shared/messages/source-groups';
import { type SourceGroup, sourceGroups } from '@waarborg/shared/references';
import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { ExportLink } from '../exchange/export-link.tsx';
import { exportPath } from '../exchange/export-path.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { withValue } from '../lists/list-place.ts';
import { Pager } from '../lists/pager.tsx';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { type DossierNames, useDossierNames } from '../names/use-dossier-names.ts';
import { address } from '../routing/navigation.ts';
import { CitingSource } from './citing-source.tsx';
import { MissingSources } from './missing-sources.tsx';
import { ReferenceFilters } from './reference-filters.tsx';
import {
  isOneList,
  isWholeView,
  type ReferenceView,
  readReferenceView,
  referencesPath,
} from './reference-view.ts';
import { SourceEntry } from './source-entry.tsx';

/** What a dossier cites, and who cites it. Filters, order, page and what is opened stand in the address. */
export function ReferencesPage({ slug }: { slug: string }) {
  const messages = referenceMessages[language.value];
  const dossier = useDossier(slug);
  const names = useDossierNames(slug);
  useLiveDossier(slug, dossier.data?.revision);
  const { search } = address.value;
  const parameters = new URLSearchParams(search);
  const source = parameters.get('source');
  const [name, setName] = useState('');
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={(source && name) || messages.references} dossier={dossier.data} current="references">
      <h1>{messages.references}</h1>
      {!source && <p class="wb-intro">{messages.intro}</p>}
      {names.failure && <ProblemNotice failure={names.failure} onRetry={names.reload} />}
      {!names.failure && !names.data && <LoadingNotice />}
      {names.data && source && (
        <CitingSource
          slug={slug}
          names={names.data}
          onName={setName}
          cited={{
            source,
            article: parameters.get('article') ?? undefined,
            cursor: parameters.get('cursor') ?? undefined,
          }}
        />
      )}
      {names.data && !source && (
        <References slug={slug} names={names.data} view={readReferenceView(search)} />
      )}
    </PageFrame>
  );
}

interface ReferencesProps {
  readonly slug: string;
  readonly names: DossierNames;
  readonly view: ReferenceView;
}

/** How much there is of each kind together; not asked for one list, which says it itself. */
function useCounted({ slug, view }: ReferencesProps) {
  const path = isOneList(view) ? undefined : referencesPath(slug, { ...view, cursor: '' }, { limit: 1 });
  const { data, dataPath, failure, reload } = useResource(path, referenceListSchema);
  return { data: dataPath === path ? data : undefined, failure, reload };
}

function References(props: ReferencesProps) {
  const messages = referenceMessages[language.value];
  const { slug, view } = props;
  const counted = useCounted(props);
  // Then there is nothing to filter, and nothing to export.
  if (isWholeView(view) && counted.data?.total === 0)
    return <Nothing title={messages.nothingTitle} text={messages.nothingText} />;
  return (
    <>
      {isWholeView(view) && <MissingSources slug={slug} />}
      <ReferenceFilters view={view} />
      {isOneList(view) ? <OneList {...props} /> : <ByKind {...props} counted={counted} />}
      <ExportLink path={exportPath(slug, 'csv', language.value, { table: 'references' })}>
        {messages.export}
      </ExportLink>
    </>
  );
}

/** How many there are, and where there are none that. */
function Count({ total }: { total: number | undefined }) {
  const messages = referenceMessages[language.value];
  return (
    <div role="status">
      {total === 0 ? (
        <Nothing title={messages.nothingFoundTitle} text={messages.nothingFoundText} />
      ) : (
        <p class="wb-result-count">{total === undefined ? messages.further : messages.found(total)}</p>
      )}
    </div>
  );
}

function Nothing({ title, text }: { title: string; text: string }) {
  return (
    <section class="wb-empty">
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}

/** One list, page by page. */
function OneList({ slug, names, view }: ReferencesProps) {
  const messages = referenceMessages[language.value];
  const path = referencesPath(slug, view);
  const { data, dataPath, failure, reload } = useResource(path, referenceListSchema);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data || dataPath !== path) return <LoadingNotice />;
  return (
    <>
      <Count total={data.total} />
      {data.references.length > 0 && (
        <h2>{view.group ? sourceGroupMessages[language.value][view.group] : messages['inDossier.no']}</h2>
      )}
      <ol class="wb-results">
        {data.references.map((source) => (
          <SourceEntry key={source.key} slug={slug} source={source} names={names} />
        ))}
      </ol>
      <Pager next={data.next} />
    </>
  );
}

interface ByKindProps extends ReferencesProps {
  readonly counted: ReturnType<typeof useCounted>;
}

/** A few of each kind. */
function ByKind({ counted: { data, failure, reload }, ...props }: ByKindProps) {
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data) return <LoadingNotice />;
  return (
    <>
      <Count total={data.total} />
      {data.total !== 0 && sourceGroups.map((group) => <Kind key={group} {...props} group={group} />)}
    </>
  );
}

function Kind({ slug, names, view, group }: ReferencesProps & { group: SourceGroup }) {
  const messages = referenceMessages[language.value];
  const path = referencesPath(slug, view, { group });
  const { data, failure, reload } = useResource(path, referenceListSchema);
  if (failure) return <ProblemNotice failure={failure} onRetry={reload} />;
  if (!data || data.references.length === 0) return null;
  const { pathname, search } = address.value;
  const name = sourceGroupMessages[language.value][group];
  return (
    <section class="wb-source-group">
      <h2>
        {name} <span class="wb-muted">({data.total})</span>
      </h2>
      <ol class="wb-results">
        {data.references.map((source) => (
          <SourceEntry key={source.key} slug={slug} source={source} names={names} />
        ))}
      </ol>
      {data.next !== undefined && (
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={pathname + withValue(search, 'group', group)}>
            {messages.allOfGroup(data.total ?? 0, name)}
          </a>
        </p>
      )}
    </section>
  );
}
