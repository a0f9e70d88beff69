/** Formulas: from FEEL and its neighbours to trees and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '#simulation';
import { formatXPath } from '../../../../src/bpmn/formula/format-formula.ts';
import { formatFormula, parseFormula } from '../../../../src/bpmn/index.ts';

const BINARY = ['+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>=', 'and', 'or'] as const;

const { tree: arbitraryTree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      type: fc.constant('number' as const),
      value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
    }),
    fc.record({ type: fc.constant('text' as const), value: fc.constantFrom('high', 'a "b"', "it's", 'x\\y', '金额') }),
    fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
    fc.record({
      type: fc.constant('attribute' as const),
      name: fc.constantFrom('amount', 'loan amount', '金额', 'a-b', 'in order', 'x.y', '1st'),
    }),
    fc.record({ type: fc.constant('not' as const), operand: tie('tree') }),
    fc.record({
      type: fc.constant('binary' as const),
      operator: fc.constantFrom(...BINARY),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({ type: fc.constant('if' as const), condition: tie('tree'), then: tie('tree'), else: tie('tree') }),
    fc.record({
      type: fc.constant('in' as const),
      value: tie('tree'),
      list: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('call' as const),
      name: fc.constantFrom('min' as const, 'max' as const),
      args: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

describe('formulas', () => {
  it('are written so that they parse to the same tree', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        expect(parseFormula(formatFormula(tree)).tree).toEqual(tree);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['amount > 100 and risk = "high"', 'amount > 100 and risk = "high"'],
    ['${amount > 100}', 'amount > 100'],
    ['#{amount > 100}', 'amount > 100'],
    ['=amount>100', 'amount > 100'],
    ["amount == 1 && risk != 'low' || urgent", 'amount = 1 and risk != "low" or urgent'],
    ["bpsim:getProperty('amount') div 2 >= 1", 'amount / 2 >= 1'],
    ['x between 1 and 3', 'x >= 1 and x <= 3'],
    ['x in [1..3)', 'x >= 1 and x < 3'],
    ['x in (<3, 5)', 'x < 3 or x = 5'],
    ['risk in ["a", "b"]', 'risk in ("a", "b")'],
    ['if a then 1 else -2', 'if a then 1 else -2'],
    ['true()', 'true'],
    ['min([1, b])', 'min(1, b)'],
    ['loan   amount > 1', 'loan amount > 1'],
  ])('reads %s', (text, feel) => {
    const { tree, issues } = parseFormula(text);
    expect(issues).toEqual([]);
    expect(tree && formatFormula(tree)).toBe(feel);
  });

  it.each([
    ['', ''],
    ['a +', 'a +'],
    ['some x in y satisfies x', 'some x in y satisfies x'],
    ['date("2020-01-01") > x', 'date("2020-01-01")'],
    ['matches(x, "(a+)+$")', 'matches(x, "(a+)+$")'],
    ['x = "open', '"'],
    ['('.repeat(3000), '('],
  ])('says what it does not understand in %.20s', (text, part) => {
    const { tree, issues } = parseFormula(text, { id: 'F', name: 'flow' });
    expect(tree).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'formula-not-understood', elementId: 'F' }]);
    expect(String(issues[0]?.values?.part)).toContain(part.slice(0, 3).trim());
  });

  it('are written as XPath where that has the words', () => {
    const xpath = (text: string): string | undefined => {
      const { tree } = parseFormula(text);
      return tree && formatXPath(tree);
    };
    expect(xpath('loan amount / 2 > 1 and risk in ("a", "b")')).toBe(
      "getProperty('loan amount') div 2 > 1 and (getProperty('risk') = 'a' or getProperty('risk') = 'b')",
    );
    expect(xpath('if a then 1 else 2')).toBeUndefined();
  });
});
