import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Env } from '../accounts/authenticate.ts';

/** Version of the API (semantic versioning); its major number stands in the address. */
const apiVersion = '1.0.0';

/** Says on every answer which version of the API gave it (Dutch API Design Rules, `/core/version-header`). */
export const sayVersion: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('API-Version', apiVersion);
};

const tags = [
  { name: 'account', description: 'Who asks, and the tokens with which programs ask' },
  { name: 'dossiers', description: 'Legislative reviews, their members and what changed in them' },
  { name: 'members', description: 'Who works in a dossier, and invitations to do so' },
  { name: 'documents', description: 'The papers of a dossier and their texts' },
  { name: 'annotations', description: 'Marked passages with their codings' },
  { name: 'links', description: 'What one passage has to do with another' },
  { name: 'readings', description: 'What has been read, whether or not a coding came of it' },
  { name: 'dismissals', description: 'Suggestions that a team does not want to see again' },
  { name: 'codebook', description: 'Safeguards, impacts and speakers' },
  { name: 'history', description: 'Who changed what and when, and the way back' },
  { name: 'references', description: 'The papers, rulings and laws that are cited, and who cites them' },
  { name: 'search', description: 'Words in passages, notes and documents, in any form of them' },
  { name: 'matrix', description: 'Counts of codings, and the passages behind each of them' },
  { name: 'papers', description: 'Outlines, and the papers that come of them and of the matrix' },
  { name: 'exchange', description: 'Files that leave a dossier, and that come into one' },
  { name: 'publications', description: 'Frozen copies of the matrix with a public link' },
];

/** Serves the description of the API at `/openapi.json`, made of the schemas that its requests are checked by. */
export function serveDescription(api: OpenAPIHono<Env>, publicUrl: string): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of one dossier',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'better-auth.session_token',
    description: 'The session of somebody who signed in in a browser',
  });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Waarborg',
      version: apiVersion,
      description: 'Passages, codings and the safeguard-impact matrix.',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      // Every host with mail has this address (RFC 5321, section 4.5.1).
      contact: { name: 'Waarborg', url: publicUrl, email: `postmaster@${new URL(publicUrl).hostname}` },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    tags,
  });
}
