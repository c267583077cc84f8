import { randomUUIDv7 as uuid } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { waarborgContextDocument } from '@waarborg/shared/w3c';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { requestId } from 'hono/request-id';
import type { Kysely } from 'kysely';
import { createAccessControl, createAuthentication, createSecondLook } from './accounts/access.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import type { Env } from './accounts/authenticate.ts';
import { clientAddressOf, withClientAddress } from './accounts/client-address.ts';
import type { OidcSettings } from './accounts/oidc.ts';
import { createPasswordAccounts } from './accounts/password-accounts.ts';
import { assertEveryRouteHasRule } from './accounts/route-rules.ts';
import { sessionRoutes } from './accounts/session-routes.ts';
import { createAccountPaths, type SignIn, signInWaysOf } from './accounts/sign-in.ts';
import { signInRoutes } from './accounts/sign-in-routes.ts';
import { annotationRoutes } from './annotations/annotation-routes.ts';
import { createRouter } from './api-routes.ts';
import { briefingRoutes } from './briefings/briefing-routes.ts';
import { codebookRoutes } from './codebooks/codebook-routes.ts';
import { conceptRoutes } from './codebooks/concept-routes.ts';
import { type Database, isPassing } from './database/index.ts';
import { dismissalRoutes } from './dismissals/dismissal-routes.ts';
import { documentRoutes } from './documents/document-routes.ts';
import { dossierRoutes } from './dossiers/dossier-routes.ts';
import { ApiError, answerNotFound, createErrorHandler, type ReportError } from './errors.ts';
import type { EventHub } from './events/event-hub.ts';
import { eventRoutes } from './events/event-routes.ts';
import { endStreams, wouldPass } from './events/stream-access.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { historyRoutes } from './history/history-routes.ts';
import { allowTokenClients } from './http/allow-token-clients.ts';
import { createUnmatchedHandler } from './http/answer-unmatched.ts';
import { checkBody } from './http/check-body.ts';
import { closeWhenStopping } from './http/close-when-stopping.ts';
import { keepNowhere } from './http/keep-nowhere.ts';
import { leaveOutKnown } from './http/leave-out-known.ts';
import { sayVersion, serveDescription } from './http/openapi-document.ts';
import { packAnswers } from './http/pack-answers.ts';
import { refuseUnkeepable } from './http/unkeepable-text.ts';
import { nameRequest } from './idempotency/name-request.ts';
import { importRoutes } from './imports/import-routes.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { limitAccount, limitRefusals, limitVisitors } from './limits/limit-requests.ts';
import { createStreamLimit } from './limits/stream-limit.ts';
import { linkRoutes } from './links/link-routes.ts';
import type { MatrixIndexes } from './matrix/matrix-index-service.ts';
import { matrixRoutes } from './matrix/matrix-routes.ts';
import { memberRoutes } from './members/member-routes.ts';
import { healthRoutes } from './observing/health-routes.ts';
import type { Logger } from './observing/logger.ts';
import type { Metrics } from './observing/metrics.ts';
import { metricsRoutes } from './observing/metrics-routes.ts';
import { observeRequests } from './observing/observe-requests.ts';
import { outlineRoutes } from './outlines/outline-routes.ts';
import { signInLocalVisitor } from './pages/local-visitor.ts';
import {
  createPageHeaders,
  createPagePaths,
  serveApplication,
  serveAssets,
  serveExamplePapers,
} from './pages/static-files.ts';
import { publicationRoutes } from './publications/publication-routes.ts';
import { refusePreview, servePreview, servePublished } from './publications/published-page.ts';
import { readingRoutes } from './readings/reading-routes.ts';
import { createReferenceIndexes } from './references/reference-index-service.ts';
import { referenceRoutes } from './references/reference-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { speakerRoutes } from './speakers/speaker-routes.ts';
import { describeResource, webAnnotationRoutes } from './web-annotations/web-annotation-routes.ts';

const maxRequestIdLength = 64;
/** Windows of one person that follow a dossier at the same time, at a server for a team. */
const streamsOfAccount = 20;

/** What the app works with. */
export interface Dependencies {
  readonly database: Kysely<Database>;
  /** Where it is, for a thread that opens it a second time. */
  readonly place: string;
  readonly events: EventHub;
  readonly indexes: MatrixIndexes;
  readonly signIn: SignIn;
  /** Address under which people reach the server, without slash at the end. */
  readonly publicUrl: string;
  /** Whether it serves one person on one machine. */
  readonly isLocal: boolean;
  /** The organisation's own sign-in, where there is one. */
  readonly oidc: OidcSettings | undefined;
  /** Names the program that counts (`nameCountingProgram`): another one may count otherwise. */
  readonly program: string;
  readonly reportError: ReportError;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Who knows it may read the metrics from elsewhere. */
  readonly metricsToken: string | undefined;
  /** How many proxies stand before the server and say truly who came to them. */
  readonly trustedProxies: number;
  /** How many requests an account may make; 0 for any number. */
  readonly requestsPerMinute: number;
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal;
}

function createApi(
  { database, place, events, indexes, signIn, publicUrl, program, isLocal, oidc }: Dependencies,
  limit: MiddlewareHandler<Env>,
): OpenAPIHono<Env> {
  const api = createRouter();
  serveDescription(api, publicUrl);
  const [authenticate, controlAccess] = [
    createAuthentication(database, signIn),
    createAccessControl(database),
  ];
  api.use('*', authenticate, limit);
  api.use('/dossiers/:dossier/*', controlAccess);
  // After the rights: nobody but a member makes the server read a large body.
  api.use('*', checkBody, nameRequest, packAnswers, leaveOutKnown);
  api.use('/tokens/*', endStreams(database));
  api.use('/sessions/*', endStreams(database));
  api.route(
    '/',
    accountRoutes(database, async (token) => (await signIn.$context).internalAdapter.deleteSession(token)),
  );
  api.route(
    '/',
    invitationRoutes(database, {
      publicUrl,
      accounts: isLocal ? undefined : createPasswordAccounts(signIn),
    }),
  );
  api.route('/', sessionRoutes(signIn));
  api.route('/', signInRoutes(signInWaysOf({ publicUrl, isLocal, oidc })));
  api.route('/', memberRoutes(database));
  api.route('/', dossierRoutes(database));
  api.route('/', codebookRoutes(database));
  api.route('/', speakerRoutes(database));
  api.route('/', documentRoutes(database));
  api.route('/', annotationRoutes(database));
  api.route('/', importRoutes(database));
  api.route('/', linkRoutes(database));
  api.route('/', readingRoutes(database));
  api.route('/', dismissalRoutes(database));
  api.route('/', reviewRoutes(database, indexes));
  api.route('/', historyRoutes(database));
  api.route('/', matrixRoutes({ database, indexes, program }));
  const references = createReferenceIndexes(database);
  api.route('/', referenceRoutes(database, references, program));
  api.route('/', searchRoutes(database, indexes));
  api.route('/', exportRoutes({ database, place, indexes, references, publicUrl }));
  api.route('/', briefingRoutes({ database, indexes, program }));
  api.route('/', outlineRoutes({ database, indexes, program }));
  const lookAgain = createSecondLook(authenticate, controlAccess);
  api.route('/', publicationRoutes({ database, place, program, publicUrl, lookAgain }));
  const streamLimit = createStreamLimit(isLocal ? Number.POSITIVE_INFINITY : streamsOfAccount);
  api.route('/', eventRoutes(events, wouldPass(lookAgain), streamLimit));
  return api;
}

function createContainers(
  { database, signIn, publicUrl }: Dependencies,
  limit: MiddlewareHandler<Env>,
): Hono<Env> {
  const containers = new Hono<Env>();
  containers.use('*', createAuthentication(database, signIn), limit);
  containers.use('/:dossier/*', createAccessControl(database));
  containers.use('*', checkBody, nameRequest);
  containers.route('/', webAnnotationRoutes(database, publicUrl));
  return containers;
}

/** What the concepts that codings name mean. */
function createConcepts(
  { database, signIn, publicUrl }: Dependencies,
  limit: MiddlewareHandler<Env>,
): Hono<Env> {
  const concepts = new Hono<Env>();
  concepts.use('*', createAuthentication(database, signIn), limit);
  concepts.use('/:dossier/*', createAccessControl(database));
  concepts.route('/', conceptRoutes(database, publicUrl));
  return concepts;
}

/** Copies under embargo, as they will be read. */
function createPreviews({ database, signIn }: Dependencies, limit: MiddlewareHandler<Env>): Hono<Env> {
  return new Hono<Env>()
    .onError(refusePreview)
    .get(
      '/:dossier/:id',
      createAuthentication(database, signIn),
      limit,
      createAccessControl(database),
      servePreview(database),
    );
}

/** What better-auth answers; where it refuses because there were too many attempts, in the words of every refusal. */
function answerSignIn(path: string, answer: Response): Response {
  // The plugin has a failure of its own for what a client sent wrong.
  if (answer.status === 500 && path.endsWith('/passkey/verify-registration'))
    throw new ApiError('invalid-request');
  if (answer.status !== 429) return answer;
  const seconds = answer.headers.get('x-retry-after') ?? '60';
  throw new ApiError('too-many-requests', [], { headers: { 'retry-after': seconds } });
}

/** What stands in the head of answers to programs, refusals too. */
function headAnswers(app: Hono): void {
  for (const data of ['/api/*', '/annotations/*', '/codebook/*']) app.use(data, keepNowhere);
  app.use('/api/v1/*', sayVersion);
  app.use('/annotations/*', describeResource);
  const open = ['/api/v1/*', '/api/auth/device/*', '/annotations/*', '/codebook/*', '/ns/*'];
  for (const path of open) app.use(path, allowTokenClients);
}

/** What members are given by their role: our own API, the annotations by their protocol, the concepts that they name, and copies under embargo. */
function serveData(app: Hono, dependencies: Dependencies): void {
  // One count for an account, wherever it asks.
  const limit = limitAccount(dependencies.isLocal ? 0 : dependencies.requestsPerMinute);
  app.route('/api/v1', createApi(dependencies, limit));
  // A container's address ends with a slash.
  app.all('/annotations/:dossier', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`${pathname}/${search}`, 308);
  });
  app.route('/annotations', createContainers(dependencies, limit));
  app.route('/codebook', createConcepts(dependencies, limit));
  app.route('/gepubliceerd', createPreviews(dependencies, limit));
  app.get('/ns/waarborg.jsonld', (c) =>
    c.json(waarborgContextDocument(dependencies.publicUrl), 200, { 'Content-Type': 'application/ld+json' }),
  );
}

/** Signing in, by better-auth. */
function serveSignIn(app: Hono, dependencies: Dependencies): void {
  const { database, signIn, trustedProxies } = dependencies;
  const isAccountPath = createAccountPaths(signInWaysOf(dependencies));
  app.use('/api/auth/*', endStreams(database));
  app.all('/api/auth/*', checkBody, async (c) =>
    isAccountPath(c.req.path)
      ? answerSignIn(c.req.path, await signIn.handler(await withClientAddress(c, trustedProxies)))
      : answerNotFound(c),
  );
}

/** What people read in a browser. */
function servePages(
  app: Hono,
  { signIn, isLocal }: Dependencies,
  isPagePath: (path: string) => boolean,
): void {
  app.get('/voorbeeld/:paper', serveExamplePapers());
  app.get('/voorbeeld/*', answerNotFound);
  app.use('/assets/*', serveAssets());
  app.get('/assets/*', answerNotFound);
  if (isLocal) app.use('*', signInLocalVisitor(signIn));
  app.use('/favicon.svg', serveAssets());
  app.get('*', serveApplication(isPagePath));
}

/** The server as a function from requests to answers. */
export function createApp(dependencies: Dependencies): Hono {
  const { database, publicUrl, isLocal, reportError, trustedProxies, stopping } = dependencies;
  const app = new Hono();
  app.onError(createErrorHandler(reportError, isPassing));
  const isPagePath = createPagePaths(app);
  const answerUnmatched = createUnmatchedHandler(app, isPagePath);
  app.notFound(answerUnmatched);

  app.use(
    '*',
    requestId({ limitLength: maxRequestIdLength, generator: () => uuid() }),
    observeRequests(dependencies.logger, dependencies.metrics),
    closeWhenStopping(stopping),
    createPageHeaders(publicUrl),
    refuseUnkeepable,
  );
  app.route('/', healthRoutes(database, stopping));
  app.route('/', metricsRoutes(dependencies.metrics, dependencies.metricsToken));

  headAnswers(app);
  // Nobody is counted where one person works at one machine.
  const addressOf = (c: Context) => (isLocal ? undefined : clientAddressOf(c, trustedProxies));
  app.use('*', limitRefusals(addressOf));
  app.get('/gepubliceerd/:secret', limitVisitors(addressOf), servePublished(database));
  serveData(app, dependencies);
  serveSignIn(app, dependencies);
  app.all('/api/*', answerUnmatched);
  app.all('/annotations', answerNotFound);
  app.all('/codebook/*', answerUnmatched);
  servePages(app, dependencies, isPagePath);
  assertEveryRouteHasRule(app.routes);
  return app;
}
