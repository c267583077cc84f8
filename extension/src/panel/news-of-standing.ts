import type { ConnectionState } from '../messaging/index.ts';

/** How things stand with what is to be sent. */
export type Standing = Pick<ConnectionState & { state: 'connected' }, 'waiting' | 'refused' | 'trouble'>;

/** What somebody should hear who does not see the line at the bottom. */
export type News = 'sent' | 'refused' | 'trouble';

/** What is new about what is to be sent; undefined when it is nothing that somebody waits to hear. */
export function newsOfStanding(before: Standing, now: Standing): News | undefined {
  if (now.refused > before.refused) return 'refused';
  if (now.trouble && !before.trouble) return 'trouble';
  const isAllSent = now.waiting === 0 && now.refused === 0 && !now.trouble;
  // The last of it can be sent before it is known that the trouble is over.
  return isAllSent && (before.waiting > 0 || before.trouble) ? 'sent' : undefined;
}
