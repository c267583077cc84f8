import { webMessages } from '@waarborg/shared/messages/web';
import { useEffect, useState } from 'preact/hooks';
import { ApiFailure } from './api/failure.ts';
import { LoadingNotice } from './frame/loading-notice.tsx';
import { PageFrame } from './frame/page-frame.tsx';
import { ProblemPage } from './frame/problem-page.tsx';
import { language } from './language/language.ts';
import { loadPage, type Page } from './pages.ts';
import { address } from './routing/navigation.ts';
import { isDossierPage, parseRoute, type Route } from './routing/route.ts';

/** Pages that were loaded before: what is here is shown without a moment of nothing. */
const loaded = new Map<Route['page'], Page>();

/** Keeps a page that was loaded, so that it is there at its first drawing. */
export async function keepPage(page: Route['page']): Promise<void> {
  loaded.set(page, await loadPage(page));
}

/** The page that the address names. */
export function App() {
  const route = parseRoute(address.value.pathname);
  const [, setArrived] = useState(loaded.size);
  const [failed, setFailed] = useState<Route['page']>();
  const Shown = loaded.get(route.page);
  useEffect(() => {
    if (Shown) return;
    keepPage(route.page).then(
      () => setArrived(loaded.size),
      () => setFailed(route.page),
    );
  }, [Shown, route.page]);
  if (Shown) {
    const slug = 'slug' in route ? route.slug : '';
    return <Shown key={`${route.page} ${slug}`} slug={slug} />;
  }
  // Loaded anew, since a newer version of the server has its scripts elsewhere.
  if (failed === route.page)
    return <ProblemPage failure={new ApiFailure('unreachable')} onRetry={() => window.location.reload()} />;
  return (
    <PageFrame
      title={webMessages[language.value].loading}
      {...(isDossierPage(route.page) ? { current: route.page } : {})}
    >
      <LoadingNotice />
    </PageFrame>
  );
}
