import { briefingQuerySchema } from '@waarborg/shared/api';
import { createRouter, describeQuery, describeRoute, dossierParameters, parseQuery } from '../api-routes.ts';
import { languageOf } from '../errors.ts';
import { readBetweenChanges, type Sources } from '../matrix/read-at-one-moment.ts';
import { answerDocx, docxType, fileContent } from '../papers/answer-paper.ts';
import { dutchDay } from '../papers/dutch-day.ts';
import { makeBriefing } from './briefing-service.ts';

const get = describeRoute({
  method: 'get',
  path: '/dossiers/{dossier}/briefing',
  tags: ['papers'],
  summary: 'A briefing as a Word file, within the filters of the matrix',
  request: { params: dossierParameters },
  parameters: describeQuery(briefingQuerySchema),
  responses: { 200: fileContent(docxType, 'The briefing') },
});

/** The briefing of what the matrix shows. */
export function briefingRoutes(sources: Sources) {
  return createRouter().openapi(get, async (c) => {
    const { language = languageOf(c), ...filters } = parseQuery(briefingQuerySchema, c);
    const { dossier } = c.get('access');
    const now = new Date();
    const paper = await readBetweenChanges(sources, dossier, (moment) =>
      makeBriefing(moment.database, moment.indexes, { dossier: moment.dossier, filters, language, now }),
    );
    return answerDocx(c, paper, `briefing-${dossier.slug}-${dutchDay(now)}.docx`);
  });
}
