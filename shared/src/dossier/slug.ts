/** Most letters of a slug. */
export const maxSlugLength = 64;

/** Lower-case words joined by hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a text can name a dossier in an address. Knows no schema, since pages ask it before schemas are here. */
export function isSlug(text: string): boolean {
  return text.length <= maxSlugLength && slugPattern.test(text);
}
