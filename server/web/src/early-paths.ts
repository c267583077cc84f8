import type { DossierPage, PlainPage, Route } from './routing/route.ts';

/** What of an address changes which numbers of a matrix are asked for; all else is how they are shown. */
const ofShowing = ['row', 'column', 'open', 'count', 'sortRows', 'sortColumns', 'hide'];

/** What turns the ids of a dossier into words (`useDossierNames`), by the path of the dossier. */
const names = (dossier: string) => [
  ...[`${dossier}/codebook`, `${dossier}/speakers?limit=500`, `${dossier}/documents?limit=500`],
  '/me',
];

/** What most documents cite and the dossier does not have. */
const missingSources =
  'inDossier=no&group=papers&group=debates&group=publications&group=rulings&sort=-documents&limit=5';

/** What a page asks for whatever its address says, besides the dossier itself. */
const always: { readonly [Page in DossierPage]?: (dossier: string) => readonly string[] } = {
  articles: names,
  references: names,
  codebook: (dossier) => [`${dossier}/codebook`, `${dossier}/codebook/codings`],
  speakers: (dossier) => [`${dossier}/speakers?limit=500`, `${dossier}/matrix?rows=speaker&columns=stage`],
  review: (dossier) => [...names(dossier), `${dossier}/matrix?rows=reviewer&columns=stage`],
  documents: (dossier) => [
    ...names(dossier),
    ...[`${dossier}/readings?limit=500`, `${dossier}/passage-counts`],
    ...['document', 'reviewer'].map((rows) => `${dossier}/matrix?rows=${rows}&columns=stage`),
  ],
  pictures: (dossier) => [`${dossier}/documents?limit=500`],
  outlines: (dossier) => [`${dossier}/outlines?limit=500`],
  exchange: () => ['/me'],
  publish: (dossier) => [`${dossier}/publications?limit=500`, ...names(dossier)],
  history: (dossier) => [...names(dossier), `${dossier}/members?limit=500`],
  members: (dossier) => [`${dossier}/members?limit=500`, '/me'],
  settings: (dossier) => [`${dossier}/settings`],
};

/** What a page asks for besides where its address chooses nothing. */
const unfiltered: typeof always = {
  articles: (dossier) => [`${dossier}/matrix/articles`],
  references: (dossier) =>
    [missingSources, 'limit=1&sort=-documents'].map((asked) => `${dossier}/references?${asked}`),
  documents: (dossier) => [`${dossier}/references?${missingSources}`],
  review: (dossier) =>
    ['status=draft&limit=200', 'status=rejected&reviewer=me&limit=500'].map(
      (asked) => `${dossier}/annotations?${asked}`,
    ),
  pictures: (dossier) =>
    ['safeguard&columns=impact', 'month&columns=safeguard', 'speaker&columns=safeguard'].map(
      (axes) => `${dossier}/matrix?rows=${axes}`,
    ),
  publish: (dossier) => [`${dossier}/status-counts`],
  history: (dossier) => [`${dossier}/revisions?limit=25`],
};

/** What the pages about no dossier ask for. */
const plain: { readonly [Page in PlainPage]?: readonly string[] } = {
  home: ['/dossiers?limit=500'],
  dossiers: ['/dossiers?limit=500', '/sign-in-ways', '/dossiers?deleted=true&limit=500'],
  account: ['/me', '/sign-in-ways', '/tokens?limit=500', '/dossiers?limit=500'],
};

/**
 * Paths in the API for which a page will ask first, as far as its address tells without the page's own code: a view
 * with other axes or with filters is read by that code. Asking for what nobody will read would be a waste, so the test
 * holds them against what the pages ask for.
 */
export function earlyPaths(route: Route, search: string): readonly string[] {
  if (!('slug' in route)) return route.page === 'not-found' ? [] : (plain[route.page] ?? []);
  // First, so that nothing that is shown is older than what it says of the dossier (`useLiveDossier`).
  const [dossiers, ways] = ['/dossiers?limit=500', '/sign-in-ways'];
  const isPlain = [...new URLSearchParams(search).keys()].every((name) => ofShowing.includes(name));
  const own = [always, ...(search === '' ? [unfiltered] : [])].flatMap(
    (asked) => asked[route.page]?.(`/dossiers/${route.slug}`) ?? [],
  );
  if (route.page !== 'matrix' || !isPlain) return [dossiers, ways, ...own];
  return [dossiers, `/dossiers/${route.slug}/matrix?rows=safeguard&columns=impact`, ways];
}
