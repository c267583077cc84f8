/** Longest slug that `slugSchema` allows. */
const maxLength = 64;

/** The slug that goes with a title: "Asielwetten 2025–2026" → "asielwetten-2025-2026". Empty when no letter of it can be used. */
export function slugOfTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, maxLength)
    .replace(/-+$/, '');
}
