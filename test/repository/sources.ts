import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file that git knows or would know. */
export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** One import of a file. */
export interface Import {
  /** File that imports, from the root. */
  readonly from: string;
  readonly specifier: string;
  /** File of ours that it names, from the root; undefined for packages of others. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

/** Every file of the repository, ignored ones left out. */
export function listFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

export function readSource(file: string): SourceFile {
  return { path: file, text: readFileSync(path.join(root, file), 'utf8') };
}

const importPattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gmu;

interface PackageManifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
}

/** Our packages, by name: their folder and their entries. */
const packages = new Map(
  ['shared', 'server', 'extension', 'test'].map((folder) => {
    const manifest = JSON.parse(readSource(`${folder}/package.json`).text) as PackageManifest;
    return [manifest.name, { folder, exports: manifest.exports ?? {} }] as const;
  }),
);

/** The file that a subpath of one of our packages names, by its `exports`. */
function resolvePackage(specifier: string): string | undefined {
  const [scope, name, ...rest] = specifier.split('/');
  const found = packages.get(`${scope}/${name}`);
  if (!found) return undefined;
  const subpath = `./${rest.join('/')}`;
  for (const [entry, file] of Object.entries(found.exports)) {
    if (entry === subpath) return path.posix.join(found.folder, file);
    const [before, after] = entry.split('*');
    if (
      after !== undefined &&
      before !== undefined &&
      subpath.startsWith(before) &&
      subpath.endsWith(after)
    ) {
      const star = subpath.slice(before.length, subpath.length - after.length);
      return path.posix.join(found.folder, file.replace('*', star));
    }
  }
  return `${found.folder}/(not exported: ${subpath})`;
}

/** Static and dynamic imports of a TypeScript file. */
export function importsOf({ path: from, text }: SourceFile): Import[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? '';
    const bare = specifier.split('?')[0] ?? '';
    const target = bare.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), bare)
      : resolvePackage(bare);
    return { from, specifier, target, typeOnly: match[1] !== undefined };
  });
}
