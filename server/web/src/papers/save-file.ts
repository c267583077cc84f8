import type { ApiFile } from '../api/request.ts';

/** Lets the browser keep a file, as if its reader had followed a link to it. */
export function saveFile({ content, name }: ApiFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address));
}
