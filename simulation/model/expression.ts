/**
 * Conditions and formulas on case attributes as plain data. The text is FEEL; `src/bpmn/expression.ts` parses it, the engine
 * evaluates this tree only. Values are numbers, texts and booleans; comparing different types is false.
 */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** What an attribute is that has no value, as a data object without state. */
  | { readonly type: 'null' }
  | { readonly type: 'attribute'; readonly name: string }
  | { readonly type: 'negate'; readonly operand: Expression }
  | { readonly type: 'not'; readonly operand: Expression }
  | {
      readonly type: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly type: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly else: Expression;
    }
  | { readonly type: 'in'; readonly value: Expression; readonly list: readonly Expression[] }
  | {
      readonly type: 'call';
      readonly name: FunctionName;
      readonly args: readonly Expression[];
    };

/** Functions of FEEL that formulas may call. */
export const FUNCTION_NAMES = [
  'abs',
  'floor',
  'ceiling',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'decimal',
  'modulo',
  'sqrt',
  'min',
  'max',
  'sum',
  'mean',
  'product',
  'odd',
  'even',
  'contains',
  'starts with',
  'ends with',
  'string length',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

export type BinaryOperator = '+' | '-' | '*' | '/' | '**' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** A formula as its author wrote it, with its tree; `tree` is absent when the text cannot be understood (an issue says why). */
export interface Formula {
  readonly text: string;
  readonly tree?: Expression;
}
