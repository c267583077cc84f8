import { Hono } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { getCodebook } from './codebook-store.ts';
import { describeConcept } from './describe-concept.ts';

/** What the `source` of a coding leads to: a concept of the codebook, in SKOS (W3C Recommendation, 2009). */
export function conceptRoutes(database: Executor, publicUrl: string) {
  return new Hono<Env>().get('/:dossier/:concept', async (c) => {
    const { id, slug } = c.get('access').dossier;
    const { concepts } = await getCodebook(database, id);
    const concept = concepts.find((candidate) => candidate.id === c.req.param('concept'));
    if (!concept) throw new ApiError('not-found');
    const description = describeConcept(concept, (name) => `${publicUrl}/codebook/${slug}/${name}`);
    return c.body(JSON.stringify(description), 200, { 'Content-Type': 'application/ld+json' });
  });
}
