import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const pack = compress();

/**
 * Packs what is read, where the client takes it so: lists say the same in every entry. What has a version is left as
 * it is: its tag would become a weak one, by which nobody may write (RFC 9110, section 13.1.1).
 */
export const packAnswers: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.req.method === 'GET' && !c.res.headers.has('ETag')) await pack(c, async () => {});
};
