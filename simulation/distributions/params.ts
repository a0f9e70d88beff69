/** Reading validated parameters. */
import type { Params } from './distribution.ts';

/** The number called `name`; asking for another kind is our own fault. */
export function numberOf(params: Params, name: string): number {
  const value = params[name];
  if (typeof value !== 'number') throw new Error(`no number in parameter <${name}>`);
  return value;
}

/** The list called `name`. */
export function listOf(params: Params, name: string): readonly number[] {
  const value = params[name];
  if (typeof value !== 'object') throw new Error(`no list in parameter <${name}>`);
  return value;
}
