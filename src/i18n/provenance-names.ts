/** How the page calls the sources of figures. */
import { msg } from '@lit/localize';
import type { Provenance } from '#simulation';

/** Name of a source of figures. */
export function provenanceName(provenance: Provenance): string {
  switch (provenance) {
    case 'measured':
      return msg('measured');
    case 'expert':
      return msg('expert');
    case 'guess':
      return msg('guess');
  }
}
