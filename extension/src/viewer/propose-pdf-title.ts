import { onOneLine } from '@waarborg/shared/text';
import type { TextRun } from './join-pages.ts';

/** What a title is recognised by. */
type Line = Pick<TextRun, 'str' | 'hasEOL' | 'height'>;

/** How much larger than the running text a title is at least. */
const titleRatio = 1.2;
const maxTitleLength = 300;

/**
 * The first large lines of a PDF's first page, which are its title more often than its metadata
 * say (sources.md: "Do not trust a PDF's /Title"). Undefined where no line stands out.
 */
export function findLargeLine(runs: readonly Line[]): string | undefined {
  const lines = toLines(runs).filter(({ text }) => /\p{L}{3}/u.test(text));
  const usual = usualHeight(runs);
  const largest = Math.max(...lines.slice(0, 30).map(({ height }) => height));
  if (!(largest >= usual * titleRatio)) return undefined;
  const first = lines.findIndex(({ height }) => height >= largest * 0.95);
  const title: string[] = [];
  for (const { text, height } of lines.slice(first)) {
    if (height < largest * 0.95) break;
    title.push(text);
  }
  const joined = onOneLine(title.join(' '));
  return joined.length >= 4 ? joined.slice(0, maxTitleLength) : undefined;
}

/** Title for a document that says none: the name of its file, without path and ending. */
export function titleOfFile(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? name;
  let decoded = last;
  try {
    decoded = decodeURIComponent(last);
  } catch {
    // A stray percent sign is part of the name.
  }
  return (
    decoded
      .replace(/\.pdf$/iu, '')
      .replaceAll('_', ' ')
      .trim() || name
  );
}

function toLines(runs: readonly Line[]): { text: string; height: number }[] {
  const lines: { text: string; height: number }[] = [];
  let text = '';
  let height = 0;
  for (const run of runs) {
    text += run.str;
    if (run.str.trim() !== '') height = Math.max(height, run.height);
    if (!run.hasEOL) continue;
    lines.push({ text: text.trim(), height });
    text = '';
    height = 0;
  }
  return text.trim() === '' ? lines : [...lines, { text: text.trim(), height }];
}

/** Height of most letters. */
function usualHeight(runs: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { str, height } of runs) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + str.length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
