import { config } from 'zod';

/*
 * zod compiles its checks with `new Function`, which the policy of extension pages forbids; it
 * would notice by itself, but not without a violation in the console. Import this before any schema.
 */
config({ jitless: true });
