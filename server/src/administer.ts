import { type Language, preferredLanguage } from '@waarborg/shared/messages';
import { peopleCommands } from './administration/people-commands.ts';
import {
  type AskedCommand,
  CommandError,
  describeCommands,
  readCommand,
} from './administration/read-command.ts';
import { databasePlace, openPrepared, openUpToDate } from './open-up-to-date.ts';
import { toProblemLine } from './problem-lines.ts';
import { readSettings, type Settings, withServingEnvironment } from './settings.ts';
import { toUpkeepLine, type UpkeepContext, upkeepCommands } from './upkeep/upkeep-commands.ts';

/** Where the lines of a command go. */
export interface Lines {
  /** What programs read of it. */
  print(line: string): void;
  /** What the administrator reads beside it. */
  say(line: string): void;
}

interface Administration extends Lines {
  readonly language: Language;
  readonly settings: Settings;
}

/** Carries out a command of upkeep: it works on the database as a whole and not on what is in it; says whether all is well. */
async function runUpkeep(
  command: NonNullable<(typeof upkeepCommands)[string]>,
  { options, words }: AskedCommand,
  { language, settings, print, say }: Administration,
): Promise<boolean> {
  const context: UpkeepContext = {
    language,
    place: databasePlace(settings),
    dataDir: settings.dataDir,
    openUpToDate: async (place) => (await openUpToDate(place, settings, console.error)).database,
    say,
  };
  const { line, isWell } = await command(context, words, { replace: options.replace ?? false });
  print(line);
  return isWell;
}

/** Carries out a command, and says whether all is well; what programs read of it is one line of JSON. */
async function run(asked: AskedCommand, administration: Administration): Promise<boolean> {
  const upkeep = upkeepCommands[asked.name];
  if (upkeep) return runUpkeep(upkeep, asked, administration);
  const { language, settings, print, say } = administration;
  const instance = await openPrepared(settings, console.error);
  try {
    const { options } = asked;
    const answer = await peopleCommands[asked.name]?.({ instance, settings, options, language, say });
    if (answer) print(JSON.stringify(answer));
    return true;
  } finally {
    await instance.close();
  }
}

/** One line for what stands in the way; undefined for what nobody expected. */
function explain(error: unknown, place: string, language: Language): string | undefined {
  if (error instanceof CommandError) return error.message;
  return toUpkeepLine(error, language) ?? toProblemLine(error, place, language);
}

/** Carries out what an administrator asks for in words; gives the code with which the command ends: 0 when all is well. */
export async function administer(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { print, say }: Lines,
): Promise<number> {
  const language = preferredLanguage([environment.LANG ?? '']);
  let place = '';
  try {
    const asked = readCommand(words, language);
    if (!asked) {
      print(describeCommands(language));
      return 0;
    }
    const settings = readSettings(withServingEnvironment(environment));
    place = databasePlace(settings);
    return (await run(asked, { language, settings, print, say })) ? 0 : 1;
  } catch (error) {
    const line = explain(error, place, language);
    if (line === undefined) throw error;
    say(line);
    return 1;
  }
}
