/** Reading and changing BPSim elements in a moddle tree, where they are generic: by namespace and local name. */
import type { ModdleElement } from '../moddle.ts';
import { isElement, list, many, text } from '../moddle.ts';
import { BPSIM_1, BPSIM_2, CHILD_ORDER } from './vocabulary.ts';

/** Local name of an element. */
export const localName = (element: ModdleElement): string => element.$descriptor.ns.localName;

/** Namespace of an element. */
export const namespaceOf = (element: ModdleElement): string => element.$descriptor.ns.uri ?? '';

/** Whether an element is BPSim's, of either version. */
export const isBpsim = (element: ModdleElement): boolean =>
  namespaceOf(element) === BPSIM_2 || namespaceOf(element) === BPSIM_1;

/** BPSim children, all or those of one name. */
export const children = (parent: ModdleElement | undefined, name?: string): readonly ModdleElement[] =>
  parent
    ? many(parent, '$children').filter((child) => isBpsim(child) && (name === undefined || localName(child) === name))
    : [];

/** First BPSim child of that name. */
export const child = (parent: ModdleElement | undefined, name: string): ModdleElement | undefined =>
  children(parent, name)[0];

/** An attribute, trimmed; undefined when absent or blank. */
export const attribute = (element: ModdleElement, name: string): string | undefined =>
  text(element, name)?.trim() || undefined;

/** A new element of the same namespace (and prefix) as `like`, not yet in the tree. */
export function make(
  like: ModdleElement,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): ModdleElement {
  const { prefix } = like.$descriptor.ns;
  return like.$model.createAny(prefix ? `${prefix}:${name}` : name, namespaceOf(like), attributes);
}

/** Puts `element` among the children of `parent`, after those that the schema wants before it. */
export function insert(parent: ModdleElement, element: ModdleElement): void {
  const order = CHILD_ORDER[localName(parent)] ?? [];
  const rank = order.indexOf(localName(element));
  const siblings = list(parent, '$children');
  const before = siblings.findLastIndex(
    (sibling) => isElement(sibling) && isBpsim(sibling) && order.indexOf(localName(sibling)) <= rank,
  );
  // Values stand in the order in which they come; only the schema's groups and parameters have places.
  siblings.splice(rank < 0 ? siblings.length : before + 1, 0, element);
  element.$parent = parent;
}

/** The child of that name, made when missing. */
export function ensure(parent: ModdleElement, name: string): ModdleElement {
  const found = child(parent, name);
  if (found) return found;
  const made = make(parent, name);
  insert(parent, made);
  return made;
}

/** Takes `element` out of its parent. */
export function remove(element: ModdleElement): void {
  const parent = element.$parent;
  if (!parent) return;
  const siblings = list(parent, '$children');
  const at = siblings.indexOf(element);
  if (at >= 0) siblings.splice(at, 1);
}

/** Whether nothing but white space is inside and no attribute says anything. */
export const isEmpty = (element: ModdleElement): boolean => many(element, '$children').length === 0;
