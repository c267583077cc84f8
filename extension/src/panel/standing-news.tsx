import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionState } from '../messaging/index.ts';
import { type News, newsOfStanding } from './news-of-standing.ts';
import { usePanel } from './panel-context.ts';

/** Tells a screen reader when all is sent, when something is refused and when the server fails. */
export function StandingNews({ connection }: { connection: ConnectionState & { state: 'connected' } }) {
  const { messages } = usePanel();
  const before = useRef(connection);
  const [news, setNews] = useState<News>();
  useEffect(() => {
    const latest = newsOfStanding(before.current, connection);
    const waitsAgain = connection.waiting > before.current.waiting;
    // Taken away in between, the sentence that all is sent is spoken again.
    setNews((told) => latest ?? (waitsAgain && told === 'sent' ? undefined : told));
    before.current = connection;
  }, [connection]);
  return (
    <p class="wb-visually-hidden" role="status">
      {news && messages[`news.${news}`]}
    </p>
  );
}
