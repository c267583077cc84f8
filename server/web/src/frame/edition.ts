/** Id of the element in which a file for offline reading carries its dossier. */
export const offlineDossierId = 'offline-dossier';

/** Whether the page is a file by itself, which carries its dossier and has no server. */
export const isOffline = document.getElementById(offlineDossierId) !== null;
