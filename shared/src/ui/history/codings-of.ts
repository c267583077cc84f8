import { z } from 'zod';
import { type Coding, codingSchema } from '../../annotation/index.ts';

const withCodingsSchema = z.object({ codings: z.array(z.unknown()) });

/** The codings of a logged passage by id; those that are not understood are left out. */
export function codingsOf(state: unknown): Map<string, Coding> {
  const codings = withCodingsSchema.safeParse(state).data?.codings ?? [];
  const known = codings.flatMap((coding) => codingSchema.safeParse(coding).data ?? []);
  return new Map(known.map((coding) => [coding.id, coding]));
}
