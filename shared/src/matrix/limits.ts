/** Longest words that are sought, in UTF-16 code units. It stands apart from the schemas since search fields have it too. */
export const maxQuestionLength = 200;
