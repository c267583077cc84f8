import { browser } from 'wxt/browser';
import { broadcast, oneAtATime } from '../messaging/index.ts';
import { describeConnection, synchronise } from './synchronise.ts';

/** The background sleeps after 30 s without an event; the alarm wakes it, as often as browsers allow. */
export const alarmName = 'synchronise';
const pollMinutes = 1;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the alarm going; to be called whenever the background starts. */
export async function startAlarm(): Promise<void> {
  if (await browser.alarms.get(alarmName)) return;
  await browser.alarms.create(alarmName, { periodInMinutes: pollMinutes });
}

/**
 * Sends what waits from an earlier life of the background; to be called whenever it starts. Only then: a background
 * that woke because a page was opened must not tell the server so.
 */
export async function resumeSending(): Promise<void> {
  const connection = await describeConnection();
  if (connection.state !== 'connected') return;
  if ([connection, ...connection.elsewhere].some(({ waiting }) => waiting > 0)) await synchroniseNow(false);
}

/** Whether the next pass is made also when an earlier failure says to wait. */
let isForced = false;

const pass = oneAtATime(() => {
  const force = isForced;
  isForced = false;
  return runPass(force);
});

/**
 * Synchronises now, one pass at a time, and tells everybody what came of it. Resolves after a
 * pass that began after the call.
 *
 * @param force also when an earlier failure says to wait.
 */
export function synchroniseNow(force: boolean): Promise<void> {
  isForced ||= force;
  return pass();
}

async function runPass(force: boolean): Promise<void> {
  const before = JSON.stringify(await describeConnection());
  const { changed, nextAt } = await synchronise(force);
  const connection = await describeConnection();
  if (changed) await broadcast({ event: 'annotations-changed' });
  if (JSON.stringify(connection) !== before) await broadcast({ event: 'connection-changed', connection });
  clearTimeout(timer);
  // If the background is ended before, the alarm does it.
  if (nextAt !== undefined)
    timer = setTimeout(() => void synchroniseNow(false), Math.max(0, nextAt - Date.now()));
}

const tell = oneAtATime(async () => {
  await broadcast({ event: 'annotations-changed' });
  await broadcast({ event: 'connection-changed', connection: await describeConnection() });
});

/** Tells everybody that something was done here, and sends it. Nobody needs to wait for either. */
export async function afterChange(): Promise<void> {
  synchroniseNow(false).catch((error: unknown) => console.error(error));
  await tell().catch((error: unknown) => console.error(error));
}
