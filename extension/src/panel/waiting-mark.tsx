import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LocalAnnotation } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

/** Whether anything of the dossier waits to be sent, by the last word of the background. */
export const SomethingWaits = createContext(false);

/**
 * Says of a passage or a link that it is not sent yet. What the list knows of it is read after the last word of the
 * background: as soon as the line at the bottom says that all is sent, nothing says otherwise.
 */
export function WaitingMark({ sync }: { readonly sync: LocalAnnotation['sync'] }) {
  const { messages } = usePanel();
  const isWaiting = useContext(SomethingWaits) && sync === 'waiting';
  return isWaiting ? <span class="sync">{messages.waitingMark}</span> : null;
}
