/** Id of the element in which a file for offline reading carries its dossier. */
export const offlineDossierId = 'offline-dossier';

/**
 * Whether the page is a file by itself, which carries its dossier and has no server. Known when it is built, so that
 * the file has nothing in it that asks a server.
 */
export const isOffline = import.meta.env.MODE === 'offline';
