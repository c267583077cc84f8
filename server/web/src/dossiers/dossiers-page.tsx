import { dossierListSchema } from '@waarborg/shared/api';
import type { Dossier } from '@waarborg/shared/dossier';
import { domainMessages } from '@waarborg/shared/messages';
import { webMessages } from '@waarborg/shared/messages/web';
import { useList } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemNotice } from '../frame/problem-page.tsx';
import { language } from '../language/language.ts';
import { matrixHref } from '../routing/route.ts';
import { CreateDossier } from './create-dossier.tsx';
import { DeletedDossiers } from './deleted-dossiers.tsx';

/** The reader's dossiers, and a way to begin a new one. */
export function DossiersPage() {
  const messages = webMessages[language.value];
  const { data, failure, reload } = useList('/dossiers', dossierListSchema);
  return (
    <PageFrame title={messages.dossiersTitle} isPersonal={!failure}>
      {failure && <ProblemNotice failure={failure} onRetry={reload} />}
      {!data && !failure && <LoadingNotice />}
      {data && !failure && (
        <>
          <h1>{messages.dossiersTitle}</h1>
          {data.dossiers.length === 0 ? (
            <p>{messages.noDossiers}</p>
          ) : (
            <DossierList dossiers={data.dossiers} />
          )}
          <DeletedDossiers onReturn={reload} />
          <CreateDossier />
        </>
      )}
    </PageFrame>
  );
}

function DossierList({ dossiers }: { dossiers: readonly Dossier[] }) {
  const messages = webMessages[language.value];
  return (
    <ul class="wb-dossiers">
      {dossiers.map(({ slug, title, role }) => (
        <li key={slug}>
          <a class="wb-dossier" href={matrixHref(slug)}>
            {title}
          </a>
          <span class="wb-muted">{messages.yourRole(domainMessages[language.value][`role.${role}`])}</span>
        </li>
      ))}
    </ul>
  );
}
