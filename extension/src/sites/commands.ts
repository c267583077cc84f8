/** Name by which browsers know the command that does what the toolbar button does. */
export const actionCommand = '_execute_action';

/** Name of the command that starts picking passages by keyboard; in the manifest. */
export const pickPassagesCommand = 'pick-passages';
