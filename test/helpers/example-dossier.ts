/** The dossier that a server has when it first starts. */
export const exampleDossier = {
  slug: 'voorbeeld',
  title: 'Wet stroomlijning toelatingsprocedure (voorbeeld)',
};
