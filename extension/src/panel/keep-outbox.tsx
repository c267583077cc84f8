import { saveFile } from '@waarborg/shared/ui';
import { requestBackground } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

/** Takes along as a file all that is not sent, of every dossier on this machine. */
export function KeepOutbox() {
  const { messages, announce } = usePanel();
  const keep = async () => {
    const text = await requestBackground('export-outbox').catch(() => undefined);
    const name = `waarborg-${new Date().toISOString().slice(0, 10)}.json`;
    if (text) saveFile({ content: new Blob([text], { type: 'application/json' }), name });
    announce(text ? messages.outboxKept : messages.outboxNotKept);
  };
  return (
    <p>
      <button type="button" onClick={() => void keep()}>
        {messages.keepOutbox}
      </button>
    </p>
  );
}
