import type { ServerReply } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

interface ServerTroubleProps {
  readonly reply: Extract<ServerReply<unknown>, { ok: false }>;
  /** Asks again; absent where the reviewer does so by the same button. */
  readonly onRetry?: (() => void) | undefined;
}

/** Why the server did not do what only it can. */
export function ServerTrouble({ reply, onRetry }: ServerTroubleProps) {
  const { messages, passageWords } = usePanel();
  return (
    <>
      <p class="failure" role="alert">
        {reply.trouble === 'refused' ? reply.detail : passageWords[`serverTrouble.${reply.trouble}`]}
      </p>
      {onRetry && (
        <p class="actions">
          <button type="button" onClick={onRetry}>
            {messages.retry}
          </button>
        </p>
      )}
    </>
  );
}
