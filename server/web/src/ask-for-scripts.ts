import { loadPage } from './pages.ts';
import { parseRoute } from './routing/route.ts';

/*
 * Asks for the scripts of the page as the first thing of all: whatever else is read before (storage, which may come from
 * a slow disk) would keep them waiting.
 */
// Asked for again, and its failure shown, by whoever draws it.
loadPage(parseRoute(window.location.pathname).page).catch(() => {});

/** What draws the page. */
export const drawing = import('./start.tsx');
