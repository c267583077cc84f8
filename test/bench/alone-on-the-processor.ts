import { type TraceEvent, threadOf } from './trace-tasks.ts';

/** A whole task of a thread. */
type Task = TraceEvent & Required<Pick<TraceEvent, 'dur' | 'tts' | 'tdur'>>;

function isTask(event: TraceEvent): event is Task {
  const { name, ph, tdur, tts } = event;
  return ph === 'X' && name.endsWith('RunTask') && tdur !== undefined && tts !== undefined;
}

/**
 * The events of a trace as they would be had each thread had a processor to itself: a task begins when it began and
 * lasts as long as the thread worked in it, and what happens in it keeps its place in that work. Events that say nothing
 * of their thread's clock, and those between tasks, stay as they are.
 */
export function aloneOnTheProcessor(events: readonly TraceEvent[]): TraceEvent[] {
  const byThread = Map.groupBy(events, threadOf);
  return [...byThread.values()].flatMap((ofThread) => {
    let task: Task | undefined;
    // Of what begins at the same moment the task comes first.
    const sorted = ofThread.toSorted(
      (one, other) => one.ts - other.ts || Number(isTask(other)) - Number(isTask(one)),
    );
    return sorted.map((event) => {
      if (isTask(event)) task = event;
      if (!task || event.tts === undefined || event.ts > task.ts + task.dur) return event;
      return {
        ...event,
        ts: task.ts + event.tts - task.tts,
        ...(event.tdur === undefined ? {} : { dur: event.tdur }),
      };
    });
  });
}
