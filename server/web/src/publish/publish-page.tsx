import { isUnderEmbargo, type Publication, publicationListSchema } from '@waarborg/shared/api';
import { isAllowed } from '@waarborg/shared/dossier';
import { dutchMomentInWords } from '@waarborg/shared/messages/dutch-moment';
import { publicationMessages } from '@waarborg/shared/messages/publications';
import { dayInWords } from '@waarborg/shared/ui';
import { useMemo, useState } from 'preact/hooks';
import { deleteAt } from '../api/request.ts';
import { useAction } from '../api/use-action.ts';
import { useList } from '../api/use-resource.ts';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { DoneLine, ProblemLine } from '../forms/notices.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice, ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useDossierEnd } from '../live/use-dossier-end.ts';
import { parseView } from '../matrix-view/view.ts';
import { PeopleTable } from '../people/people-table.tsx';
import { address } from '../routing/navigation.ts';
import { PublishForm } from './publish-form.tsx';

/** Frozen copies of a dossier's matrix: made by curators, with a link for whoever may read them. */
export function PublishPage({ slug }: { slug: string }) {
  const { search } = address.value;
  const view = useMemo(() => parseView(search), [search]);
  const dossier = useDossier(slug);
  useDossierEnd(slug, dossier.data?.revision);
  const path = `/dossiers/${slug}/publications`;
  const { data, failure, reload } = useList(path, publicationListSchema);
  const [done, setDone] = useState<string>();
  const action = useAction();
  const messages = publicationMessages[language.value];
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  const mayPublish = dossier.data !== undefined && isAllowed(dossier.data.role, 'curator');
  const tell = (text: string) => {
    setDone(text);
    reload();
  };
  const withdraw = (id: string) =>
    action.run(async () => {
      await deleteAt(`${path}/${id}`);
      tell(messages.withdrawn);
    });
  return (
    <PageFrame title={messages.title} dossier={dossier.data} current="publish">
      <h1>{messages.title}</h1>
      <p class="wb-intro">{messages.explained}</p>
      {dossier.data && mayPublish && (
        <PublishForm dossier={dossier.data} view={view} onMade={() => tell(messages.published)} />
      )}
      {dossier.data && !mayPublish && <p class="wb-muted">{messages.forCurators}</p>}
      <section class="wb-form wb-form-wide wb-publications">
        <h2 id="publications">{messages.listTitle}</h2>
        <DoneLine text={done} />
        <ProblemLine text={action.problem} />
        {failure && <ProblemNotice failure={failure} onRetry={reload} />}
        {!failure && !data && <LoadingNotice />}
        {data?.publications.length === 0 && <p class="wb-muted">{messages.none}</p>}
        {data && data.publications.length > 0 && (
          <PublicationTable
            slug={slug}
            publications={data.publications}
            mayPublish={mayPublish}
            isBusy={action.isBusy}
            onWithdraw={(id) => void withdraw(id)}
          />
        )}
      </section>
    </PageFrame>
  );
}

interface TableProps {
  readonly slug: string;
  readonly publications: readonly Publication[];
  readonly mayPublish: boolean;
  readonly isBusy: boolean;
  readonly onWithdraw: (id: string) => void;
}

function PublicationTable({ publications, ...rest }: TableProps) {
  const messages = publicationMessages[language.value];
  const heads = ['columnTitle', 'columnMade', 'columnState', 'columnActions'] as const;
  return (
    <PeopleTable labelledBy="publications" heads={heads.map((head) => messages[head])}>
      {publications.map((publication) => (
        <PublicationRow key={publication.id} publication={publication} {...rest} />
      ))}
    </PeopleTable>
  );
}

function stateInWords(publication: Publication): string {
  const messages = publicationMessages[language.value];
  const { withdrawn, embargo } = publication;
  if (withdrawn) return messages.withdrawnOn(dayInWords(withdrawn, language.value));
  if (embargo && isUnderEmbargo(publication))
    return messages.embargoed(dutchMomentInWords(embargo, language.value));
  return messages.readable;
}

function PublicationRow({
  slug,
  publication,
  mayPublish,
  isBusy,
  onWithdraw,
}: Omit<TableProps, 'publications'> & { publication: Publication }) {
  const messages = publicationMessages[language.value];
  const { id, title, made, by, withdrawn, link, acceptedOnly } = publication;
  return (
    <tr>
      <th scope="row">
        {title}
        {link && (
          <div>
            <a
              class="utrecht-link utrecht-link--html-a wb-publication-link"
              href={link}
              target="_blank"
              rel="noreferrer"
            >
              {link}
            </a>
          </div>
        )}
      </th>
      <td>{messages.madeBy(dayInWords(made, language.value), by.name)}</td>
      <td>
        {stateInWords(publication)}
        {mayPublish && isUnderEmbargo(publication) && (
          <div>
            <a
              class="utrecht-link utrecht-link--html-a"
              href={`/gepubliceerd/${slug}/${id}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`${messages.preview}: ${title}`}
            >
              {messages.preview}
            </a>
          </div>
        )}
        <div class="wb-muted">{acceptedOnly ? messages.holdsAcceptedShort : messages.holdsDraftsShort}</div>
      </td>
      <td>
        {mayPublish && !withdrawn && (
          <ConfirmButton
            text={messages.withdraw}
            label={`${messages.withdraw}: ${title}`}
            question={messages.withdrawQuestion}
            isBusy={isBusy}
            onConfirm={() => onWithdraw(id)}
          />
        )}
      </td>
    </tr>
  );
}
