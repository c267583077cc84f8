/**
 * What Lighthouse thinks of every page of the example dossier, and of the largest matrix:
 * `node test/bench/lighthouse.ts [--only=opzet,grafieken]`.
 *
 * Performance and accessibility, with its settings for a phone (a slow line and a slow processor, which it simulates)
 * and for a desk. It takes this machine's processor for that of a fast desk and its phone's for a quarter of it, so on
 * another machine that is another phone: it is printed, and asked of is the phone that is meant (ADR 77). Ends with an
 * error where a page of the example is below what is asked for; what is printed of a dossier of 100,000 codings shows
 * how far size goes. Lighthouse comes from the npm registry when it is
 * asked for: with all that it needs it would make the project half as large again, for this alone.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../helpers/browsers.ts';
import { addLargeMatrix, largeMatrix } from './large-matrix.ts';
import { type MeasuredServer, measureOnBoth } from './servers-under-measure.ts';

const lighthouse = 'lighthouse@13.5.0';
/** What is asked of, and what Lighthouse makes of this machine as it comes. */
const columns = ['phone', 'desk', 'quarter'] as const;
const categories = ['performance', 'accessibility'] as const;
/** Of 100. */
const asked = 95;
/** Lighthouse's measure of a processor for which it slows down a phone four times: the middle of its bracket. */
const fastDesk = { index: 1750, slowdown: 4 };
/** How often Lighthouse may fail to see the beginning of a page, as it does on a machine with much to do. */
const maxTries = 3;

interface Report {
  /** How fast it finds the machine while it looks. */
  readonly environment: { readonly benchmarkIndex: number };
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<(typeof categories)[number], { score: number | null; auditRefs: { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { title: string; score: number | null; displayValue?: string | undefined }>
  >;
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

/** Whether a page is looked at: all are, unless parts of their names were given. */
function isWanted(name: string): boolean {
  return values.only.split(',').some((part) => name.includes(part));
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

/** A page to look at. */
interface Subject {
  readonly address: string;
  /** How it is called in what is printed. */
  readonly name: string;
  readonly options?: readonly string[];
  /** Whether it must reach what is asked for. */
  readonly isAsked: boolean;
}

const folder = await mkdtemp(path.join(tmpdir(), 'waarborg-lighthouse-'));
/** Where Lighthouse puts its report: what it prints is cut off where it ends with an error. */
const reportFile = path.join(folder, 'report.json');

/** Takes the report away, so that none is read twice. Throws `failure`, if there is one, where there is no report. */
async function readReport(failure: Error | undefined): Promise<Report> {
  const text = await readFile(reportFile, 'utf8').catch((error: Error) => {
    throw failure ?? error;
  });
  await rm(reportFile);
  return JSON.parse(text) as Report;
}

async function look(address: string, options: readonly string[], triesLeft = maxTries): Promise<Report> {
  const words = [
    ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address],
    ...['--quiet', '--output=json', `--output-path=${reportFile}`, `--only-categories=${categories.join()}`],
    '--chrome-flags=--headless=new --no-sandbox --lang=nl',
    ...options,
  ];
  const env = { ...process.env, CHROME_PATH: ensureChromium() };
  const run = promisify(execFile)('npm', words, { env });
  // It reports a failure, too, and ends with an error then.
  const failure = await run.then(
    () => undefined,
    (error: Error) => error,
  );
  const report = await readReport(failure);
  if (report.runtimeError && triesLeft > 1) return look(address, options, triesLeft - 1);
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

/** How the matrix of the largest dossier is called. */
const largest = `${largeMatrix.codings} codings`;

/** The pages of the example, and the matrix of the largest dossier; of those the ones that are asked for. */
async function listSubjects(measured: MeasuredServer): Promise<Subject[]> {
  const { address } = measured.server;
  const paths = (await listPages(address)).filter(isWanted);
  const subjects = paths.map((name) => ({ address: address + name, name, isAsked: true }));
  if (!isWanted(largest)) return subjects;
  const { token } = await addLargeMatrix(measured);
  return [
    ...subjects,
    {
      address: `${address}/dossiers/${largeMatrix.slug}`,
      name: largest,
      options: [`--extra-headers=${JSON.stringify({ Authorization: `Bearer ${token}` })}`],
      isAsked: false,
    },
  ];
}

/** How much slower than this machine the phone is that is meant, by how fast Lighthouse found the machine. */
function slowdownOf({ environment }: Report): number {
  return Math.max(1, (fastDesk.slowdown * environment.benchmarkIndex) / fastDesk.index);
}

/** Prints what it reaches; gives how it is called where that is too little. */
async function judge({ address, name, options = [], isAsked }: Subject): Promise<string[]> {
  const quarter = await look(address, options);
  const slowdown = slowdownOf(quarter);
  const reports = {
    quarter,
    phone: await look(address, [`--throttling.cpuSlowdownMultiplier=${slowdown.toFixed(2)}`, ...options]),
    desk: await look(address, ['--preset=desktop', ...options]),
  };
  const notes: string[] = [];
  const low: string[] = [];
  let line = name.padEnd(40);
  for (const column of columns) {
    const report = reports[column];
    const scores = categories.map((one) => Math.round((report.categories[one].score ?? 0) * 100));
    line += scores.join(' ').padEnd(12);
    if (column === 'quarter') continue;
    if (isAsked && scores.some((score) => score < asked)) low.push(`${name} (${column})`);
    notes.push(...shortcomings(report).map((note) => `  ${column}: ${note}`));
  }
  line += `${quarter.environment.benchmarkIndex} ${slowdown.toFixed(1)}`;
  console.log([line, ...notes].join('\n'));
  return low;
}

const low: string[] = [];
await measureOnBoth(async (measured) => {
  const subjects = await listSubjects(measured);
  console.log(['page', ...columns, 'machine'].map((head, at) => head.padEnd(at === 0 ? 40 : 12)).join(''));
  for (const subject of subjects) low.push(...(await judge(subject)));
  console.log(
    'Two numbers for each: performance and accessibility, of 100. Of the machine: its index, and how much slower the ' +
      'phone is; "quarter" is a phone of a quarter of this machine, and nothing is asked of it.',
  );
}, 'sqlite').finally(() => rm(folder, { recursive: true }));
if (low.length > 0) {
  console.error(`Below ${asked}: ${low.join(', ')}.`);
  process.exit(1);
}
