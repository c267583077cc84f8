import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createIgnore, type Instruction, type Stage } from './dockerfile.ts';

/** Folders in an image, with where they are on this machine. */
export type Folders = ReadonlyMap<string, string>;

/** A stage of an image made as plain commands, in folders of this machine. */
export interface MadeStage {
  readonly environment: Readonly<Record<string, string>>;
  readonly folders: Folders;
}

interface Making {
  readonly context: string;
  readonly isIgnored: (file: string) => boolean;
  readonly made: ReadonlyMap<string, Folders>;
  readonly folders: Folders;
  readonly environment: Record<string, string>;
}

/** A path of the image as one of this machine. */
export function placeOf(folders: Folders, imagePath: string): string {
  for (const [folder, place] of folders) {
    if (imagePath === folder || imagePath.startsWith(`${folder}/`))
      return place + imagePath.slice(folder.length);
  }
  throw new RangeError(`${imagePath} is in no folder of the image`);
}

function copy({ context, isIgnored, made, folders }: Making, rest: string): void {
  const [, from, list = ''] = /^(?:--from=(\w+)\s+)?(.*)$/u.exec(rest) ?? [];
  const words = list.split(/\s+/u);
  const target = words.pop() ?? '';
  for (const source of words) {
    const origin = from ? placeOf(made.get(from) ?? new Map(), source) : path.join(context, source);
    if (!existsSync(origin)) throw new Error(`COPY: ${source} is not there`);
    const base = placeOf(folders, path.posix.join('/app', target));
    const isFile = statSync(origin).isFile();
    const destination =
      isFile && (words.length > 1 || target.endsWith('/') || target.endsWith('.'))
        ? path.join(base, path.basename(source))
        : base;
    mkdirSync(path.dirname(destination), { recursive: true });
    cpSync(origin, destination, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => from !== undefined || file === origin || !isIgnored(path.relative(context, file)),
    });
  }
}

/** Where this machine gets its packages from. */
const packageSource = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_(?:registry|cache|userconfig)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/iu.test(name),
  ),
);

/** Runs a command of the image; its folders are this machine's, and its user is whoever has no rights here. */
function run({ folders, environment }: Making, rest: string): void {
  let command = rest.replaceAll('node:node', '65534:65534');
  for (const [folder, place] of folders) {
    command = command.replaceAll(new RegExp(`(?<=\\s)${folder}(?=\\s|/|$)`, 'gu'), place);
  }
  const app = placeOf(folders, '/app');
  const ended = spawnSync('sh', ['-ec', command], {
    ...{ cwd: app, encoding: 'utf8' },
    env: { ...packageSource, PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  if (ended.status !== 0) throw new Error(`RUN ${rest}:\n${ended.stdout}\n${ended.stderr}`);
}

function follow(making: Making, { name, rest }: Instruction): void {
  if (name === 'COPY') copy(making, rest);
  if (name === 'RUN') run(making, rest);
  if (name === 'ENV') {
    const [key = '', value = ''] = rest.split('=');
    making.environment[key] = value;
  }
  if (name === 'WORKDIR') mkdirSync(placeOf(making.folders, rest), { recursive: true });
}

/**
 * Does what the stages of a Dockerfile say, as plain commands in folders below `root`; gives the last stage. What
 * the base image brings must be here: a shell, Node and npm.
 */
export function makeImage(
  stages: readonly Stage[],
  { context, root }: { context: string; root: string },
): MadeStage {
  const isIgnored = createIgnore(readFileSync(path.join(context, 'deploy/Dockerfile.dockerignore'), 'utf8'));
  const made = new Map<string, Folders>();
  let last: MadeStage | undefined;
  for (const [index, stage] of stages.entries()) {
    const folders = new Map(
      ['/app', '/data'].map((folder) => [folder, path.join(root, `stage-${index}${folder}`)]),
    );
    const making: Making = { context, isIgnored, made, folders, environment: {} };
    for (const instruction of stage.instructions) follow(making, instruction);
    if (stage.name) made.set(stage.name, folders);
    last = { environment: making.environment, folders };
  }
  if (!last) throw new RangeError('a Dockerfile without stages');
  return last;
}

/** Takes the right to write away from everybody, as a read-only file system does. */
export function makeReadOnly(folder: string): void {
  execFileSync('chmod', ['-R', 'a-w,a+rX', folder]);
}
