/** Calls of variables that are set once, from an object of functions: such calls can only mean those functions. */
import { walk } from 'estree-walker';
import type { FunctionExpression, Identifier, Node, ObjectExpression, Program } from 'estree';

/** A method of the object, or the name of the function of the top level that it refers to. */
export type Attached = FunctionExpression | Identifier;

/**
 * What is behind variables of the top level, by name, where a function of the top level does nothing but set them from an object
 * (`({ a, b: c } = object)`) and is called in one place, with a constant of the top level.
 */
export function attachedMethods(program: Program): ReadonlyMap<string, Attached> {
  const attached = new Map<string, Attached>();
  const objects = constantObjects(program);
  for (const statement of program.body) {
    if (statement.type !== 'FunctionDeclaration') continue;
    const [only, more] = statement.body.body;
    if (more || only?.type !== 'ExpressionStatement' || only.expression.type !== 'AssignmentExpression') continue;
    const { left } = only.expression;
    const object =
      left.type === 'ObjectPattern' ? objects.get(onlyArgument(program, statement.id.name) ?? '') : undefined;
    if (left.type !== 'ObjectPattern' || !object) continue;
    const methods = methodsOf(object);
    for (const property of left.properties) {
      if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
      const found = methods.get(property.key.name);
      if (found && property.value.type === 'Identifier') attached.set(property.value.name, found);
    }
  }
  return attached;
}

/** Name of the argument of the only call of a function; undefined when there is none, or more than one. */
function onlyArgument(program: Program, name: string): string | undefined {
  const found: (string | undefined)[] = [];
  walk(program, {
    enter(node: Node) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== name) return;
      const [argument] = node.arguments;
      found.push(argument?.type === 'Identifier' ? argument.name : undefined);
    },
  });
  return found.length === 1 ? found[0] : undefined;
}

function constantObjects(program: Program): ReadonlyMap<string, ObjectExpression> {
  const objects = new Map<string, ObjectExpression>();
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue;
    for (const { id, init } of statement.declarations)
      if (id.type === 'Identifier' && init?.type === 'ObjectExpression') objects.set(id.name, init);
  }
  return objects;
}

function methodsOf(object: ObjectExpression): ReadonlyMap<string, Attached> {
  const methods = new Map<string, Attached>();
  for (const property of object.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    const { value } = property;
    if (value.type === 'FunctionExpression' || value.type === 'Identifier') methods.set(property.key.name, value);
  }
  return methods;
}
