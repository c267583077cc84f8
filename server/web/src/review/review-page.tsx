import { statuses } from '@waarborg/shared/annotation';
import { type Dossier, idsOfConcept, isAllowed } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { reviewMessages } from '@waarborg/shared/messages/review';
import { matrixAnswerSchema } from '../api/matrix-answer.ts';
import { useResource } from '../api/use-resource.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { toSearch, withValue } from '../lists/list-place.ts';
import { useLiveDossier } from '../live/use-live-dossier.ts';
import { matrixPath } from '../matrix-view/view.ts';
import { type DossierNames, useDossierNames } from '../names/use-dossier-names.ts';
import { address, navigate } from '../routing/navigation.ts';
import { wantedReviewers } from './queue.ts';
import { ReviewQueue } from './review-queue.tsx';
import { useWaiting } from './use-waiting.ts';

/** What is looked at: codings that wait, unless the address asks for those that were sent back. */
function wantedStatus(search: URLSearchParams): 'draft' | 'rejected' {
  return search.get('status') === 'rejected' ? 'rejected' : 'draft';
}

/** Codings that wait for a curator, one after the other; the filters stand in the address. */
export function ReviewPage({ slug }: { slug: string }) {
  const messages = reviewMessages[language.value];
  const dossier = useDossier(slug);
  useLiveDossier(slug, dossier.data?.revision);
  const names = useDossierNames(slug);
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.review} dossier={dossier.data} current="review">
      <h1>{messages.review}</h1>
      {names.failure && <ProblemNotice failure={names.failure} onRetry={names.reload} />}
      {!names.failure && !(names.data && dossier.data) && <LoadingNotice />}
      {names.data && dossier.data && <Queue dossier={dossier.data} names={names.data} />}
    </PageFrame>
  );
}

interface QueueProps {
  readonly dossier: Dossier;
  readonly names: DossierNames;
}

function Queue({ dossier, names }: QueueProps) {
  const search = new URLSearchParams(address.value.search);
  const status = wantedStatus(search);
  const safeguard = search.get('safeguard');
  const safeguards = safeguard ? idsOfConcept(names.vocabulary, safeguard) : [];
  const reviewersPath = matrixPath(dossier.slug, { rows: 'reviewer', columns: 'stage', filters: {} });
  const reviewers = useResource(reviewersPath, matrixAnswerSchema).data?.rows ?? [];
  const wanted = new URLSearchParams({ status });
  for (const id of safeguards) wanted.append('safeguard', id);
  const document = search.get('document');
  if (document) wanted.set('document', document);
  for (const id of wantedReviewers(search.get('reviewer') ?? '', reviewers, names.reader))
    wanted.append('reviewer', id);
  const path = `/dossiers/${dossier.slug}/annotations${toSearch(wanted)}`;
  const choice = address.value.search;
  const { data, failure, reload, askForRest } = useWaiting(path, choice);
  return (
    <>
      <Filters names={names} reviewers={reviewers} search={search} />
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!failure && !data && <LoadingNotice />}
      {data && (
        <ReviewQueue
          key={choice}
          slug={dossier.slug}
          names={names}
          annotations={data.annotations}
          status={status}
          safeguards={safeguards}
          mayDecide={isAllowed(dossier.role, 'curator')}
          hasMore={data.next !== undefined}
          onMore={reload}
          onRest={askForRest}
        />
      )}
    </>
  );
}

interface FiltersProps {
  readonly names: DossierNames;
  readonly reviewers: readonly { readonly id: string; readonly label: string }[];
  readonly search: URLSearchParams;
}

function Filters({ names, reviewers, search }: FiltersProps) {
  const messages = reviewMessages[language.value];
  const words = domainMessages[language.value];
  const choose = (name: string) => (value: string) =>
    navigate(address.value.pathname + withValue(address.value.search, name, value));
  const safeguards = [...new Set(names.vocabulary.concepts.values())].filter(
    ({ kind, mergedInto }) => kind === 'safeguard' && !mergedInto,
  );
  const safeguard = search.get('safeguard') ?? '';
  const everything = { value: '', label: messages.all };
  const people = [
    { value: '', label: messages.everybody },
    { value: 'others', label: messages.others },
    { value: 'me', label: messages.mine },
    ...reviewers.filter(({ id }) => id !== names.reader).map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <div class="wb-list-filters">
      <ChoiceField
        label={messages.status}
        value={wantedStatus(search)}
        onValue={choose('status')}
        options={statuses
          .filter((status) => status !== 'accepted')
          .map((value) => ({ value, label: words[`status.${value}`] }))}
      />
      <ChoiceField
        label={messages.safeguard}
        value={names.vocabulary.concepts.get(safeguard)?.id ?? safeguard}
        onValue={choose('safeguard')}
        options={[
          everything,
          ...safeguards.map(({ id, label }) => ({ value: id, label: label[language.value] })),
        ]}
      />
      <ChoiceField
        label={messages.reviewer}
        value={search.get('reviewer') ?? ''}
        onValue={choose('reviewer')}
        options={people}
      />
      <ChoiceField
        label={messages.document}
        value={search.get('document') ?? ''}
        onValue={choose('document')}
        options={[everything, ...names.documents.map(({ id, title }) => ({ value: id, label: title }))]}
      />
    </div>
  );
}
