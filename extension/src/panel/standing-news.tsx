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
    // Taken away in between, the same sentence is spoken again.
    if (latest || connection.waiting > before.current.waiting) setNews(latest);
    before.current = connection;
  }, [connection]);
  return (
    <p class="wb-visually-hidden" role="status">
      {news && messages[`news.${news}`]}
    </p>
  );
}
