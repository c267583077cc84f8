import type { CDPSession } from 'puppeteer-core';

/** A task of the main thread of a page. */
export interface Task {
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How long the thread worked in it, whatever else the machine did. */
  readonly cpuMs: number;
  /** Whether an extension's script ran in it, or it drew what such a script changed. */
  readonly isOurs: boolean;
  /** What most of that work was, as Chromium calls it, in milliseconds. */
  readonly parts: string;
}

/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** By the clock of the thread, which stands still while the processor does something else. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: unknown;
}

/** A task shorter than this, of the thread's own time, is not told. */
const leastMs = 10;

/**
 * The longer tasks of the main thread of the page that is drawn while something is done in it; the longest first.
 *
 * @param session of the browser, so that nothing is attached to the page for it.
 */
export async function traceTasks(session: CDPSession, work: () => Promise<unknown>): Promise<Task[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  const completed = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'toplevel,devtools.timeline',
  });
  await work();
  await session.send('Tracing.end');
  await completed;
  session.off('Tracing.dataCollected', collect);
  return tasksIn(events);
}

/** Of so many of the longest tasks it is told what they did. */
const toldTasks = 4;

/** What is said of tasks: how many take long, and how much the thread works in the longest. */
export function describeLongest(tasks: readonly Task[]): string {
  const long = tasks.filter(({ ms }) => ms > 50);
  const [longest] = tasks;
  if (!longest) return `none of ${leastMs} ms`;
  const over =
    long.length === 0
      ? 'none over 50 ms'
      : `${long.length} over 50 ms (${long.slice(0, toldTasks).map(inMs).join('; ')})`;
  return `${over}, work in the longest ${Math.max(...tasks.map(({ cpuMs }) => Math.round(cpuMs)))} ms`;
}

function inMs({ ms, cpuMs, parts }: Task): string {
  return `${Math.round(ms)} ms, work ${Math.round(cpuMs)}: ${parts}`;
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
      parts: largestParts(within),
    });
    isChanged = isScript || (isChanged && !draws);
  }
  return tasks.filter(({ cpuMs }) => cpuMs >= leastMs).toSorted((one, other) => other.ms - one.ms);
}

/** How many parts of a task are told. */
const toldParts = 3;

/** The events of a task that took most themselves, without those within them; sorted by their beginning. */
function largestParts(events: readonly TraceEvent[]): string {
  const own = new Map<string, number>();
  const add = (name: string, tdur: number) => own.set(name, (own.get(name) ?? 0) + tdur);
  const open: TraceEvent[] = [];
  for (const event of events) {
    while (open.length > 0 && endOf(open.at(-1) as TraceEvent) <= event.ts) open.pop();
    const around = open.at(-1);
    if (around) add(nameOf(around), -(event.tdur ?? 0));
    add(nameOf(event), event.tdur ?? 0);
    open.push(event);
  }
  return [...own]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, toldParts)
    .map(([name, us]) => `${name} ${Math.round(us / 1000)}`)
    .join(', ');
}

/** Of a script with its function, where that has a name. */
function nameOf({ name, args }: TraceEvent): string {
  const { functionName, scriptName, url } =
    (args as { data?: Record<string, string> } | undefined)?.data ?? {};
  const file = (scriptName ?? url)?.split('/').at(-1) ?? '';
  return name === 'FunctionCall' ? `${file} ${functionName ?? ''}`.trim() : name;
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

/** Names the thread on which something happened. */
export function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}
