import { useEffect } from 'preact/hooks';
import { requestBackground } from '../messaging/index.ts';

/** How often an open panel fetches what colleagues did; without a panel the background's alarm does it. */
const intervalMs = 10_000;

/** Synchronises while the panel can be seen, and at once when the network is back. */
export function useSynchronising(): void {
  useEffect(() => {
    const synchronise = (onlyIfDue: boolean) => {
      // What goes wrong is told in the line at the bottom.
      if (!document.hidden) requestBackground('synchronise', { onlyIfDue }).catch(() => undefined);
    };
    const whenSeen = () => synchronise(true);
    const whenOnline = () => synchronise(false);
    synchronise(true);
    const timer = setInterval(whenSeen, intervalMs);
    document.addEventListener('visibilitychange', whenSeen);
    addEventListener('online', whenOnline);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenSeen);
      removeEventListener('online', whenOnline);
    };
  }, []);
}
