/** What changes of an author cost, as minus their log-likelihood. */

/** A word that was misspelt: of which at least `LEAST_ALIKE` is the same. */
export const MISSPELT = 4;
export const LEAST_ALIKE = 0.66;
/** What it costs more to replace a number: it is another article, case or amount, and seldom an edit. */
export const OTHER_NUMBER = 3;
/** A word that was taken out or put in, and each further one beside it. */
export const TAKEN_OUT = 4.7;
export const TAKEN_OUT_MORE = 1;
export const PUT_IN = 9;
export const PUT_IN_MORE = 5;
/** What it costs more to take out a sentence where the layout of the new text does not show that one starts. */
export const UNSEEN = 3;
