import { useEffect } from 'preact/hooks';
import { requestBackground } from '../messaging/index.ts';

/** How often an open panel fetches what colleagues did; without a panel the background's alarm does it. */
const intervalMs = 10_000;

/** Synchronises while the panel can be seen, and at once when the network is back. */
export function useSynchronising(): void {
  useEffect(() => {
    const synchronise = () => {
      // What goes wrong is told in the line at the bottom.
      if (!document.hidden) requestBackground('synchronise').catch(() => undefined);
    };
    synchronise();
    const timer = setInterval(synchronise, intervalMs);
    document.addEventListener('visibilitychange', synchronise);
    addEventListener('online', synchronise);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', synchronise);
      removeEventListener('online', synchronise);
    };
  }, []);
}
