import { useEffect } from 'preact/hooks';
import { type EventAddress, type EventListener, followEvents } from '../connection/follow-events.ts';
import { type ConnectionState, requestBackground } from '../messaging/index.ts';
import { findAccount } from '../outbox/account-store.ts';
import { backoffMs } from '../outbox/queue.ts';

/** Held by the one panel that listens to the server for all panels of the browser. */
const lockName = 'waarborg-events';
/** How often changes are asked for while nobody tells them; without a panel the background's alarm does it. */
const intervalMs = 10_000;

const timing = {
  /** Three signs of life. */
  silenceMs: 45_000,
  pauseMs: (failures: number) => backoffMs(failures, Math.random()),
};

/**
 * Keeps the background up to date while a panel is open: one panel holds the one stream of events, and what
 * it hears is fetched by the background, which tells every panel and page. Where there is no stream it asks
 * again and again; at once when the network is back.
 */
export function useLiveChanges(connection: ConnectionState | undefined): void {
  const isConnected = connection?.state === 'connected';
  const place = isConnected ? `${connection.server} ${connection.dossier.slug}` : undefined;
  const isDenied = isConnected && connection.trouble === 'token-expired';
  useEffect(() => {
    const synchronise = (onlyIfDue: boolean) => {
      // What goes wrong is told in the line at the bottom.
      requestBackground('synchronise', { onlyIfDue }).catch(() => undefined);
    };
    const whenOnline = () => synchronise(false);
    addEventListener('online', whenOnline);
    synchronise(true);
    const stopping = new AbortController();
    // What comes after the end is no news for anybody.
    if (place && !isDenied) holdStream(() => synchronise(true), stopping.signal).catch(() => undefined);
    return () => {
      stopping.abort();
      removeEventListener('online', whenOnline);
    };
  }, [place, isDenied]);
}

async function holdStream(synchronise: () => void, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(lockName, { signal }, async () => {
    const asking = askWhile(synchronise);
    const listener: EventListener = { onNews: synchronise, onLive: (isLive) => asking.set(!isLive) };
    try {
      // A token may not listen any more when somebody signed in again meanwhile: the new one may.
      for (let denied = '', place = await findPlace(); place && place.token !== denied; ) {
        asking.set(true);
        await followEvents(place, listener, timing, signal);
        if (signal.aborted) return;
        denied = place.token;
        place = await findPlace();
      }
    } finally {
      asking.set(false);
    }
  });
}

/** Where the changes of the dossier that is worked on are told. */
async function findPlace(): Promise<EventAddress | undefined> {
  const account = await findAccount();
  const chosen = account?.dossiers.find(({ slug }) => slug === account.chosen);
  return account && chosen && { server: account.server, slug: chosen.slug, token: chosen.token };
}

/** Asks again and again while it is set, and somebody can see what comes of it. */
function askWhile(ask: () => void): { set(isNeeded: boolean): void } {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    set(isNeeded) {
      clearInterval(timer);
      timer = isNeeded ? setInterval(() => !document.hidden && ask(), intervalMs) : undefined;
    },
  };
}
