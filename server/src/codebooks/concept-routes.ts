import { Hono } from 'hono';
import type { Env } from '../accounts/authenticate.ts';
import type { Executor } from '../database/index.ts';
import { ApiError } from '../errors.ts';
import { getCodebook } from './codebook-store.ts';

/** What the `source` of a coding leads to: a concept of the codebook, in SKOS (W3C Recommendation, 2009). */
export function conceptRoutes(database: Executor, publicUrl: string) {
  return new Hono<Env>().get('/:dossier/:concept', async (c) => {
    const { id, slug } = c.get('access').dossier;
    const { concepts } = await getCodebook(database, id);
    const concept = concepts.find((candidate) => candidate.id === c.req.param('concept'));
    if (!concept) throw new ApiError('not-found');
    const addressOf = (name: string) => `${publicUrl}/codebook/${slug}/${name}`;
    const toTexts = (texts: Readonly<Record<string, string>>) =>
      Object.entries(texts).map(([language, value]) => ({ '@language': language, '@value': value }));
    const description = {
      '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', dcterms: 'http://purl.org/dc/terms/' },
      '@id': addressOf(concept.id),
      '@type': 'skos:Concept',
      'skos:notation': concept.id,
      'skos:prefLabel': toTexts(concept.label),
      'skos:definition': toTexts(concept.definition),
      ...(concept.legalBasis ? { 'dcterms:source': concept.legalBasis } : {}),
      ...(concept.mergedInto ? { 'dcterms:isReplacedBy': { '@id': addressOf(concept.mergedInto) } } : {}),
    };
    return c.body(JSON.stringify(description), 200, { 'Content-Type': 'application/ld+json' });
  });
}
