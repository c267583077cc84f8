import type { Role } from '@waarborg/shared/dossier';

/**
 * What a route asks of whoever comes:
 *
 * - `anyone`: nothing. It shows nothing of a dossier or a person, or proves by itself who may come (a link).
 * - `account`: to be known, by a session or by any token.
 * - `person`: somebody who signed in in a browser; no token is enough.
 * - `sign-in`: a person, or the extension that a person just approved and that trades its session for tokens.
 * - a role: a member of the dossier in the path with at least that role, by a session or by a token of that scope.
 */
export type RouteRule = 'anyone' | 'account' | 'person' | 'sign-in' | Role;

/**
 * Who may ask for what: every route of the server with its rule, in the words of Hono (`METHOD /path/:parameter`).
 * HEAD goes with GET. A route that is missing here stops the server, so none can be forgotten; choose the
 * smallest rule that its purpose needs. `createAuthentication` and `createAccessControl` keep them.
 */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  // The process, and what every visitor sees.
  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /ns/waarborg.jsonld': 'anyone',
  'GET /voorbeeld/:paper': 'anyone',
  'GET /voorbeeld/*': 'anyone',
  'GET /assets/*': 'anyone',
  'ALL /favicon.svg': 'anyone',
  // The link of a publication proves by itself who may read it.
  'GET /gepubliceerd/:secret': 'anyone',
  // Before the end of its embargo.
  'GET /gepubliceerd/:dossier/:id': 'curator',
  'GET /*': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',

  // Signing in, and one's own account.
  'GET /api/v1/sign-in-ways': 'anyone',
  'GET /api/v1/me': 'account',
  'PUT /api/v1/me': 'person',
  'DELETE /api/v1/me': 'person',
  'GET /api/v1/sessions': 'person',
  'DELETE /api/v1/sessions': 'person',
  'DELETE /api/v1/sessions/:id': 'person',
  'GET /api/v1/tokens': 'person',
  'POST /api/v1/tokens': 'sign-in',
  'DELETE /api/v1/tokens/:id': 'person',
  'DELETE /api/v1/tokens/current': 'account',

  // Dossiers.
  'GET /api/v1/dossiers': 'account',
  'POST /api/v1/dossiers': 'person',
  'GET /api/v1/dossiers/:dossier': 'reader',
  'DELETE /api/v1/dossiers/:dossier': 'owner',
  'GET /api/v1/dossiers/:dossier/settings': 'reader',
  'PUT /api/v1/dossiers/:dossier/settings': 'owner',
  'GET /api/v1/dossiers/:dossier/changes': 'reader',
  'GET /api/v1/dossiers/:dossier/events': 'reader',

  // Who works in a dossier. The link of an invitation proves by itself who may see what it offers.
  'GET /api/v1/dossiers/:dossier/members': 'reader',
  'DELETE /api/v1/dossiers/:dossier/members/me': 'reader',
  'PUT /api/v1/dossiers/:dossier/members/:user': 'owner',
  'DELETE /api/v1/dossiers/:dossier/members/:user': 'owner',
  'GET /api/v1/dossiers/:dossier/invitations': 'owner',
  'POST /api/v1/dossiers/:dossier/invitations': 'owner',
  'DELETE /api/v1/dossiers/:dossier/invitations/:id': 'owner',
  'POST /api/v1/invitations/lookup': 'anyone',
  'POST /api/v1/invitations/register': 'anyone',
  'POST /api/v1/invitations/accept': 'person',

  // What is in a dossier.
  'GET /api/v1/dossiers/:dossier/annotations': 'reader',
  'POST /api/v1/dossiers/:dossier/annotations': 'reviewer',
  'GET /api/v1/dossiers/:dossier/annotations/:id': 'reader',
  'PUT /api/v1/dossiers/:dossier/annotations/:id': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/annotations/:id': 'reviewer',
  'POST /api/v1/dossiers/:dossier/reviews': 'curator',
  'GET /api/v1/dossiers/:dossier/status-counts': 'reader',
  'GET /api/v1/dossiers/:dossier/briefing': 'reader',
  'GET /api/v1/dossiers/:dossier/codebook': 'reader',
  'GET /api/v1/dossiers/:dossier/codebook/codings': 'reader',
  'POST /api/v1/dossiers/:dossier/codebook/concepts': 'curator',
  'PUT /api/v1/dossiers/:dossier/codebook/concepts/:id': 'curator',
  'PUT /api/v1/dossiers/:dossier/codebook/concepts/:id/place': 'curator',
  'PUT /api/v1/dossiers/:dossier/codebook/concepts/:id/merged-into': 'curator',
  'DELETE /api/v1/dossiers/:dossier/codebook/concepts/:id/merged-into': 'curator',
  'POST /api/v1/dossiers/:dossier/codebook/concepts/:id/split': 'curator',
  'POST /api/v1/dossiers/:dossier/codebook/groups': 'curator',
  'PUT /api/v1/dossiers/:dossier/codebook/groups/:id': 'curator',
  'PUT /api/v1/dossiers/:dossier/codebook/groups/:id/place': 'curator',
  'DELETE /api/v1/dossiers/:dossier/codebook/groups/:id': 'curator',
  'GET /api/v1/dossiers/:dossier/documents': 'reader',
  'POST /api/v1/dossiers/:dossier/documents': 'reviewer',
  'GET /api/v1/dossiers/:dossier/documents/:id': 'reader',
  'PUT /api/v1/dossiers/:dossier/documents/:id': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/documents/:id': 'reviewer',
  'PUT /api/v1/dossiers/:dossier/documents/:id/merged-into': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/documents/:id/merged-into': 'reviewer',
  'GET /api/v1/dossiers/:dossier/documents/:id/merged': 'reader',
  'GET /api/v1/dossiers/:dossier/documents/:id/renditions': 'reader',
  'POST /api/v1/dossiers/:dossier/documents/:id/renditions': 'reviewer',
  'GET /api/v1/dossiers/:dossier/documents/:id/renditions/:text': 'reader',
  'GET /api/v1/dossiers/:dossier/exports/:format': 'reader',
  'POST /api/v1/dossiers/:dossier/imports': 'reviewer',
  'POST /api/v1/dossiers/:dossier/imports/bundle': 'reviewer',
  'GET /api/v1/dossiers/:dossier/links': 'reader',
  'POST /api/v1/dossiers/:dossier/links': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/links/:id': 'reviewer',
  'GET /api/v1/dossiers/:dossier/matrix': 'reader',
  'GET /api/v1/dossiers/:dossier/matrix/articles': 'reader',
  'GET /api/v1/dossiers/:dossier/matrix/cell': 'reader',
  'GET /api/v1/dossiers/:dossier/outlines': 'reader',
  'POST /api/v1/dossiers/:dossier/outlines': 'reviewer',
  'GET /api/v1/dossiers/:dossier/outlines/:id': 'reader',
  'PUT /api/v1/dossiers/:dossier/outlines/:id': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/outlines/:id': 'reviewer',
  'POST /api/v1/dossiers/:dossier/outlines/:id/parts': 'reviewer',
  'POST /api/v1/dossiers/:dossier/outlines/:id/passages': 'reviewer',
  'PUT /api/v1/dossiers/:dossier/outlines/:id/parts/:part': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/outlines/:id/parts/:part': 'reviewer',
  'POST /api/v1/dossiers/:dossier/outlines/:id/parts/:part/comments': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/outlines/:id/parts/:part/comments/:comment': 'reviewer',
  'GET /api/v1/dossiers/:dossier/outlines/:id/paper': 'reader',
  'GET /api/v1/dossiers/:dossier/passage-counts': 'reader',
  'GET /api/v1/dossiers/:dossier/publications': 'reader',
  'POST /api/v1/dossiers/:dossier/publications': 'curator',
  'DELETE /api/v1/dossiers/:dossier/publications/:id': 'curator',
  'GET /api/v1/dossiers/:dossier/readings': 'reader',
  'PUT /api/v1/dossiers/:dossier/readings': 'reviewer',
  'GET /api/v1/dossiers/:dossier/dismissals': 'reader',
  'PUT /api/v1/dossiers/:dossier/dismissals/:id': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/dismissals/:id': 'reviewer',
  'GET /api/v1/dossiers/:dossier/references': 'reader',
  'GET /api/v1/dossiers/:dossier/references/citing': 'reader',
  // Undoing takes the role that the change itself takes.
  'GET /api/v1/dossiers/:dossier/revisions': 'reader',
  'GET /api/v1/dossiers/:dossier/revisions/:revision': 'reader',
  'POST /api/v1/dossiers/:dossier/revisions/:revision/undo': 'reviewer',
  'GET /api/v1/dossiers/:dossier/search': 'reader',
  'GET /api/v1/dossiers/:dossier/speakers': 'reader',
  'POST /api/v1/dossiers/:dossier/speakers': 'reviewer',
  'GET /api/v1/dossiers/:dossier/speakers/:id': 'reader',
  'PUT /api/v1/dossiers/:dossier/speakers/:id': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/speakers/:id': 'reviewer',
  'PUT /api/v1/dossiers/:dossier/speakers/:id/merged-into': 'reviewer',
  'DELETE /api/v1/dossiers/:dossier/speakers/:id/merged-into': 'reviewer',

  // The same annotations by the Web Annotation Protocol, and the concepts that they name.
  'ALL /annotations': 'anyone',
  'ALL /annotations/:dossier': 'anyone',
  'GET /annotations/:dossier/': 'reader',
  'POST /annotations/:dossier/': 'reviewer',
  'GET /annotations/:dossier/:id': 'reader',
  'PUT /annotations/:dossier/:id': 'reviewer',
  'DELETE /annotations/:dossier/:id': 'reviewer',
  'GET /codebook/:dossier/:concept': 'reader',
};

/**
 * What still answers in a dossier that was deleted, and its owners alone: the same request once more, and the way back.
 * To everybody else, and everywhere else, it is not there.
 */
export const routesOfDeleted: ReadonlySet<string> = new Set([
  'DELETE /api/v1/dossiers/:dossier',
  'POST /api/v1/dossiers/:dossier/revisions/:revision/undo',
]);

/** A route as Hono lists it. */
interface ListedRoute {
  /** `ALL` for middleware, and for what answers every method: that there is nothing, or where it is. */
  readonly method: string;
  readonly path: string;
}

/** Name of a route in the table. */
export function routeName({ method, path }: ListedRoute): string {
  return `${method === 'HEAD' ? 'GET' : method} ${path}`;
}

/**
 * Refuses to serve with a route that nobody decided about.
 *
 * @throws RangeError that says what to add.
 */
export function assertEveryRouteHasRule(routes: readonly ListedRoute[]): void {
  const isWhole = ({ method, path }: ListedRoute) => method !== 'ALL' || !path.endsWith('*');
  const missing = new Set(
    routes
      .filter(isWhole)
      .map(routeName)
      .filter((name) => !(name in routeRules)),
  );
  if (missing.size === 0) return;
  const lines = [...missing].map((name) => `  '${name}': 'reader',`);
  throw new RangeError(
    `nobody decided who may ask for ${[...missing].join(', ')}. Add to the table in server/src/accounts/route-rules.ts, with the smallest rule that fits:\n${lines.join('\n')}`,
  );
}
