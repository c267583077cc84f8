import { describe, expect, it } from 'vitest';
import { CommandError, describeCommands, readCommand } from './read-command.ts';

const read = (line: string) => readCommand(line.split(' ').filter(Boolean), 'nl');

describe('readCommand', () => {
  it('takes the name, the options and the words of a command', () => {
    expect(read('restore a.sqlite --replace')).toEqual({
      ...{ name: 'restore', options: { replace: true }, words: ['a.sqlite'] },
    });
    expect(read('create-user --user a@example.nl --name Anna')).toEqual({
      ...{ name: 'create-user', options: { user: 'a@example.nl', name: 'Anna' }, words: [] },
    });
  });

  it.each([
    ['fly', /^Er is geen opdracht fly\.\n\nGebruik: /],
    ['', /^Gebruik: .*\n[\s\S]*create-token --user/],
    ['verify --wat', /^Er is geen optie --wat\.$/],
    ['verify -x', /^Er is geen optie -x\.$/],
    ['create-user --user', /^Na --user ontbreekt een waarde\.$/],
    ['create-user --user --name Anna', /^Na --user ontbreekt een waarde\.$/],
    ['backup --user a@example.nl b.sqlite', /^--user hoort niet bij backup\. Gebruik: .* backup BESTAND$/],
    ['restore --repalce a.sqlite', /^Er is geen optie --repalce\.$/],
    ['backup', /^Gebruik: npm run --silent admin -- backup BESTAND$/],
    ['backup a b', /^Gebruik: .* backup BESTAND$/],
    ['verify now', /^Gebruik: npm run --silent admin -- verify$/],
    ['create-user anna', /^Gebruik: .* create-user --user E-MAIL \[--name NAAM\]$/],
    ['constructor', /^Er is geen opdracht constructor\./],
  ])('says of %j what is wrong with it', (line, message) => {
    expect(() => read(line)).toThrow(CommandError);
    expect(() => read(line)).toThrow(message);
  });

  it.each(['--help', '-h', 'help', 'verify --help'])('asks nothing but how it is done with %j', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it('describes every command in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      expect(describeCommands(language)).toMatch(/create-user[\s\S]*sign-out[\s\S]*restore[\s\S]*verify/u);
    }
  });
});
