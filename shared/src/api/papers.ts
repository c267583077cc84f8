import { z } from 'zod';
import { matrixFiltersSchema } from '../matrix/index.ts';
import { languages } from '../messages/index.ts';

/** `GET /dossiers/{dossier}/briefing`: the filters of the matrix, and the language; without it, that of the request. */
export const briefingQuerySchema = matrixFiltersSchema.extend({ language: z.enum(languages).optional() });
