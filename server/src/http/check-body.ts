import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ApiError, problemResponse } from '../errors.ts';
import { findUnkeepable, unkeepable } from './unkeepable-text.ts';

const maxBodyBytes = 2 * 1024 * 1024;
/** The text of a document can be long: 20 million characters, three bytes each at most. */
const maxTextBytes = 64 * 1024 * 1024;
/** A batch of an import: a thousand passages of a page each. */
const maxImportBytes = 16 * 1024 * 1024;
/** Deepest nesting that is read; whoever writes it out again recurses. */
const maxDepth = 64;

const [quote, backslash, ...brackets] = [...'"\\{[}]'].map((character) => character.charCodeAt(0));
/** What a byte outside a string does to the depth. */
const steps = new Int8Array(256);
for (const [place, bracket] of brackets.entries()) steps[bracket] = place < 2 ? 1 : -1;

/** Whether brackets outside strings nest deeper than `maxDepth`. Linear in the bytes, without recursion. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (isInString) {
      if (byte === backslash) index++;
      else if (byte === quote) isInString = false;
    } else if (byte === quote) {
      isInString = true;
    } else {
      depth += steps[byte] ?? 0;
      if (depth > maxDepth) return true;
    }
  }
  return false;
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return strictDecoder.decode(bytes);
  } catch (cause) {
    throw new ApiError('invalid-json', [{ path: '', message: 'is UTF-8' }], { cause });
  }
}

async function assertReadable(c: Context): Promise<void> {
  // Nothing unpacks a body: it would be read as what it is not (RFC 9110, section 8.4).
  if (c.req.header('content-encoding')) {
    throw new ApiError('unsupported-media-type', [{ path: 'Content-Encoding', message: 'is left out' }]);
  }
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const text = decode(bytes);
  if (isTooDeep(bytes)) {
    throw new ApiError('invalid-json', [{ path: '', message: `is at most ${maxDepth} levels deep` }]);
  }
  const path = findUnkeepable(text);
  if (path !== undefined) throw new ApiError('invalid-request', [{ path, message: unkeepable }]);
  // Whoever reads the JSON need not decode it again. (Hono keeps promises there, whatever its types say.)
  Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
}

function maxBytesOf(path: string): number {
  if (path.endsWith('/renditions') || path.endsWith('/imports/bundle')) return maxTextBytes;
  return path.endsWith('/imports') ? maxImportBytes : maxBodyBytes;
}

/** Length of the body in bytes as its sender declares it, and to which Node holds them; undefined where it comes in chunks. */
function declaredLength(c: Context): number | undefined {
  const declared = c.req.header('content-length');
  return declared === undefined || c.req.header('transfer-encoding') ? undefined : Number(declared);
}

/**
 * Refuses a body that cannot be JSON that we keep, before anything reads it: too large, not UTF-8, too deep, or
 * with texts that no database keeps unchanged. Nobody reads the body of a request that only reads.
 */
export const checkBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const maxSize = maxBytesOf(c.req.path);
  const refuse = () => problemResponse(c, new ApiError('body-too-large'));
  const length = declaredLength(c);
  if (length === undefined) {
    return bodyLimit({ maxSize, onError: refuse })(c, async () => {
      if (c.req.raw.body) await assertReadable(c);
      await next();
    });
  }
  if (length > maxSize) return refuse();
  if (length > 0) await assertReadable(c);
  await next();
};
