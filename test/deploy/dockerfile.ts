import { readFileSync } from 'node:fs';

/** One instruction of a Dockerfile, with what follows it. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** Instructions from one FROM to the next. */
export interface Stage {
  /** Name by which other stages copy from it; undefined for the last one. */
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** Reads a Dockerfile: comments left out, lines that go on joined. */
export function readDockerfile(file: string): Stage[] {
  const text = readFileSync(file, 'utf8').replaceAll(/^#.*$/gmu, '').replaceAll(/\\\n/gu, ' ');
  const instructions = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): Instruction => {
      const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/u.exec(line) ?? [];
      return { name, rest };
    });
  const stages: { name: string | undefined; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') {
      stages.push({ name: /\sAS\s+(\w+)$/u.exec(instruction.rest)?.[1], instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The values of every instruction of a name, in order. */
export function valuesOf(stage: Stage, name: string): string[] {
  return stage.instructions.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
}

/** Patterns of a .dockerignore, the last that matches decides. */
export function createIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ isKept: line.startsWith('!'), pattern: toPattern(line.replace(/^!/u, '')) }));
  return (path) => !(rules.findLast(({ pattern }) => pattern.test(path))?.isKept ?? true);
}

/** A pattern covers what it names and all below it. `**` is any number of folders, `*` part of one name. */
function toPattern(glob: string): RegExp {
  const parts = glob
    .split(/(\*\*\/|\*\*|\*)/u)
    .map((part) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' })[part] ?? part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('')}(?:/.*)?$`, 'u');
}
