import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

const pack = compress();

/**
 * Packs what is read, where the client takes it so: lists say the same in every entry. What has a version by which one
 * writes is left as it is: its tag would become a weak one, by which nobody may write (RFC 9110, section 13.1.1).
 */
export const packAnswers: MiddlewareHandler = async (c, next) => {
  await next();
  const isVersion = c.res.headers.get('ETag')?.startsWith('"') === true;
  if (c.req.method === 'GET' && !isVersion) await pack(c, async () => {});
};
