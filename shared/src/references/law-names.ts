import { knownLaws, type Law, toUnionAct, unionAct } from './laws.ts';

/** A law that is named at a place of a text. */
export interface NamedLaw {
  readonly law: Law;
  /** First offset after the name. */
  readonly end: number;
}

/** Finds which law is named where in one text. */
export interface LawNames {
  /** The law whose name begins at an offset. */
  readAt(at: number): NamedLaw | undefined;
  /** Every law that is named by a name that cannot mean anything else, in the order of the text. */
  readonly named: readonly (NamedLaw & { readonly start: number })[];
}

/** A short name that the text itself declares: "(hierna: Vw)", "(hierna te noemen: de Spreidingswet)". */
const declaration =
  /\((?:hierna|verder)(?:\s+(?:te noemen|ook|genoemd|aangeduid als))?\s*:?\s+(?:de |het )?["']?([A-Z][A-Za-z0-9.]*(?:[ -][A-Za-z0-9.]+){0,5}?)["']?\)/g;
/** The name before a declaration, of a law of which nothing else is known. */
const nameBefore =
  /(?:^|[\s("'])((?:Wet|Besluit|Regeling|Verdrag|Verordening|Richtlijn|Wetboek|Rijkswet|[A-Z][a-z-]*(?:wet|wetboek|besluit|regeling|verdrag|verordening|richtlijn))(?:\s+(?:[A-Za-z-]+|\d{4})){0,12})\s*$/u;
/** Longest name that is looked back for. */
const lookBack = 160;
const letter = /[\p{L}\p{N}]/u;

function isBoundary(text: string, at: number): boolean {
  return !letter.test(text.charAt(at));
}

/** Names grouped by first letter, longest first, so that `Vw 2000` is not read as `Vw`. */
function byInitial(laws: Iterable<readonly [string, Law]>): Map<string, (readonly [string, Law])[]> {
  const groups = Map.groupBy(laws, ([name]) => name.charAt(0));
  for (const group of groups.values()) group.sort(([one], [other]) => other.length - one.length);
  return groups;
}

const knownNames = byInitial(knownLaws.flatMap((law) => law.names.map((name) => [name, law] as const)));

function readName(
  text: string,
  at: number,
  names: ReadonlyMap<string, readonly (readonly [string, Law])[]>,
): NamedLaw | undefined {
  for (const [name, law] of names.get(text.charAt(at)) ?? []) {
    const end = at + name.length;
    if (text.startsWith(name, at) && isBoundary(text, end)) return { law, end };
  }
  return undefined;
}

function readUnionAct(text: string, at: number): NamedLaw | undefined {
  unionAct.lastIndex = at;
  const match = unionAct.exec(text);
  const law = match && toUnionAct(match.groups ?? {});
  return law ? { law, end: at + match[0].length } : undefined;
}

/** A law named just before an offset, with its whole name. */
function lawBefore(text: string, before: number): Law | undefined {
  const from = Math.max(0, before - lookBack);
  const written = text.slice(from, before).trimEnd();
  for (let start = Math.max(0, written.length - lookBack); start < written.length; start += 1) {
    if (start > 0 && letter.test(written.charAt(start - 1))) continue;
    const found = readName(written, start, knownNames) ?? readUnionAct(written, start);
    if (found?.end === written.length) return found.law;
  }
  const name = nameBefore.exec(written)?.[1]?.trim();
  return name ? { name, names: [name] } : undefined;
}

/** Short names that the text declares for laws. A later declaration of the same name counts. */
function declaredNames(text: string): Map<string, Law> {
  const declared = new Map<string, Law>();
  for (const match of text.matchAll(declaration)) {
    const law = lawBefore(text, match.index);
    const name = match[1] ?? '';
    if (!law) continue;
    // A law without identifier goes by its short name from here on.
    declared.set(name, law.identifier ? law : { ...law, name });
  }
  return declared;
}

/** Names of two letters, such as `VV` and `Gw`, mean a law only beside an article. */
const shortestAlone = 3;
/** Where a name can begin: known ones begin with a capital, `herziene` or `richtlijn`. */
const beginning = /(?<![\p{L}\p{N}])(?=[A-Z]|herziene|richtlijn|verordening)/gu;

/** Reads the names of laws in an evened-out text. */
export function readLawNames(text: string): LawNames {
  const declared = byInitial(declaredNames(text));
  const readAt = (at: number) =>
    readName(text, at, declared) ?? readUnionAct(text, at) ?? readName(text, at, knownNames);
  const named: (NamedLaw & { start: number })[] = [];
  for (const { index } of text.matchAll(beginning)) {
    if (index < (named.at(-1)?.end ?? 0)) continue;
    const found = readAt(index);
    if (found && found.end - index >= shortestAlone) named.push({ ...found, start: index });
  }
  return { readAt, named };
}
