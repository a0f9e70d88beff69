/**
 * Conditions and formulas on case attributes as plain data. The text is FEEL; `src/bpmn/expression.ts` parses it, the engine
 * evaluates this tree only. Values are numbers, texts and booleans; comparing different types is false.
 */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
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
      readonly name: 'abs' | 'floor' | 'ceiling' | 'min' | 'max';
      readonly args: readonly Expression[];
    };

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** A formula as its author wrote it, with its tree; `tree` is absent when the text cannot be understood (an issue says why). */
export interface Formula {
  readonly text: string;
  readonly tree?: Expression;
}
