import { slugSchema } from '@waarborg/shared/dossier';

/** Pages that are about no dossier. */
type PlainPage = 'home' | 'dossiers' | 'device' | 'sign-in' | 'account' | 'invitation' | 'reset-password';

/** Pages of a dossier. */
type DossierPage =
  | 'matrix'
  | 'pictures'
  | 'articles'
  | 'documents'
  | 'search'
  | 'outlines'
  | 'history'
  | 'exchange'
  | 'members';

/** A page of the product. */
export type Route =
  | { readonly page: PlainPage | 'not-found' }
  | { readonly page: DossierPage; readonly slug: string };

const plainPages = new Map<string, PlainPage>([
  ['device', 'device'],
  ['aanmelden', 'sign-in'],
  ['account', 'account'],
  ['uitnodiging', 'invitation'],
  ['wachtwoord', 'reset-password'],
]);
const dossierPages = new Map<string, DossierPage>([
  ['grafieken', 'pictures'],
  ['artikelen', 'articles'],
  ['documenten', 'documents'],
  ['zoeken', 'search'],
  ['opzet', 'outlines'],
  ['geschiedenis', 'history'],
  ['uitwisselen', 'exchange'],
  ['leden', 'members'],
]);

function findDossierPage(part: string | undefined): DossierPage | undefined {
  return part === undefined ? 'matrix' : dossierPages.get(part);
}

/** The page at a path; a slash at its end does not matter. */
export function parseRoute(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, slug, part] = parts;
  if (first === undefined) return { page: 'home' };
  const plain = parts.length === 1 ? plainPages.get(first) : undefined;
  if (plain) return { page: plain };
  if (first !== 'dossiers' || parts.length > 3) return { page: 'not-found' };
  if (slug === undefined) return { page: 'dossiers' };
  const page = findDossierPage(part);
  return page && slugSchema.safeParse(slug).success ? { page, slug } : { page: 'not-found' };
}

/** Path of a dossier's matrix. */
export function matrixHref(slug: string): string {
  return `/dossiers/${slug}`;
}

/** Path of a dossier's articles. */
export function articlesHref(slug: string): string {
  return `/dossiers/${slug}/artikelen`;
}

/** Path of the pictures of a dossier's matrix. */
export function picturesHref(slug: string): string {
  return `/dossiers/${slug}/grafieken`;
}

/** Path of a dossier's documents. */
export function documentsHref(slug: string): string {
  return `/dossiers/${slug}/documenten`;
}

/** Path of the page on which one searches a dossier. */
export function searchHref(slug: string): string {
  return `/dossiers/${slug}/zoeken`;
}

/** Path of a dossier's outlines, or of one of them. */
export function outlineHref(slug: string, outline?: string): string {
  return `/dossiers/${slug}/opzet${outline === undefined ? '' : `?opzet=${outline}`}`;
}

/** Path of a dossier's history. */
export function historyHref(slug: string): string {
  return `/dossiers/${slug}/geschiedenis`;
}

/** Path of one change in a dossier's history. */
export function revisionHref(slug: string, revision: number): string {
  return `${historyHref(slug)}?revision=${revision}`;
}

/** Path of the page on which one exports and imports. */
export function exchangeHref(slug: string): string {
  return `/dossiers/${slug}/uitwisselen`;
}

/** Path of a dossier's members. */
export function membersHref(slug: string): string {
  return `/dossiers/${slug}/leden`;
}

/**
 * Where to go after signing in: a path of ours, or the start. An address elsewhere is
 * refused, since anybody can write a link to our sign-in page.
 */
export function parseNext(next: string | null, origin: string): string {
  if (!next || !URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  return url.origin === origin ? url.pathname + url.search : '/';
}
