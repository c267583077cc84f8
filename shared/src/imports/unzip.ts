import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { maxParts, maxUnpackedBytes } from './import-limits.ts';
import { ImportRefusal } from './import-refusal.ts';

/** Bytes of the packed file that are read at once, so that a bomb is noticed before it has gone off. */
const bytesAtOnce = 64 * 1024;

/** Whether bytes begin as a ZIP file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** A name with the sign between folders that the format has; some programs write that of their system. */
function plainName(name: string): string {
  return name.replaceAll('\\', '/');
}

/** A name that stays within the folder into which somebody might unpack it. */
function isSafeName(name: string): boolean {
  const isRelative = !/^\/|^[a-z]:/iu.test(name);
  return isRelative && !name.includes('\0') && !name.split('/').includes('..');
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/**
 * The parts of a ZIP file by their names. What it unfolds to is counted while it unfolds: what it says of its sizes
 * is not believed.
 *
 * @throws ImportRefusal `zip-broken`, `zip-too-large`, `zip-path`
 */
export function unzip(bytes: Uint8Array, maxBytes = maxUnpackedBytes): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let size = 0;
  const unzipper = new Unzip((part) => {
    const name = plainName(part.name);
    if (!isSafeName(name)) throw new ImportRefusal('zip-path');
    if (parts.size >= maxParts) throw new ImportRefusal('zip-too-large');
    if (parts.has(name)) throw new ImportRefusal('zip-broken');
    const chunks: Uint8Array[] = [];
    parts.set(name, chunks);
    part.ondata = (error, chunk) => {
      // What this function threw at an earlier piece comes back as an error of the next.
      if (error) throw error;
      size += chunk.length;
      if (size > maxBytes) throw new ImportRefusal('zip-too-large');
      chunks.push(chunk);
    };
    part.start();
  });
  unzipper.register(UnzipInflate);
  unzipper.register(UnzipPassThrough);
  try {
    for (let start = 0; start < bytes.length; start += bytesAtOnce) {
      unzipper.push(bytes.subarray(start, start + bytesAtOnce), start + bytesAtOnce >= bytes.length);
    }
  } catch (error) {
    throw error instanceof ImportRefusal ? error : new ImportRefusal('zip-broken', { cause: error });
  }
  if (parts.size === 0) throw new ImportRefusal('zip-broken');
  return new Map([...parts].map(([name, chunks]) => [name, joinChunks(chunks)]));
}
