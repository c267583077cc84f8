import { describe, expect, it } from 'vitest';
import { withoutStrayed } from './strayed-pieces.ts';

const gap = { oldFrom: 0, oldTo: 4000, newFrom: 0, newTo: 4000 };
const inPlace = [500, 1000, 2500, 3000].map((at) => ({ old: at, new: at + 10, length: 60 }));
const [first, second, third, fourth] = inPlace as [Piece, Piece, Piece, Piece];
type Piece = (typeof inPlace)[number];
const asItIs = (old: number) => old;

describe('withoutStrayed', () => {
  it('leaves out a piece far ahead that leaves no room for what stood behind it', () => {
    const astray = { old: 1100, new: 2450, length: 42 };
    expect(withoutStrayed([first, second, astray, third, fourth], gap, asItIs)).toEqual(inPlace);
  });

  it('leaves out pieces far behind that leave no room for what stood before them', () => {
    const astray = [2300, 2400].map((old, at) => ({ old, new: 1100 + 50 * at, length: 42 }));
    expect(withoutStrayed([first, second, ...astray, third, fourth], gap, asItIs)).toEqual(inPlace);
  });

  it('keeps what stands behind a chapter that was removed', () => {
    const moved = [third, fourth].map((piece) => ({ ...piece, new: piece.new - 1400 }));
    const shorter = { ...gap, newTo: 2600 };
    expect(withoutStrayed([first, second, ...moved], shorter, asItIs)).toEqual([first, second, ...moved]);
  });

  it('measures by where the pieces stood, where little is known between them', () => {
    const placeOf = (old: number) => (old < 1500 ? old : old + 5000);
    const behind = [third, fourth].map((piece) => ({ ...piece, new: piece.new + 5000 }));
    const known = { ...gap, newTo: 9000 };
    const dense = [{ old: 1200, new: 1210, length: 30 }];
    expect(withoutStrayed([first, second, ...dense, ...behind], known, placeOf)).toHaveLength(5);
  });
});
