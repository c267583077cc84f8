import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger } from 'pino';

/** What is written, from nothing to everything. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * A log of one line an event: JSON for the programs of a team's administrator, words for a person at one
 * machine. It is written to `destination`, by default the standard output. Nothing in it says who somebody is
 * or what somebody wrote.
 */
export function createLogger(options: {
  level: LogLevel;
  isLocal: boolean;
  destination?: DestinationStream;
}): Logger {
  const { level, isLocal, destination } = options;
  const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (!isLocal) return destination ? pino(settings, destination) : pino(settings);
  const readable = pretty({
    sync: true,
    colorize: false,
    translateTime: 'SYS:HH:MM:ss',
    ...(destination ? { destination: destination as NodeJS.WritableStream } : {}),
  });
  return pino(settings, readable);
}
