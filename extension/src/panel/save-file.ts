/** Hands a text to the browser as a file to keep. */
export function saveFile(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; in the same turn it may not have.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
