import { useEffect } from 'preact/hooks';
import { forgetForeseen } from './ask-once.ts';

/** Who wants to know that what the API has below a path may have changed. */
const listeners = new Set<(prefix: string) => void>();

/** Asks everything that is shown and that comes from below a path (`/dossiers/asielwetten/`) once more. */
export function renew(prefix: string): void {
  forgetForeseen();
  for (const listener of listeners) listener(prefix);
}

/** Calls back when what comes from a path may have changed. */
export function useRenewal(path: string | undefined, onRenewal: () => void): void {
  useEffect(() => {
    const listener = (prefix: string) => {
      if (path?.startsWith(prefix)) onRenewal();
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [path, onRenewal]);
}
