/**
 * Whether a password is too easy to guess, by the guesses that an informed attacker needs (zxcvbn; Wheeler, USENIX
 * Security 2016): 49,000 passwords from leaks and whatever is made of them by digits, repetition, spelling or case;
 * runs along the keyboard, dates and sequences; and what everybody knows of the person and of this server.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Whose password it is, and where it is used. */
interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  /** Address under which people reach the server. */
  readonly publicUrl: string;
}

/** Guesses that a password must withstand: what zxcvbn calls very hard to guess, also for who has the hash. */
const leastGuesses = 1e10;

/** What people here think of first: the product, what they work on, who they are. */
const wordsOfTheField = [
  'waarborg waarborgen dossier passage codeur redacteur eigenaar jurist beheerder wachtwoord welkom geheim toegang',
  'aanmelden nederland denhaag binnenhof wet wetsvoorstel kamer tweedekamer eerstekamer kamerstuk memorie',
  'raadvanstate minister ministerie staatssecretaris overheid asiel asielwet vreemdelingenwet lente zomer herfst',
  'winter januari februari maart april juni juli augustus september oktober november december maandag dinsdag',
  'woensdag donderdag vrijdag',
].flatMap((words) => words.split(' '));

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Read at the first password that is set, not at the start: it takes a quarter of a second. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/** The words of a text, and the text as people write it in one word. */
function spellings(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [text.toLowerCase(), ...words, ...['', '.', '-', '_', ' '].map((between) => words.join(between))];
}

/** Whether somebody else could guess the password that a person chooses. */
export async function isGuessable(
  password: string,
  { name, email, publicUrl }: PasswordOwner,
): Promise<boolean> {
  estimator ??= loadEstimator();
  const [account = '', domain = ''] = email.split('@');
  const known = [name, account, domain, email, new URL(publicUrl).hostname].flatMap(spellings);
  const { guesses } = (await estimator).check(password, [...wordsOfTheField, ...known]);
  return guesses < leastGuesses;
}
