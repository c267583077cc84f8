import type { Unsent } from '../messaging/index.ts';
import { usePanel } from './panel-context.ts';

/** How much waits and how much was refused, in words; empty where nothing is. */
export function useCounts({ waiting, refused }: Pick<Unsent, 'waiting' | 'refused'>): string {
  const { messages } = usePanel();
  return [
    ...(waiting > 0 ? [messages.waiting(waiting)] : []),
    ...(refused > 0 ? [messages.refused(refused)] : []),
  ].join(', ');
}
