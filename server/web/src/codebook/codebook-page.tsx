import { codebookResponseSchema, codingCountsSchema } from '@waarborg/shared/api';
import { conceptKinds, type KeptCodebook } from '@waarborg/shared/codebook';
import { type Dossier, isAllowed } from '@waarborg/shared/dossier';
import { codebookMessages } from '@waarborg/shared/messages/codebook';
import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { Field } from '../forms/field.tsx';
import { LastChange } from '../forms/last-change.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useDrawnEntries } from '../lists/use-drawn-entries.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { roleName } from '../people/role-options.ts';
import { CodebookFiles } from './codebook-files.tsx';
import type { CodebookView } from './codebook-view.ts';
import { FacetSection } from './facet-section.tsx';
import { GoneConcepts } from './gone-concepts.tsx';
import {
  beginOf,
  type CodebookFilter,
  conceptStates,
  everyConcept,
  layOutCodebook,
  type OwnCodings,
} from './lay-out-codebook.ts';
import { useCodebookChanges } from './use-codebook-changes.ts';
import { useConceptEdits } from './use-concept-edits.ts';
import { useHeldForms } from './use-held-forms.ts';

/** The words of a dossier: its safeguards and impacts, how much is coded with each, and for curators the ways to change them. */
export function CodebookPage({ slug }: { slug: string }) {
  const messages = codebookMessages[language.value];
  const dossier = useDossier(slug);
  const codebook = useResource(`/dossiers/${slug}/codebook`, codebookResponseSchema);
  const counts = useResource(`/dossiers/${slug}/codebook/codings`, codingCountsSchema);
  const { isLive } = useLiveDossier(slug, dossier.data?.revision);
  const [isKnown] = useState(codebook.data !== undefined && counts.data !== undefined);
  const failure = codebook.failure ?? counts.failure;
  const reload = () => {
    codebook.reload();
    counts.reload();
  };
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.codebook} dossier={dossier.data} current="codebook">
      <h1>{messages.codebook}</h1>
      <p class="wb-intro">{messages.intro}</p>
      {isLive === false && <p role="status">{messages.offline}</p>}
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !(dossier.data && codebook.data && counts.data) && <LoadingNotice />}
      {dossier.data && codebook.data && counts.data && (
        <Codebook
          dossier={dossier.data}
          codebook={codebook.data}
          own={counts.data.codings}
          isLoading={codebook.isLoading}
          isKnown={isKnown}
          onChange={reload}
        />
      )}
    </PageFrame>
  );
}

interface CodebookProps {
  readonly dossier: Dossier;
  readonly codebook: KeptCodebook;
  readonly own: OwnCodings;
  readonly isLoading: boolean;
  /** Whether it was looked at before. */
  readonly isKnown: boolean;
  readonly onChange: () => void;
}

function Codebook(props: CodebookProps) {
  const { codebook, own, isLoading, isKnown, onChange } = props;
  const { slug, role } = props.dossier;
  const messages = codebookMessages[language.value];
  const [filter, setFilter] = useState(everyConcept);
  const changes = useCodebookChanges(slug, { onChange, isLoading });
  const edits = useConceptEdits();
  const [held, hold] = useHeldForms();
  const mayChange = isAllowed(role, 'curator');
  const view: CodebookView = { slug, codebook, own, changes: mayChange ? changes : undefined, edits, hold };
  const facets = layOutCodebook(codebook, own, filter, held);
  const asked = held.size === 0 ? facets : layOutCodebook(codebook, own, filter);
  const found = asked.flatMap(({ groups }) => groups.flatMap(({ concepts }) => concepts)).length;
  const drawn = useDrawnEntries(found, isKnown);
  const all = codebook.concepts.filter(({ mergedInto }) => mergedInto === undefined).length;
  return (
    <>
      {!mayChange && <p class="wb-muted">{messages.readOnly(roleName(role))}</p>}
      {mayChange && <LastChange slug={slug} changes={changes} />}
      {mayChange && <GoneConcepts view={{ ...view, changes }} />}
      <Filters filter={filter} onFilter={setFilter} />
      <p class="wb-result-count" role="status">
        {messages.shown(found, all)}
      </p>
      {found === 0 && <p class="wb-empty">{all === 0 ? messages.none : messages.noneFound}</p>}
      {beginOf(facets, drawn).map((facet) => (
        <FacetSection key={facet.kind} view={view} facet={facet} />
      ))}
      <CodebookFiles slug={slug} />
    </>
  );
}

interface FiltersProps {
  readonly filter: CodebookFilter;
  readonly onFilter: (filter: CodebookFilter) => void;
}

function Filters({ filter, onFilter }: FiltersProps) {
  const messages = codebookMessages[language.value];
  return (
    <div class="wb-list-filters wb-codebook-filters">
      <Field
        label={messages.filterWords}
        name="words"
        value={filter.words}
        onValue={(words) => onFilter({ ...filter, words })}
        autoComplete="off"
      />
      <ChoiceField
        label={messages.filterKind}
        value={filter.kind}
        onValue={(kind) => onFilter({ ...filter, kind })}
        options={[
          { value: '', label: messages.allKinds },
          ...conceptKinds.map((kind) => ({ value: kind, label: messages[kind] })),
        ]}
      />
      <ChoiceField
        label={messages.filterState}
        value={filter.state}
        onValue={(state) => onFilter({ ...filter, state })}
        options={conceptStates.map((state) => ({ value: state, label: messages[`state.${state}`] }))}
      />
    </div>
  );
}
