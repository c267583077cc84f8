import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiError } from '../errors.ts';

/** Counts by a name, and refuses what is too much. It counts in memory: every copy of the server by itself. */
export interface Limiter {
  /** @throws ApiError `too-many-requests`, with how long to wait, when nothing is left for this name. */
  take(name: string): Promise<void>;
}

const windowSeconds = 60;

/** A limiter of so many a minute for each name. */
export function createLimiter(perMinute: number): Limiter {
  const counts = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  return {
    async take(name) {
      try {
        await counts.consume(name);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new ApiError('too-many-requests', [], { headers: { 'retry-after': String(seconds) } });
      }
    },
  };
}
