import type { OpenAPIHono } from '@hono/zod-openapi';
import { waarborgContextDocument } from '@waarborg/shared/w3c';
import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { createAccessControl, createAuthentication } from './accounts/access.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import type { Env } from './accounts/authenticate.ts';
import { withClientAddress } from './accounts/client-address.ts';
import { assertEveryRouteHasRule } from './accounts/route-rules.ts';
import { isAccountPath, type SignIn } from './accounts/sign-in.ts';
import { annotationRoutes } from './annotations/annotation-routes.ts';
import { createRouter } from './api-routes.ts';
import { codebookRoutes } from './codebooks/codebook-routes.ts';
import { conceptRoutes } from './codebooks/concept-routes.ts';
import { type Database, isPassing } from './database/index.ts';
import { documentRoutes } from './documents/document-routes.ts';
import { dossierRoutes } from './dossiers/dossier-routes.ts';
import { ApiError, answerNotFound, createErrorHandler } from './errors.ts';
import { allowTokenClients } from './http/allow-token-clients.ts';
import { createUnmatchedHandler } from './http/answer-unmatched.ts';
import { checkBody } from './http/check-body.ts';
import { sayVersion, serveDescription } from './http/openapi-document.ts';
import { nameRequest } from './idempotency/name-request.ts';
import { linkRoutes } from './links/link-routes.ts';
import { matrixRoutes } from './matrix/matrix-routes.ts';
import { signInLocalVisitor } from './pages/local-visitor.ts';
import {
  createPageHeaders,
  serveApplication,
  serveAssets,
  serveExamplePapers,
} from './pages/static-files.ts';
import { readingRoutes } from './readings/reading-routes.ts';
import { describeContainer, webAnnotationRoutes } from './web-annotations/web-annotation-routes.ts';

/** What the app works with. */
export interface Dependencies {
  readonly database: Kysely<Database>;
  readonly signIn: SignIn;
  /** Address under which people reach the server, without slash at the end. */
  readonly publicUrl: string;
  /** Whether it serves one person on one machine. */
  readonly isLocal: boolean;
  /** Names this run of the program: another one may answer otherwise. */
  readonly program: string;
  /** Told about every error that nobody expected. */
  readonly reportError: (error: Error) => void;
}

function createApi({ database, signIn, publicUrl, program }: Dependencies): OpenAPIHono<Env> {
  const api = createRouter();
  serveDescription(api, publicUrl);
  api.use('*', createAuthentication(database, signIn));
  api.use('/dossiers/:dossier/*', createAccessControl(database));
  // After the rights: nobody but a member makes the server read a large body.
  api.use('*', checkBody(), nameRequest);
  api.route(
    '/',
    accountRoutes(database, async (token) => (await signIn.$context).internalAdapter.deleteSession(token)),
  );
  api.route('/', dossierRoutes(database));
  api.route('/', codebookRoutes(database));
  api.route('/', documentRoutes(database));
  api.route('/', annotationRoutes(database));
  api.route('/', linkRoutes(database));
  api.route('/', readingRoutes(database));
  api.route('/', matrixRoutes(database, program));
  return api;
}

function createContainers({ database, signIn, publicUrl }: Dependencies): Hono<Env> {
  const containers = new Hono<Env>();
  containers.use('*', createAuthentication(database, signIn));
  containers.use('/:dossier/*', createAccessControl(database));
  containers.use('*', checkBody(), nameRequest);
  containers.route('/', webAnnotationRoutes(database, publicUrl));
  return containers;
}

/** What the concepts that codings name mean. */
function createConcepts({ database, signIn, publicUrl }: Dependencies): Hono<Env> {
  const concepts = new Hono<Env>();
  concepts.use('*', createAuthentication(database, signIn));
  concepts.use('/:dossier/*', createAccessControl(database));
  concepts.route('/', conceptRoutes(database, publicUrl));
  return concepts;
}

/** The server as a function from requests to answers. */
export function createApp(dependencies: Dependencies): Hono {
  const { database, signIn, publicUrl, isLocal, reportError } = dependencies;
  const app = new Hono();
  app.onError(createErrorHandler(reportError, isPassing));
  const answerUnmatched = createUnmatchedHandler(app);
  app.notFound(answerUnmatched);

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    try {
      await database.selectFrom('dossier').select('id').limit(1).execute();
    } catch (cause) {
      throw new ApiError('unavailable', [], { cause });
    }
    return c.text('ready');
  });

  app.use('*', createPageHeaders(publicUrl));
  app.use('/api/v1/*', sayVersion, allowTokenClients);
  app.use('/annotations/*', describeContainer, allowTokenClients);
  app.use('/codebook/*', allowTokenClients);
  app.use('/api/auth/device/*', allowTokenClients);
  app.route('/api/v1', createApi(dependencies));
  // A container's address ends with a slash.
  app.all('/annotations/:dossier', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`${pathname}/${search}`, 308);
  });
  app.route('/annotations', createContainers(dependencies));
  app.route('/codebook', createConcepts(dependencies));
  app.get('/ns/waarborg.jsonld', (c) =>
    c.json(waarborgContextDocument(publicUrl), 200, { 'Content-Type': 'application/ld+json' }),
  );
  app.all('/api/auth/*', checkBody(), async (c) =>
    isAccountPath(c.req.path) ? signIn.handler(await withClientAddress(c)) : answerNotFound(c),
  );
  app.all('/api/*', answerUnmatched);
  app.all('/annotations', answerNotFound);
  app.all('/codebook/*', answerUnmatched);
  app.get('/metrics', answerNotFound);

  app.get('/voorbeeld/:paper', serveExamplePapers());
  app.get('/voorbeeld/*', answerNotFound);
  app.use('/assets/*', serveAssets());
  app.get('/assets/*', answerNotFound);
  if (isLocal) app.use('*', signInLocalVisitor(signIn));
  app.use('/favicon.svg', serveAssets());
  app.get('*', serveApplication());
  assertEveryRouteHasRule(app.routes);
  return app;
}
