import { parseArgs } from 'node:util';
import type { Language } from '@waarborg/shared/messages';
import { adminMessages } from '@waarborg/shared/messages/admin';

/** A command that cannot be carried out; the message is for the administrator. */
export class CommandError extends Error {}

/** What each command takes: the options that it knows, and how many words without one. */
const commands = {
  'create-token': { options: ['user', 'dossier', 'name'], words: 0 },
  'create-user': { options: ['user', 'name'], words: 0 },
  'set-role': { options: ['user', 'dossier', 'role'], words: 0 },
  'reset-link': { options: ['user'], words: 0 },
  'sign-out': { options: ['user', 'everybody'], words: 0 },
  'erase-user': { options: ['user'], words: 0 },
  'restore-dossier': { options: ['dossier'], words: 0 },
  'remove-dossier': { options: ['dossier'], words: 0 },
  'rebuild-search': { options: [], words: 0 },
  backup: { options: [], words: 1 },
  restore: { options: ['replace'], words: 1 },
  copy: { options: [], words: 2 },
  verify: { options: [], words: 0 },
} as const satisfies Record<string, { options: readonly OptionName[]; words: number }>;

const options = {
  user: { type: 'string' },
  name: { type: 'string' },
  dossier: { type: 'string' },
  role: { type: 'string' },
  everybody: { type: 'boolean' },
  replace: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type OptionName = keyof typeof options;

export type CommandName = keyof typeof commands;
const names = Object.keys(commands) as CommandName[];

/** A command as the administrator asked for it. */
export interface AskedCommand {
  readonly name: CommandName;
  readonly options: Partial<Record<'user' | 'name' | 'dossier' | 'role', string>> &
    Partial<Record<'everybody' | 'replace', boolean>>;
  /** What stands after its name without an option. */
  readonly words: readonly string[];
}

/** How one command is asked for, in one line. */
function usageOf(name: CommandName, language: Language): string {
  const messages = adminMessages[language];
  return `${messages.usage} ${name} ${messages[`takes.${name}`]}`.trim();
}

/** How every command is asked for, and what it does. */
export function describeCommands(language: Language): string {
  const messages = adminMessages[language];
  const lines = names.map((name) => {
    const asked = `${name} ${messages[`takes.${name}`]}`.trim();
    return `  ${asked}\n      ${messages[`about.${name}`]}`;
  });
  return [`${messages.usage} ${messages.aCommand}`, '', ...lines].join('\n');
}

/** What is wrong with words that cannot even be taken apart, in our own words: Node says it in English. */
function explainParsing(error: unknown, language: Language): CommandError {
  const messages = adminMessages[language];
  if (!(error instanceof Error && 'code' in error)) throw error;
  const option = /'(-[^\s']*)/u.exec(error.message)?.[1] ?? '';
  const isKnown = option.slice(2) in options;
  return new CommandError(isKnown ? messages.valueMissing(option.slice(2)) : messages.unknownOption(option));
}

/**
 * The command that the words of a command line ask for; undefined where they ask how it is done.
 *
 * @throws CommandError for words that ask for nothing that there is.
 */
export function readCommand(args: readonly string[], language: Language): AskedCommand | undefined {
  const messages = adminMessages[language];
  const parse = () => parseArgs({ args: [...args], options, allowPositionals: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw explainParsing(error, language);
  }
  const { help, ...given } = parsed.values;
  const [first = '', ...words] = parsed.positionals;
  if (help || first === 'help') return undefined;
  const name = names.find((known) => known === first);
  if (!name) {
    const problem = first === '' ? [] : [messages.unknownCommand(first), ''];
    throw new CommandError([...problem, describeCommands(language)].join('\n'));
  }
  const known: readonly string[] = commands[name].options;
  const foreign = Object.keys(given).find((option) => !known.includes(option));
  if (foreign !== undefined)
    throw new CommandError(`${messages.foreignOption(foreign, name)} ${usageOf(name, language)}`);
  if (words.length !== commands[name].words) throw new CommandError(usageOf(name, language));
  return { name, options: given, words };
}
