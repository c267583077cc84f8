import { exchangeMessages } from '@waarborg/shared/messages/exchange';
import { AskName } from '../account/own-name.tsx';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { ProblemPage } from '../frame/problem-page.tsx';
import { useDossier } from '../frame/use-dossier.ts';
import { language } from '../language/language.ts';
import { useDossierEnd } from '../live/use-dossier-end.ts';
import { ExportList } from './export-list.tsx';
import { ImportSection } from './import-section.tsx';

/** What goes out of a dossier as a file, and what comes in. */
export function ExchangePage({ slug }: { slug: string }) {
  const messages = exchangeMessages[language.value];
  const dossier = useDossier(slug);
  useDossierEnd(slug, dossier.data?.revision);
  if (dossier.failure && !dossier.data)
    return <ProblemPage failure={dossier.failure} onRetry={dossier.reload} />;
  return (
    <PageFrame title={messages.exchange} dossier={dossier.data} current="exchange">
      <h1>{messages.exchange}</h1>
      {dossier.data ? (
        <div class="wb-sections">
          <AskName />
          <ExportList slug={slug} />
          <ImportSection slug={slug} role={dossier.data.role} />
        </div>
      ) : (
        <LoadingNotice />
      )}
    </PageFrame>
  );
}
