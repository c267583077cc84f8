import { dossierListSchema } from '@waarborg/shared/api';
import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect } from 'preact/hooks';
import { useList } from '../api/use-resource.ts';
import { LoadingNotice } from '../frame/loading-notice.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { language } from '../language/language.ts';
import { navigate } from '../routing/navigation.ts';
import { matrixHref } from '../routing/route.ts';
import { DossiersPage } from './dossiers-page.tsx';

/** The start: who has one dossier comes for its matrix; everybody else chooses. */
export function HomePage() {
  const { data, failure } = useList('/dossiers', dossierListSchema);
  const only = data?.dossiers.length === 1 ? data.dossiers[0]?.slug : undefined;
  useEffect(() => {
    if (only) navigate(matrixHref(only), { replace: true });
  }, [only]);
  if (failure || (data && !only)) return <DossiersPage />;
  return (
    <PageFrame title={webMessages[language.value].dossiersTitle}>
      <LoadingNotice />
    </PageFrame>
  );
}
