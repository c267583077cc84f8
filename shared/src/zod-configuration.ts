import { config } from 'zod';

/*
 * zod compiles its checks with `new Function`, which the content security policies of our pages forbid; it
 * would notice by itself, but not without a violation in the console. Import this before any schema.
 */
config({ jitless: true });
