import type { Page } from 'playwright-core';

/** A task of the main thread of a page. */
export interface Task {
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How long the thread worked in it, whatever else the machine did. */
  readonly cpuMs: number;
  /** Whether an extension's script ran in it, or it drew what such a script changed. */
  readonly isOurs: boolean;
}

/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: unknown;
}

/** A task shorter than this, of the thread's own time, is not told. */
const leastMs = 10;

/** The longer tasks of the main thread of a page while something is done in it; the longest first. */
export async function traceTasks(page: Page, work: () => Promise<unknown>): Promise<Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const completed = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'toplevel,devtools.timeline',
  });
  await work();
  await session.send('Tracing.end');
  await completed;
  await session.detach();
  return tasksIn(events);
}

/** What is said of tasks: how many take long, and how much the thread works in the longest. */
export function describeLongest(tasks: readonly Task[]): string {
  const long = tasks.filter(({ ms }) => ms > 50);
  const [longest] = tasks;
  if (!longest) return `none of ${leastMs} ms`;
  const over =
    long.length === 0 ? 'none over 50 ms' : `${long.length} over 50 ms (${long.map(inMs).join(', ')})`;
  return `${over}, work in the longest ${Math.max(...tasks.map(({ cpuMs }) => Math.round(cpuMs)))} ms`;
}

function inMs({ ms, cpuMs }: Task): string {
  return `${Math.round(ms)} ms, work ${Math.round(cpuMs)}`;
}

function tasksIn(events: readonly TraceEvent[]): Task[] {
  const thread = threadThatDraws(events);
  const own = events.filter((event) => event.ph === 'X' && threadOf(event) === thread);
  const sorted = own.toSorted((one, other) => one.ts - other.ts);
  const tasks: Task[] = [];
  let isChanged = false;
  for (const task of wholeTasks(sorted)) {
    const within = sorted.filter(({ ts, dur = 0 }) => ts >= task.ts && ts + dur <= endOf(task));
    const isScript = within.some(({ args }) => JSON.stringify(args ?? {}).includes('chrome-extension://'));
    const draws = within.some(({ name }) => name === 'Paint');
    tasks.push({
      ms: (task.dur ?? 0) / 1000,
      cpuMs: (task.tdur ?? 0) / 1000,
      isOurs: isScript || (draws && isChanged),
    });
    isChanged = isScript || (isChanged && !draws);
  }
  return tasks.filter(({ cpuMs }) => cpuMs >= leastMs).toSorted((one, other) => other.ms - one.ms);
}

/** The tasks of a thread. Those who waited for promises that a task kept are told after it, and are part of it. */
function wholeTasks(sorted: readonly TraceEvent[]): TraceEvent[] {
  const tasks: TraceEvent[] = [];
  for (const event of sorted) {
    const last = tasks.at(-1);
    if (event.name === 'ThreadControllerImpl::RunTask') tasks.push(event);
    else if (event.name === 'BlinkScheduler_PerformMicrotaskCheckpoint' && last && event.ts >= endOf(last)) {
      const tdur = (last.tdur ?? 0) + (event.tdur ?? 0);
      tasks[tasks.length - 1] = { ...last, dur: endOf(event) - last.ts, tdur };
    }
  }
  return tasks;
}

/** Of all threads the one that paints most: the main thread of the page that is looked at. */
function threadThatDraws(events: readonly TraceEvent[]): string | undefined {
  const paints = new Map<string, number>();
  for (const event of events) {
    if (event.name === 'Paint') paints.set(threadOf(event), (paints.get(threadOf(event)) ?? 0) + 1);
  }
  return [...paints].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
