import { defineCatalogue } from './catalogue.ts';

/** What a form says where somebody else changed meanwhile what is being changed in it. */
export const editMessages = defineCatalogue(
  {
    theirsTitle:
      'Iemand anders wijzigde dit terwijl u typte. Wat u niet had gewijzigd, is bijgewerkt. Dit typte u anders:',
    theirs: (field: string, value: string) => `${field} is nu ‘${value}’.`,
    theirsEmpty: (field: string) => `${field} is nu leeg.`,
    takeTheirs: 'Neem over',
    takeTheirsOf: (field: string) => `Neem over: ${field}`,
  },
  {
    theirsTitle:
      'Somebody else changed this while you typed. What you had not changed is up to date. Here you typed something else:',
    theirs: (field, value) => `${field} is ‘${value}’ now.`,
    theirsEmpty: (field) => `${field} is empty now.`,
    takeTheirs: 'Take it',
    takeTheirsOf: (field) => `Take it: ${field}`,
  },
);
