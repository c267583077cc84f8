import { ApiError } from '../errors.ts';

/** Counts the open streams of each account. */
export interface StreamLimit {
  /**
   * Counts one more; gives how to count it off again.
   *
   * @throws ApiError `too-many-streams`
   */
  enter(user: string): () => void;
}

/** A limit of so many open streams for each account; `Infinity` for any number. */
export function createStreamLimit(most: number): StreamLimit {
  const open = new Map<string, number>();
  return {
    enter(user) {
      const count = open.get(user) ?? 0;
      if (count >= most) throw new ApiError('too-many-streams', [], { headers: { 'retry-after': '60' } });
      open.set(user, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(user) ?? 1) - 1;
        if (left === 0) open.delete(user);
        else open.set(user, left);
      };
    },
  };
}
