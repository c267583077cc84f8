/**
 * The live changes of a dossier, over one stream for all pages of the browser: HTTP/1.1 allows six connections to a
 * server, and each page with a stream of its own would soon have used them up.
 *
 * Method: the page that holds the Web Lock of the dossier has the stream and tells the others by BroadcastChannel;
 * when it goes, the next in line gets the lock. Every page knows the last change that it was told of, so that whoever
 * is next goes on after it: what happens while nobody has a stream is told too. Where there are no Web Locks (plain
 * HTTP in a network) every page has its own stream.
 */

/** What is told of a dossier. */
export type StreamMessage =
  /** Something changed, by that revision; `by` is the user id of who did it, absent where it is not known. */
  | { readonly kind: 'news'; readonly revision: number; readonly by?: string }
  /** Whether changes come as they happen. */
  | { readonly kind: 'state'; readonly isLive: boolean }
  /** The server does not let the reader listen: the dossier may be gone, or the right to read it. */
  | { readonly kind: 'refused' };

type Tell = (message: StreamMessage) => void;

/** How long after a refusal the stream is asked for anew; everything that is shown is asked for as well. */
const retryMs = 30_000;

function readAuthor(data: unknown): { by?: string } {
  try {
    const { by } = JSON.parse(String(data)) as { by?: unknown };
    return typeof by === 'string' ? { by } : {};
  } catch {
    // Whatever it was, something changed.
    return {};
  }
}

/**
 * Opens the stream after the revision that `readSince` gives; comes back by itself where it left off when the connection
 * breaks, and after a while when it is refused.
 */
function openStream(slug: string, readSince: () => number, tell: Tell): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(`/api/v1/dossiers/${slug}/events?since=${readSince()}`);
    source.onopen = () => tell({ kind: 'state', isLive: true });
    source.onmessage = ({ data, lastEventId }) =>
      tell({ kind: 'news', revision: Number(lastEventId), ...readAuthor(data) });
    source.addEventListener('reset', ({ lastEventId }) =>
      tell({ kind: 'news', revision: Number(lastEventId) }),
    );
    source.onerror = () => {
      tell({ kind: 'state', isLive: false });
      if (source?.readyState !== EventSource.CLOSED) return;
      tell({ kind: 'refused' });
      timer = setTimeout(() => {
        tell({ kind: 'news', revision: readSince() });
        open();
      }, retryMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Listens to what happens in a dossier after a revision, until the function that it gives is called. */
export function listenToDossier(slug: string, since: number, tell: Tell): () => void {
  let latest = since;
  const hear: Tell = (message) => {
    if (message.kind === 'news') latest = message.revision;
    tell(message);
  };
  if (!navigator.locks) return openStream(slug, () => latest, hear);
  const name = `waarborg-live-${slug}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => hear(data as StreamMessage);
  const tellAll: Tell = (message) => {
    hear(message);
    channel.postMessage(message);
  };
  const controller = new AbortController();
  const { signal } = controller;
  const isOver = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const work = async () => {
    const close = openStream(slug, () => latest, tellAll);
    await isOver;
    close();
  };
  navigator.locks.request(name, { signal }, work).catch((error: unknown) => {
    // Whoever stops listening while still waiting for the lock ends here.
    if (!signal.aborted) throw error;
  });
  return () => {
    controller.abort();
    channel.close();
  };
}
