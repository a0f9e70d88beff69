/** What of a file the model cannot hold, taken down when it is opened and put back whenever it is written. */
import { restoreIdentifiers, type OriginalIds } from '../front-door/identifiers.ts';
import { survey } from './anchors.ts';
import { collectAttributes, restoreAttributes, type LostAttributes } from './attributes.ts';
import { collectPieces, restorePieces, type Piece, type Unread } from './pieces.ts';
import { restoreVendorTexts, vendorTexts, type VendorTexts } from './vendor-texts.ts';

/** Plain data: passes between threads. */
export interface Keepsakes {
  /** Extensions of vendors that must be written as they were. */
  readonly vendors: VendorTexts;
  /** Comments, processing instructions and elements the model has no place for. */
  readonly pieces: readonly Piece[];
  readonly attributes: LostAttributes;
  /** Ids as the file has them. */
  readonly ids: OriginalIds;
}

/** `written` is what the writer makes of `xml` when nobody changed it; `unread` what the reader complained about. */
export function collectKeepsakes(xml: string, written: string, ids: OriginalIds, unread: Unread): Keepsakes {
  const before = survey(xml);
  const after = survey(written);
  const pieces = collectPieces(xml, before, after, unread);
  return {
    vendors: xml.includes('extensionElements>') ? vendorTexts(xml, written) : new Map(),
    pieces,
    attributes: collectAttributes(xml, before, written, after, pieces),
    ids,
  };
}

/** Newly written XML with everything put back that still has its place. */
export function restoreKeepsakes(xml: string, { vendors, pieces, attributes, ids }: Keepsakes): string {
  const whole = restoreAttributes(restorePieces(restoreVendorTexts(xml, vendors), pieces), attributes);
  return restoreIdentifiers(whole, ids);
}
