/**
 * The little that browsers and Node have in common and that this package uses (WHATWG URL,
 * Encoding). Declared here, because this package is compiled with neither the DOM nor Node.
 */

interface URLSearchParams {
  get(name: string): string | null;
  forEach(visit: (value: string, name: string) => void): void;
  delete(name: string): void;
}
declare const URLSearchParams: { new (text?: string): URLSearchParams };

interface URL {
  hash: string;
  readonly hostname: string;
  readonly href: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly searchParams: URLSearchParams;
}
declare const URL: { new (address: string): URL; canParse(address: string): boolean };

declare const TextDecoder: {
  new (encoding?: string, options?: { fatal?: boolean }): { decode(bytes: Uint8Array): string };
};
declare const TextEncoder: { new (): { encode(text: string): Uint8Array } };
