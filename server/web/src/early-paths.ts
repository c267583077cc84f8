import type { DossierPage, Route } from './routing/route.ts';

/** What of an address changes which numbers of a matrix are asked for; all else is how they are shown. */
const ofShowing = ['row', 'column', 'open', 'count', 'sortRows', 'sortColumns', 'hide'];

/** What turns the ids of a dossier into words (`useDossierNames`), by the path of the dossier. */
const names = (dossier: string) => [
  ...[`${dossier}/codebook`, `${dossier}/speakers?limit=500`, `${dossier}/documents?limit=500`],
  '/me',
];

/** What a page asks for whatever its address says, besides the dossier itself. */
const always: { readonly [Page in DossierPage]?: (dossier: string) => readonly string[] } = {
  articles: names,
  references: names,
  review: (dossier) => [...names(dossier), `${dossier}/matrix?rows=reviewer&columns=stage`],
  documents: (dossier) => [
    ...names(dossier),
    ...[`${dossier}/readings?limit=500`, `${dossier}/passage-counts`],
    ...['document', 'reviewer'].map((rows) => `${dossier}/matrix?rows=${rows}&columns=stage`),
  ],
};

/** What a page asks for besides where its address chooses nothing. */
const unfiltered: typeof always = {
  articles: (dossier) => [`${dossier}/matrix/articles`],
  review: (dossier) => [`${dossier}/annotations?status=draft&limit=200`],
  pictures: (dossier) =>
    ['safeguard&columns=impact', 'month&columns=safeguard', 'speaker&columns=safeguard'].map(
      (axes) => `${dossier}/matrix?rows=${axes}`,
    ),
};

/**
 * Paths in the API for which a page will ask first, as far as its address tells without the page's own code: a view
 * with other axes or with filters is read by that code. Asking for what nobody will read would be a waste, so the test
 * holds them against what the pages ask for.
 */
export function earlyPaths(route: Route, search: string): readonly string[] {
  if (!('slug' in route)) return [];
  // First, so that nothing that is shown is older than what it says of the dossier (`useLiveDossier`).
  const [dossiers, ways] = ['/dossiers?limit=500', '/sign-in-ways'];
  const isPlain = [...new URLSearchParams(search).keys()].every((name) => ofShowing.includes(name));
  const own = [always, ...(search === '' ? [unfiltered] : [])].flatMap(
    (asked) => asked[route.page]?.(`/dossiers/${route.slug}`) ?? [],
  );
  if (route.page !== 'matrix' || !isPlain) return [dossiers, ways, ...own];
  return [dossiers, `/dossiers/${route.slug}/matrix?rows=safeguard&columns=impact`, ways];
}
