/** The query string of an address with one value set, or taken away when it is empty; a change starts at the first page. */
export function withValue(search: string, name: string, value: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('cursor');
  if (value === '') parameters.delete(name);
  else parameters.set(name, value);
  return toSearch(parameters);
}

/** A query string with its question mark; empty without parameters. */
export function toSearch(parameters: URLSearchParams): string {
  return parameters.size === 0 ? '' : `?${parameters}`;
}
