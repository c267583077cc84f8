import type { Language } from '@waarborg/shared/messages';
import { welcomeMessages } from '@waarborg/shared/messages/welcome';
import { useEffect, useState } from 'preact/hooks';
import { type ConnectionState, onEvent, requestBackground } from '../messaging/index.ts';

interface UnsentWarningProps {
  readonly language: Language;
  /** What becomes of it when somebody switches. */
  readonly consequence: string;
}

/** Says before somebody switches what of the dossier is not sent yet; nothing when all of it is. */
export function UnsentWarning({ language, consequence }: UnsentWarningProps) {
  const [connection, setConnection] = useState<ConnectionState>();
  useEffect(() => {
    void requestBackground('connection-state').then(setConnection);
    return onEvent((event) => {
      if (event.event === 'connection-changed') setConnection(event.connection);
    });
  }, []);
  if (connection?.state !== 'connected') return null;
  const { waiting, refused, dossier } = connection;
  if (waiting + refused === 0) return null;
  return (
    <p class="failure" role="status">
      {welcomeMessages[language].unsent(waiting + refused, dossier.title)} {consequence}
    </p>
  );
}
