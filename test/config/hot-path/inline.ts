/**
 * Writes the bodies of hot functions where hot functions call them. Compilers do this too, but stop at a size that the way of a
 * task through the kernel goes beyond; and the sources keep their small functions.
 */
import { walk } from 'estree-walker';
import { Body } from './body.ts';
import { Names } from './names.ts';
import { calledFunction, readProgram, type HotFunction, type HotProgram } from './program.ts';

/**
 * Most nodes of the syntax tree of a body that is written elsewhere, and of a function that others are written into. Best of those
 * tried on the models of the bench: beyond them, compilers do worse.
 */
const MOST_IN_BODY = 600;
const MOST_IN_FUNCTION = 3000;
/** The same of a function where one is written that is called nowhere else: then nothing is there twice. */
const MOST_IN_FUNCTION_ONCE = 6000;

/** The bundle with calls between hot functions replaced by what they do. */
export function inlineCalls(code: string, isHot: (name: string, position: number) => boolean): string {
  const names = new Names();
  const program = readProgram(code, isHot, names);
  const sites = callSites(program);
  const done = new Map<HotFunction, 'under way' | 'done'>();

  // Those that are called first, so that they are written elsewhere as they will be; around a circle one call stays.
  const visit = (hot: HotFunction): void => {
    if (done.has(hot)) return;
    done.set(hot, 'under way');
    walk(hot.code.body, {
      enter: (node) => {
        const called = node.type === 'CallExpression' ? calledFunction(program.functions, node) : undefined;
        if (called) visit(called);
      },
    });
    const accepts = (called: HotFunction, size: number): boolean =>
      called.canMove &&
      done.get(called) === 'done' &&
      (sites.get(called) === 1
        ? size + called.size <= MOST_IN_FUNCTION_ONCE
        : called.size <= MOST_IN_BODY && size + called.size <= MOST_IN_FUNCTION);
    new Body(
      hot,
      (call, size) => {
        const called = calledFunction(program.functions, call);
        return called && accepts(called, size) ? called : undefined;
      },
      names,
    ).rewrite();
    done.set(hot, 'done');
  };
  for (const hot of program.functions.values()) visit(hot);
  return program.write();
}

/** How many calls of each hot function there are in hot functions. */
function callSites({ functions }: HotProgram): ReadonlyMap<HotFunction, number> {
  const sites = new Map<HotFunction, number>();
  for (const { code } of functions.values())
    walk(code.body, {
      enter(node) {
        const called = node.type === 'CallExpression' ? calledFunction(functions, node) : undefined;
        if (called) sites.set(called, (sites.get(called) ?? 0) + 1);
      },
    });
  return sites;
}
