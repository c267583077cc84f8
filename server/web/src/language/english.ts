/**
 * Resolves when the English texts are there; rejects where they do not come. In the pages of a server they are in a file
 * of their own (`english-apart.ts`, which puts another module in the place of this one), everywhere else beside the Dutch.
 */
export async function loadEnglish(): Promise<void> {}
