import { expect, test } from 'vitest';
import { aloneOnTheProcessor } from './alone-on-the-processor.ts';

const thread = { pid: 1, tid: 2, ph: 'X' };

test('A task lasts as long as its thread worked, and what happens in it keeps its place in that work', () => {
  const events = [
    // Begins with its task, and is told before it, as Chromium does.
    { ...thread, name: 'FunctionCall', ts: 1_000, dur: 50_000, tts: 400, tdur: 20_000 },
    { ...thread, name: 'RunTask', ts: 1_000, dur: 60_000, tts: 400, tdur: 25_000 },
    // After 20 ms of work, for which the clock took 50.
    { ...thread, name: 'Layout', ts: 51_000, dur: 9_000, tts: 20_400, tdur: 4_000 },
    { ...thread, name: 'firstContentfulPaint', ph: 'R', ts: 60_500, tts: 25_200 },
    { ...thread, name: 'RunTask', ts: 70_000, dur: 3_000, tts: 25_500, tdur: 3_000 },
  ];
  expect(aloneOnTheProcessor(events).map(({ name, ts, dur }) => ({ name, ts, dur }))).toEqual([
    { name: 'RunTask', ts: 1_000, dur: 25_000 },
    { name: 'FunctionCall', ts: 1_000, dur: 20_000 },
    { name: 'Layout', ts: 21_000, dur: 4_000 },
    { name: 'firstContentfulPaint', ts: 25_800, dur: undefined },
    { name: 'RunTask', ts: 70_000, dur: 3_000 },
  ]);
});

test('Between tasks, on other threads and without a clock of the thread nothing changes', () => {
  const events = [
    { ...thread, name: 'RunTask', ts: 1_000, dur: 60_000, tts: 400, tdur: 25_000 },
    { ...thread, tid: 3, name: 'RasterTask', ts: 2_000, dur: 4_000, tts: 100, tdur: 1_000 },
    { ...thread, name: 'ResourceSendRequest', ph: 'I', ts: 3_000 },
    { ...thread, name: 'Commit', ts: 61_500, dur: 2_000, tts: 25_400, tdur: 1_000 },
  ];
  expect(aloneOnTheProcessor(events).slice(1)).toEqual(
    expect.arrayContaining(events.slice(1).map((event) => expect.objectContaining(event))),
  );
});
