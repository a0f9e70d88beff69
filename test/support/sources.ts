/** The project's own TypeScript files as data, for tests about the structure of the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

export interface Source {
  /** From the top of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, in any form, types included: a path from the top of the project, or the name of a package as written. */
  readonly imports: readonly string[];
}

/** The TypeScript files under a folder of the project, those written by tools left out. */
export function sourcesUnder(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(text, path) };
    });
}

function importsOf(text: string, path: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? join(dirname(path), fileName) : fileName));
}

/** Visits every node of the file's syntax tree. */
export function walk({ path, text }: Source, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}

/** Names the file uses but neither declares, imports nor reaches through a dot: what it expects of the global scope. */
export function globalsOf(source: Source): ReadonlySet<string> {
  const declared = new Set<string>();
  const used = new Set<string>();
  walk(source, (node) => {
    if (!ts.isIdentifier(node)) return;
    const { parent } = node;
    if (isMember(node, parent)) return;
    if (isDeclaration(parent) && parent.name === node) declared.add(node.text);
    else used.add(node.text);
  });
  return new Set([...used].filter((name) => !declared.has(name)));
}

/** `b` in `a.b`, in `{ b: 1 }` and in `interface { b: number }`. */
const isMember = (node: ts.Identifier, parent: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isGetAccessorDeclaration(parent)) &&
  parent.name === node;

const isDeclaration = (node: ts.Node): node is ts.Node & { readonly name: ts.Node } =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isImportSpecifier(node) ||
  ts.isImportClause(node) ||
  ts.isNamespaceImport(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isTypeParameterDeclaration(node);

/** Members of `object` that the file reaches: `log` for `Math.log`, `Math['log']` and `const { log } = Math`. */
export function membersOf(object: string, source: Source): ReadonlySet<string> {
  const members = new Set<string>();
  const isObject = (node: ts.Node | undefined): boolean =>
    node !== undefined && ts.isIdentifier(node) && node.text === object;
  walk(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && isObject(node.expression)) members.add(node.name.text);
    else if (ts.isElementAccessExpression(node) && isObject(node.expression))
      members.add(ts.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : '[…]');
    else if (ts.isVariableDeclaration(node) && isObject(node.initializer)) members.add(node.name.getText());
  });
  return members;
}

/** The literal parts of the file's templates with this tag, `${}` for every value. */
export function templatesOf(tag: string, source: Source): string[] {
  const templates: string[] = [];
  walk(source, (node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== tag) return;
    const { template } = node;
    const parts = ts.isTemplateExpression(template)
      ? [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
      : [template.text];
    templates.push(parts.join('${}'));
  });
  return templates;
}
