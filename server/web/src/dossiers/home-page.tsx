import { dossierListSchema } from '@waarborg/shared/api';
import { useEffect } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { navigate } from '../routing/navigation.ts';
import { matrixHref } from '../routing/route.ts';
import { DossiersPage } from './dossiers-page.tsx';

/** The start: who has one dossier comes for its matrix; everybody else chooses. */
export function HomePage() {
  const { data } = useResource('/dossiers', dossierListSchema);
  const only = data?.dossiers.length === 1 ? data.dossiers[0]?.slug : undefined;
  useEffect(() => {
    if (only) navigate(matrixHref(only), { replace: true });
  }, [only]);
  return only ? null : <DossiersPage />;
}
