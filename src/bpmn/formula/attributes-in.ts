/** Which case attributes a formula asks for. */
import type { Expression } from '#simulation';

/** Their names, in the order of the text; a name used twice stands twice. */
export function attributesIn(tree: Expression): readonly string[] {
  switch (tree.type) {
    case 'attribute':
      return [tree.name];
    case 'negate':
    case 'not':
      return attributesIn(tree.operand);
    case 'binary':
      return [...attributesIn(tree.left), ...attributesIn(tree.right)];
    case 'if':
      return [tree.condition, tree.then, tree.else].flatMap(attributesIn);
    case 'in':
      return [tree.value, ...tree.list].flatMap(attributesIn);
    case 'call':
      return tree.args.flatMap(attributesIn);
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
      return [];
  }
}
