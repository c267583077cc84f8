import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { takeTurn } from './take-turn.ts';

it('lets others in between two turns', async () => {
  const order: string[] = [];
  const turns = [1, 2, 3].map(async (number) => {
    await takeTurn();
    order.push(`turn ${number}`);
  });
  // Until the first has its immediate.
  await Promise.resolve();
  const other = nextTurn().then(() => order.push('other'));
  await Promise.all([...turns, other]);
  expect(order).toEqual(['turn 1', 'other', 'turn 2', 'turn 3']);
});
