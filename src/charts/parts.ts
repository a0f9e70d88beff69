/** Names of the parts of the cycle time. */
import { msg } from '@lit/localize';
import type { DecompositionPart } from '#simulation';

/** What the case is doing, as a label. */
export function partName(part: DecompositionPart): string {
  switch (part) {
    case 'working':
      return msg('Working');
    case 'paused':
      return msg('Paused off shift', { desc: 'work begun, people off shift' });
    case 'queuedContention':
      return msg('Waiting for busy people');
    case 'queuedOffShift':
      return msg('Waiting for the shift');
    case 'batching':
      return msg('Waiting for a batch');
    case 'external':
      return msg('Waiting for others', { desc: 'timer, message or partner' });
    case 'synchronising':
      return msg('Waiting for parallel work');
  }
}
