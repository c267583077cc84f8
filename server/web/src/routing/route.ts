import { isSlug } from '@waarborg/shared/dossier';

/** Pages that are about no dossier. */
export type PlainPage =
  | 'home'
  | 'dossiers'
  | 'device'
  | 'sign-in'
  | 'account'
  | 'invitation'
  | 'reset-password';

/**
 * Pages of a dossier in the order and the groups in which the head shows them; `part` is their place in the
 * address. A new page is a line here, its name in `webMessages`, and a line in `pages.ts`.
 */
export const dossierPages = [
  { page: 'matrix', part: '', group: 'reading' },
  { page: 'pictures', part: 'grafieken', group: 'reading' },
  { page: 'articles', part: 'artikelen', group: 'reading' },
  { page: 'references', part: 'verwijzingen', group: 'reading' },
  { page: 'search', part: 'zoeken', group: 'reading' },
  { page: 'documents', part: 'documenten', group: 'curating' },
  { page: 'codebook', part: 'codeboek', group: 'curating' },
  { page: 'speakers', part: 'sprekers', group: 'curating' },
  { page: 'review', part: 'nakijken', group: 'curating' },
  { page: 'outlines', part: 'opzet', group: 'results' },
  { page: 'exchange', part: 'uitwisselen', group: 'results' },
  { page: 'publish', part: 'publiceren', group: 'results' },
  { page: 'history', part: 'geschiedenis', group: 'dossier' },
  { page: 'members', part: 'leden', group: 'dossier' },
  { page: 'settings', part: 'instellingen', group: 'dossier' },
] as const;

/** A page of a dossier. */
export type DossierPage = (typeof dossierPages)[number]['page'];

/** A page of the product. */
export type Route =
  | { readonly page: PlainPage | 'not-found' }
  | { readonly page: DossierPage; readonly slug: string };

/** Whether a page is one of a dossier. */
export function isDossierPage(page: Route['page']): page is DossierPage {
  return dossierPages.some((candidate) => candidate.page === page);
}

const plainPages = new Map<string, PlainPage>([
  ['device', 'device'],
  ['aanmelden', 'sign-in'],
  ['account', 'account'],
  ['uitnodiging', 'invitation'],
  ['wachtwoord', 'reset-password'],
]);

/** The page at a path; a slash at its end does not matter. */
export function parseRoute(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, slug, part] = parts;
  if (first === undefined) return { page: 'home' };
  const plain = parts.length === 1 ? plainPages.get(first) : undefined;
  if (plain) return { page: plain };
  if (first !== 'dossiers' || parts.length > 3) return { page: 'not-found' };
  if (slug === undefined) return { page: 'dossiers' };
  const page = dossierPages.find((candidate) => candidate.part === (part ?? ''))?.page;
  return page && isSlug(slug) ? { page, slug } : { page: 'not-found' };
}

/** Path of a dossier's matrix. */
export function matrixHref(slug: string): string {
  return `/dossiers/${slug}`;
}

/** Path of a page of a dossier. */
export function dossierHref(slug: string, page: DossierPage): string {
  const part = dossierPages.find((candidate) => candidate.page === page)?.part;
  return part ? `${matrixHref(slug)}/${part}` : matrixHref(slug);
}

/** Path of a dossier's outlines, or of one of them. */
export function outlineHref(slug: string, outline?: string): string {
  return `${dossierHref(slug, 'outlines')}${outline === undefined ? '' : `?opzet=${outline}`}`;
}

/** Path of what a dossier cites, or of who cites one source or an article of it. */
export function referencesHref(slug: string, cited: { source?: string; article?: string } = {}): string {
  const parameters = new URLSearchParams(cited);
  return `${dossierHref(slug, 'references')}${parameters.size === 0 ? '' : `?${parameters}`}`;
}

/** Path of one document of a dossier. */
export function documentHref(slug: string, document: string): string {
  return `${dossierHref(slug, 'documents')}?document=${document}`;
}

/** Path of one change in a dossier's history. */
export function revisionHref(slug: string, revision: number): string {
  return `${dossierHref(slug, 'history')}?revision=${revision}`;
}

/** Path of the changes of one thing of the codebook, by its id in the history: `concept/voornemen`. */
export function codebookHistoryHref(slug: string, item: string): string {
  return `${dossierHref(slug, 'history')}?${new URLSearchParams({ kind: 'codebook', item })}`;
}

/**
 * Where to go after signing in: a path of ours, or the start. An address elsewhere is
 * refused, since anybody can write a link to our sign-in page.
 */
export function parseNext(next: string | null, origin: string): string {
  if (!next || !URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  // `/.//elsewhere` is a path of ours that, said again, would lead elsewhere.
  return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
