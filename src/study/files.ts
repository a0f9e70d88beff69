/** Files on the user's disk: the native picker where there is one, else a file input and a download. */
import { fileOpen, fileSave, supported } from 'browser-fs-access';

/** A file as it was picked or dropped. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** All of the file, where it is larger than any process and `bytes` is its beginning. */
  readonly whole?: () => Promise<Uint8Array>;
  /** Lets the app save to the same place later. */
  readonly place?: FilePlace;
}

/** A file on disk the browser lets us write again. */
export interface FilePlace {
  readonly handle: FileSystemFileHandle;
  /** When it was last written as far as we know, in ms; another time means somebody else changed it. */
  readonly modified: number;
}

/** What became of a save. */
export interface SavedFile {
  readonly name: string;
  /** Absent when the browser downloaded a copy instead. */
  readonly place?: FilePlace;
}

/** What event logs are called. */
const LOGS = ['.csv', '.tsv', '.xes', '.gz'];

/** Bigger files are refused before they are read. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Lets the user pick files; nothing when the picker is cancelled. */
export async function pickFiles(): Promise<readonly OpenedFile[] | undefined> {
  const files = await unlessCancelled(
    fileOpen({
      id: 'preflight',
      multiple: true,
      extensions: ['.bpmn', '.bpmn2', '.bpsim', '.xml', '.json', '.preflight', ...LOGS],
    }),
  );
  return files && Promise.all(files.map(readFile));
}

/** Lets the user pick an event log, which may be larger than any process; nothing when the picker is cancelled. */
export async function pickLog(): Promise<Pick<OpenedFile, 'name' | 'bytes'> | undefined> {
  const file = await unlessCancelled(fileOpen({ id: 'preflight-log', extensions: [...LOGS, '.txt', '.xml'] }));
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads a picked or dropped file; of one above the limit just enough to see that it is. */
export async function readFile(file: File & { handle?: FileSystemFileHandle }): Promise<OpenedFile> {
  const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer());
  return {
    name: file.name,
    bytes,
    ...(file.size > MAX_FILE_BYTES ? { whole: async () => new Uint8Array(await file.arrayBuffer()) } : {}),
    ...(file.handle ? { place: { handle: file.handle, modified: file.lastModified } } : {}),
  };
}

/** Reads what was dropped on the window, keeping handles where the browser gives them. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly OpenedFile[]> {
  // Everything must be taken from the transfer before the first await empties it.
  const taken = [...transfer.items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return file ? [{ file, handle: handleOf(item) }] : [];
  });
  return Promise.all(
    taken.map(async ({ file, handle }) => {
      const kept = await handle;
      return readFile(kept?.kind === 'file' ? Object.assign(file, { handle: kept }) : file);
    }),
  );
}

/**
 * Writes a file: to `handle` when given, else where the user chooses; a download where browsers cannot do either. Nothing
 * when the user cancels.
 */
export async function writeFile(
  content: Blob,
  name: string,
  handle?: FileSystemFileHandle,
): Promise<SavedFile | undefined> {
  const extension = name.slice(name.lastIndexOf('.'));
  const saved = await unlessCancelled(
    fileSave(content, { id: 'preflight', fileName: name, extensions: [extension] }, handle ?? null).then((h) => ({
      handle: h,
    })),
  );
  if (!saved) return undefined;
  return supported && saved.handle ? { name: saved.handle.name, place: await placeOf(saved.handle) } : { name };
}

/** Whether somebody else wrote the file since we did. A file that is gone is no obstacle. */
export async function changedOnDisk({ handle, modified }: FilePlace): Promise<boolean> {
  try {
    return (await handle.getFile()).lastModified !== modified;
  } catch {
    return false;
  }
}

const placeOf = async (handle: FileSystemFileHandle): Promise<FilePlace> => ({
  handle,
  modified: (await handle.getFile()).lastModified,
});

/** A study's name as a file name that every system accepts. */
export function fileNameOf(name: string, extension: string): string {
  const safe = name
    .replace(/[\u0000-\u001f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${safe || 'study'}${extension}`;
}

interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle(): Promise<FileSystemFileHandle | FileSystemDirectoryHandle | null>;
}

const handleOf = (item: DataTransferItem): Promise<FileSystemHandleLike | null> | undefined =>
  hasHandle(item) ? item.getAsFileSystemHandle().catch(() => null) : undefined;

type FileSystemHandleLike = FileSystemFileHandle | FileSystemDirectoryHandle;

const hasHandle = (item: DataTransferItem): item is ItemWithHandle => 'getAsFileSystemHandle' in item;

async function unlessCancelled<T>(picking: Promise<T>): Promise<T | undefined> {
  try {
    return await picking;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
