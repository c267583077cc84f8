/** An official publication by the parts of its id (sources.md, "Identifiers"). */
export interface PublicationId {
  /** `kst`, `ah`, `h`, `stb`, `gmb` and so on, in lower case. */
  readonly kind: string;
  /** Everything between kind and suffix, in the case in which officielebekendmakingen prints it. */
  readonly parts: readonly string[];
  /** Annexes and the like, publications of their own: `n1`, `b1`, `h1`. */
  readonly suffix?: string;
}

/** Kinds of official publications, each with the shape of what follows. */
const shapes: Readonly<Record<string, RegExp>> = {
  kst: /^(?:\d{5,7}|(?:\d{8}-)?\d{5}(?:-(?:[IVXL]{1,6}[A-Z]?|[A-Z]|\d{2}|\(R\d+\)))?-(?:\d{1,5}[a-z]?|[A-Z]{1,3})|[CDILMVX]{1,8}-[A-Z]{1,3})$/iu,
  ah: /^(?:[te]k-)?(?:\d{8}|\d{4})-\d+$/iu,
  h: /^[te]k-\d{8}-\d+(?:-\d+){0,2}$/iu,
  kv: /^(?:(?:[te]k-)?\d{4}Z\d+|\d+)$/iu,
  ag: /^[te]k-\d{4}-\d{2}-\d{2}$/iu,
  nds: /^(?:[te]k-\d{4}D\d+|[a-z]+\d+|\d+)$/iu,
  blg: /^\d+$/u,
  stb: /^\d{4}-\d+$/u,
  trb: /^\d{4}-\d+$/u,
  stcrt: /^\d{4}-\d+(?:-p\d+)?(?:-v\d+)?(?:-(?:SC|CAO)\d+)?$/iu,
  gmb: /^\d{4}-\d+$/u,
  prb: /^\d{4}-\d+$/u,
  wsb: /^\d{4}-\d+$/u,
  bgr: /^\d{4}-\d+$/u,
};

/** Parts that are printed in small letters although letters elsewhere are capitals. */
const smallPart = /^(?:tk|ek|[pv]\d+|\d+[a-z]|[a-z]{2,}\d+)$/u;
const upperPart = /^(?:sc|cao)\d+$/u;

function printPart(part: string, kind: string): string {
  const lower = part.toLowerCase();
  if (upperPart.test(lower)) return lower.toUpperCase();
  return smallPart.test(lower) && !(kind === 'kv' && lower.includes('z')) ? lower : part.toUpperCase();
}

/** Reads the id of an official publication in any case; undefined for what is none. Never reads a file name. */
export function parsePublicationId(text: string): PublicationId | undefined {
  const match = /^([a-z]+)-(.+?)(?:-([nbh]\d{1,3}))?$/iu.exec(text.trim());
  if (!match) return undefined;
  const [, kind = '', rest = '', suffix] = match;
  const name = kind.toLowerCase();
  if (!shapes[name]?.test(rest)) return undefined;
  const parts = rest.split('-').map((part) => printPart(part, name));
  return { kind: name, parts, ...(suffix ? { suffix: suffix.toLowerCase() } : {}) };
}

/** The id as officielebekendmakingen prints it: `kst-31700-VI-32`, `stcrt-2024-5-p2-SC1`. */
export function formatPublicationId({ kind, parts, suffix }: PublicationId): string {
  return [kind, ...parts, ...(suffix ? [suffix] : [])].join('-');
}

/** The canonical id of an official publication, if the text is one: `kst-36704-11`. */
export function toPublicationId(text: string): string | undefined {
  const id = parsePublicationId(text);
  return id && formatPublicationId(id);
}
