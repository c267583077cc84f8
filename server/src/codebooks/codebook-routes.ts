import { codebookResponseSchema, speakerListSchema } from '@waarborg/shared/api';
import { createRouter, describeRoute, dossierParameters, jsonContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { listSpeakers } from '../speakers/speaker-store.ts';
import { getCodebook } from './codebook-store.ts';

const codebook = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/codebook',
  tags: ['codebook'],
  summary: 'Safeguards and impacts of the dossier, in their order',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(codebookResponseSchema, 'The codebook') },
});
const speakers = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/speakers',
  tags: ['codebook'],
  summary: 'The authority list of speakers',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(speakerListSchema, 'Speakers by name') },
});

/** The vocabulary of a dossier: its concepts and its speakers. */
export function codebookRoutes(database: Executor) {
  return createRouter()
    .openapi(codebook, async (c) => c.json(await getCodebook(database, c.get('access').dossier.id), 200))
    .openapi(speakers, async (c) =>
      c.json({ speakers: await listSpeakers(database, c.get('access').dossier.id) }, 200),
    );
}
