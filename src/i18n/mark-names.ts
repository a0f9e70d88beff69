/** What the marks of a comparison are called. */
import { msg } from '@lit/localize';

/** What a mark on the diagram means. */
export function markName(mark: 'added' | 'removed' | 'changed' | 'moved'): string {
  switch (mark) {
    case 'added':
      return msg('added');
    case 'removed':
      return msg('removed');
    case 'changed':
      return msg('changed');
    case 'moved':
      return msg('moved');
  }
}
