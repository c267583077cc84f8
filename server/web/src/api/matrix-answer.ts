import { type MatrixResponse, matrixResponseSchema } from '@waarborg/shared/api';
import { type ZodType, z } from 'zod';

/** A list of which the first entry stands for all: one loop of one program wrote them. */
function alike<T>(entry: ZodType<T>): ZodType<T[]> {
  return z.custom<T[]>(
    (list) => Array.isArray(list) && (list.length === 0 || entry.safeParse(list[0]).success),
  );
}

/** Reads a matrix. Of its hundreds of cells the first is looked at: looking at all would cost as much as drawing them. */
export const matrixAnswerSchema: ZodType<MatrixResponse> = matrixResponseSchema.extend({
  cells: alike(matrixResponseSchema.shape.cells.element),
});
