import { type SignInWays, signInWaysSchema } from '@waarborg/shared/api';
import { createRouter, describeRoute, jsonContent } from '../api-routes.ts';

const ways = describeRoute({
  method: 'get',
  path: '/sign-in-ways',
  tags: ['account'],
  summary: 'How one can sign in at this server',
  responses: { 200: jsonContent(signInWaysSchema, 'The ways in') },
});

/** What the sign-in page offers. */
export function signInRoutes(found: SignInWays) {
  return createRouter().openapi(ways, (c) => c.json(found, 200));
}
