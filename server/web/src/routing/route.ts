import { slugSchema } from '@waarborg/shared/dossier';

/** A page of the product. */
export type Route =
  | { readonly page: 'home' | 'dossiers' | 'device' | 'sign-in' | 'not-found' }
  | { readonly page: 'matrix' | 'documents'; readonly slug: string };

function findDossierPage(part: string | undefined): 'matrix' | 'documents' | undefined {
  if (part === undefined) return 'matrix';
  return part === 'documenten' ? 'documents' : undefined;
}

/** The page at a path; a slash at its end does not matter. */
export function parseRoute(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, slug, part] = parts;
  if (first === undefined) return { page: 'home' };
  if (first === 'device' && parts.length === 1) return { page: 'device' };
  if (first === 'aanmelden' && parts.length === 1) return { page: 'sign-in' };
  if (first !== 'dossiers' || parts.length > 3) return { page: 'not-found' };
  if (slug === undefined) return { page: 'dossiers' };
  const page = findDossierPage(part);
  return page && slugSchema.safeParse(slug).success ? { page, slug } : { page: 'not-found' };
}

/** Path of a dossier's matrix. */
export function matrixHref(slug: string): string {
  return `/dossiers/${slug}`;
}

/** Path of a dossier's documents. */
export function documentsHref(slug: string): string {
  return `/dossiers/${slug}/documenten`;
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
