import { ApiFailure } from './failure.ts';

/** A script that is loaded when it is asked for. Rejects as a request does where it does not come: `unreachable`. */
export function wholeScript<T>(loading: Promise<T>): Promise<T> {
  return loading.catch((cause: unknown) => {
    throw new ApiFailure('unreachable', { cause });
  });
}
