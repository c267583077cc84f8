import { z } from 'zod';

/** How many there are of something. */
export const countSchema = z.int().nonnegative();
