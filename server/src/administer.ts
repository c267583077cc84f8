import { preferredLanguage } from '@waarborg/shared/messages';
import { peopleCommands } from './administration/people-commands.ts';
import {
  type AskedCommand,
  CommandError,
  describeCommands,
  readCommand,
} from './administration/read-command.ts';
import { toProblemLine } from './problem-lines.ts';
import { readSettings, type Settings, withServingEnvironment } from './settings.ts';
import { createInstance, databasePlace, openUpToDate } from './start.ts';
import { toUpkeepLine, type UpkeepContext, upkeepCommands } from './upkeep/upkeep-commands.ts';

const language = preferredLanguage([process.env.LANG ?? '']);

/** Carries out a command of upkeep: it works on the database as a whole and not on what is in it. */
async function runUpkeep(
  command: NonNullable<(typeof upkeepCommands)[string]>,
  { options, words }: AskedCommand,
  settings: Settings,
): Promise<void> {
  const context: UpkeepContext = {
    language,
    place: databasePlace(settings),
    dataDir: settings.dataDir,
    openUpToDate: async (place) => (await openUpToDate(place, settings, console.error)).database,
    say: console.error,
  };
  const { line, isWell } = await command(context, words, { replace: options.replace ?? false });
  console.log(line);
  if (!isWell) process.exitCode = 1;
}

/** Carries out a command; what programs read of it is one line of JSON. */
async function run(asked: AskedCommand, settings: Settings): Promise<void> {
  const upkeep = upkeepCommands[asked.name];
  if (upkeep) return runUpkeep(upkeep, asked, settings);
  const instance = await createInstance(settings, console.error);
  try {
    const { options } = asked;
    const context = { instance, settings, options, language, say: console.error };
    const answer = await peopleCommands[asked.name]?.(context);
    if (answer) console.log(JSON.stringify(answer));
  } finally {
    await instance.close();
  }
}

/** One line for what stands in the way; undefined for what nobody expected. */
function explain(error: unknown, place: string): string | undefined {
  if (error instanceof CommandError) return error.message;
  return toUpkeepLine(error, language) ?? toProblemLine(error, place, language);
}

let place = '';
try {
  const asked = readCommand(process.argv.slice(2), language);
  if (asked) {
    const settings = readSettings(withServingEnvironment(process.env));
    place = databasePlace(settings);
    await run(asked, settings);
  } else console.log(describeCommands(language));
} catch (error) {
  const line = explain(error, place);
  if (line === undefined) throw error;
  console.error(line);
  process.exitCode = 1;
}
