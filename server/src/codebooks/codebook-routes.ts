import { codebookResponseSchema, speakerListSchema } from '@waarborg/shared/api';
import { speakerKinds } from '@waarborg/shared/dossier';
import { z } from 'zod';
import { createRouter, describeRoute, dossierParameters, jsonContent } from '../api-routes.ts';
import type { Executor } from '../database/index.ts';
import { anyOf, createListing } from '../lists/listing.ts';
import { listSpeakerPage, speakerOrder } from '../speakers/speaker-store.ts';
import { getCodebook } from './codebook-store.ts';

const codebook = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/codebook',
  tags: ['codebook'],
  summary: 'Safeguards and impacts of the dossier, in their order',
  request: { params: dossierParameters },
  responses: { 200: jsonContent(codebookResponseSchema, 'The codebook') },
});
const speakerListing = createListing(speakerOrder, 'name', z.object({ kind: anyOf(z.enum(speakerKinds)) }));

const speakers = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/speakers',
  tags: ['codebook'],
  summary: 'The authority list of speakers',
  request: { params: dossierParameters },
  parameters: speakerListing.parameters,
  responses: { 200: jsonContent(speakerListSchema, 'Speakers by name') },
});

/** The vocabulary of a dossier: its concepts and its speakers. */
export function codebookRoutes(database: Executor) {
  return createRouter()
    .openapi(codebook, async (c) => c.json(await getCodebook(database, c.get('access').dossier.id), 200))
    .openapi(speakers, async (c) => {
      const { page, filters, describe } = speakerListing.read(c);
      const found = await listSpeakerPage(database, c.get('access').dossier.id, filters, page);
      return c.json({ speakers: [...found.entries], ...describe(found) }, 200);
    });
}
