/**
 * A design with one scenario in the fragment of an address: it needs no server, and browsers never send that part of an address
 * anywhere. Whoever has the link has the data.
 */
import * as v from 'valibot';
import { deflate, inflate } from './compress.ts';

/** What a link carries. The scenario and its seed stand in the document. */
export interface SharedDesign {
  /** Of the study. */
  readonly study: string;
  /** Of the design. */
  readonly name: string;
  readonly xml: string;
}

/** Characters up to which every mail and chat program keeps a link whole; longer ones are made with a warning. */
export const SAFE_LINK = 8 * 1024;
/** Characters above which a link is neither made nor opened. */
export const LONGEST_LINK = 32 * 1024;
/** Bytes a link may unpack to. */
const MAX_UNPACKED = 2 * 1024 * 1024;

const VERSION = 1;
const KEY = '#study=';
const SharedSchema = v.object({
  study: v.pipe(v.string(), v.maxLength(1000)),
  name: v.pipe(v.string(), v.maxLength(1000)),
  xml: v.string(),
});

/** The fragment, from `#` on. Its length is that of the link but for the address. */
export async function shareFragment({ study, name, xml }: SharedDesign): Promise<string> {
  const packed = await deflate(JSON.stringify({ study, name, xml }));
  return `${KEY}${VERSION}.${toBase64Url(packed)}`;
}

/** Whether the fragment is one of ours. */
export const isShareFragment = (fragment: string): boolean => fragment.startsWith(KEY);

/** What the fragment carries, or why it cannot be opened. Any text is an answer. */
export async function openFragment(fragment: string): Promise<SharedDesign | 'broken' | 'too-long' | 'newer'> {
  if (fragment.length > LONGEST_LINK) return 'too-long';
  const [, version, packed] = /^#study=(\d{1,6})\.([\w-]+)$/.exec(fragment) ?? [];
  if (version === undefined || packed === undefined) return 'broken';
  if (Number(version) > VERSION) return 'newer';
  try {
    const shared = v.safeParse(SharedSchema, JSON.parse(await inflate(fromBase64Url(packed), MAX_UNPACKED)));
    return shared.success ? shared.output : 'broken';
  } catch (error) {
    return error instanceof RangeError ? 'too-long' : 'broken';
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
