/** How long a browser may take to begin with the reading of a file. */
const readingMs = 60_000;

/** Lets the browser keep a file, as if one had followed a link to it. */
export function saveFile({ content, name }: { readonly content: Blob; readonly name: string }): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readingMs);
}
