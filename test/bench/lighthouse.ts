/**
 * What Lighthouse thinks of every page of the example dossier: `node test/bench/lighthouse.ts [--only=opzet]`.
 *
 * Performance and accessibility, with its settings for a phone (a slow line and a processor of a quarter, which it
 * simulates) and for a desk. Ends with an error below what is asked for. Lighthouse comes from the npm registry when
 * it is asked for: with all that it needs it would make the project half as large again, for this alone.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../helpers/browsers.ts';
import { startServer } from '../helpers/running-server.ts';

const lighthouse = 'lighthouse@13.5.0';
const settings = { phone: [], desk: ['--preset=desktop'] } as const;
const categories = ['performance', 'accessibility'] as const;
/** Of 100. */
const asked = 95;
const maxReport = 64 * 1024 * 1024;

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<(typeof categories)[number], { score: number | null; auditRefs: { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { title: string; score: number | null; displayValue?: string | undefined }>
  >;
}

/** Every page to which the head of the example dossier leads, and those beside it. */
async function listPages(address: string): Promise<string[]> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${address}/dossiers/voorbeeld`);
    const links = page.locator('.wb-header-navigation a');
    await links.first().waitFor({ state: 'attached' });
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return ['/dossiers', ...paths, '/account'];
  } finally {
    await browser.close();
  }
}

async function look(address: string, options: readonly string[]): Promise<Report> {
  const words = [
    ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address],
    ...['--quiet', '--output=json', `--only-categories=${categories.join()}`],
    '--chrome-flags=--headless=new --no-sandbox --lang=nl',
    ...options,
  ];
  const env = { ...process.env, CHROME_PATH: ensureChromium() };
  const { stdout } = await promisify(execFile)('npm', words, { env, maxBuffer: maxReport });
  const report = JSON.parse(stdout) as Report;
  assert.equal(report.runtimeError, undefined, report.runtimeError?.message);
  return report;
}

/** What costs points, in the words of Lighthouse. */
function shortcomings({ categories: found, audits }: Report): string[] {
  return categories.flatMap((name) =>
    found[name].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return [];
      return [`${audit.title}${audit.displayValue ? `: ${audit.displayValue}` : ''}`];
    }),
  );
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const server = await startServer();
const low: string[] = [];
try {
  const pages = (await listPages(server.address)).filter((path) => path.includes(values.only ?? ''));
  console.log(
    `${'page'.padEnd(40)}${Object.keys(settings)
      .map((name) => name.padEnd(12))
      .join('')}`,
  );
  for (const path of pages) {
    const notes: string[] = [];
    let line = path.padEnd(40);
    for (const [name, options] of Object.entries(settings)) {
      const report = await look(server.address + path, options);
      const scores = categories.map((one) => Math.round((report.categories[one].score ?? 0) * 100));
      line += scores.join(' ').padEnd(12);
      if (scores.some((score) => score < asked)) low.push(`${path} (${name})`);
      notes.push(...shortcomings(report).map((note) => `  ${name}: ${note}`));
    }
    console.log([line, ...notes].join('\n'));
  }
  console.log('Two numbers for each: performance and accessibility, of 100.');
} finally {
  await server.close();
}
if (low.length > 0) {
  console.error(`Below ${asked}: ${low.join(', ')}.`);
  process.exit(1);
}
