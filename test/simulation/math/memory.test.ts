import { expect, it } from 'vitest';
import { bytes, doubles, integers } from '../../../simulation/math/memory.ts';

it('arrays are empty, as long as was asked, and share nothing', () => {
  const made = [doubles(3), integers(5), bytes(7), doubles(0)];
  expect(made.map((array) => array.length)).toEqual([3, 5, 7, 0]);
  expect(made.flatMap((array) => [...array]).every((value) => value === 0)).toBe(true);
  made[0]!.fill(1);
  expect([...made[1]!, ...made[2]!].every((value) => value === 0)).toBe(true);
});

it('arrays begin at other lines of their page than those made before and after them', () => {
  const lines = Array.from({ length: 64 }, () => (integers(1024).byteOffset % 4096) / 64);
  expect(lines.every(Number.isInteger)).toBe(true);
  // Thirteen multiples of five lines fit into a page; then it goes on in between.
  expect(new Set(lines).size).toBe(64);
});
