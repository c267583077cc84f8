/**
 * What Lighthouse thinks of every page of the example dossier, and of the largest matrix:
 * `node test/bench/lighthouse.ts [--only=opzet,grafieken]`.
 *
 * Performance and accessibility, with its settings for a phone (a slow line and a processor of a quarter, which it
 * simulates) and for a desk. A phone is looked at once and judged twice: by what its page worked, which is asked of, and
 * by the clock, which is printed beside it and says as much of what else this machine does (ADR 80). Ends with an error
 * where a page of the example is below what is asked for; what is printed of a dossier of 100,000 codings shows how far
 * size goes. Lighthouse comes from the npm registry when it is asked for: with all that it needs it would make the
 * project half as large again, for this alone.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../helpers/browsers.ts';
import { aloneOnTheProcessor } from './alone-on-the-processor.ts';
import { addLargeMatrix, largeMatrix } from './large-matrix.ts';
import { type MeasuredServer, measureOnBoth } from './servers-under-measure.ts';
import type { TraceEvent } from './trace-tasks.ts';

const lighthouse = 'lighthouse@13.5.0';
/** What is asked of, and what is printed beside it. */
const columns = ['phone', 'desk', 'by the clock'] as const;
const categories = ['performance', 'accessibility'] as const;
/** Of 100. */
const asked = 95;
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
/** Where it puts what it saw of a page, and the trace among that. */
const seen = path.join(folder, 'seen');
const traceFile = path.join(seen, 'trace.json');

/** Runs Lighthouse; gives its failure, which it reports too where there is a report. */
async function runLighthouse(address: string, options: readonly string[]): Promise<Error | undefined> {
  const words = [
    ...['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', address],
    ...['--quiet', '--output=json', `--output-path=${reportFile}`, `--only-categories=${categories.join()}`],
    '--chrome-flags=--headless=new --no-sandbox --lang=nl',
    ...options,
  ];
  const env = { ...process.env, CHROME_PATH: ensureChromium() };
  return promisify(execFile)('npm', words, { env }).then(
    () => undefined,
    (error: Error) => error,
  );
}

/** Takes the report away, so that none is read twice. Throws `failure`, if there is one, where there is no report. */
async function readReport(failure: Error | undefined): Promise<Report> {
  const text = await readFile(reportFile, 'utf8').catch((error: Error) => {
    throw failure ?? error;
  });
  await rm(reportFile);
  return JSON.parse(text) as Report;
}

/** Reports of one look at a page, `[first, …]`; looked at again where Lighthouse did not see its beginning. */
async function look(take: () => Promise<Report[]>, triesLeft = maxTries): Promise<Report[]> {
  const reports = await take();
  const failure = reports.find(({ runtimeError }) => runtimeError)?.runtimeError;
  if (failure && triesLeft > 1) return look(take, triesLeft - 1);
  assert.equal(failure, undefined, failure?.message);
  return reports;
}

/** A phone, by what its page worked and by the clock. */
async function lookAsPhone(address: string, options: readonly string[]): Promise<Report[]> {
  const failure = await runLighthouse(address, [`--gather-mode=${seen}`, ...options]);
  const judge = async () =>
    readReport((await runLighthouse(address, [`--audit-mode=${seen}`, ...options])) ?? failure);
  const byTheClock = await judge();
  const trace = JSON.parse(await readFile(traceFile, 'utf8')) as { traceEvents: TraceEvent[] };
  await writeFile(
    traceFile,
    JSON.stringify({ ...trace, traceEvents: aloneOnTheProcessor(trace.traceEvents) }),
  );
  const byWork = await judge();
  await rm(seen, { recursive: true });
  return [byWork, byTheClock];
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

/** Prints what it reaches; gives how it is called where that is too little. */
async function judge({ address, name, options = [], isAsked }: Subject): Promise<string[]> {
  const [phone, byTheClock] = await look(() => lookAsPhone(address, options));
  const [desk] = await look(async () => [
    await readReport(await runLighthouse(address, ['--preset=desktop', ...options])),
  ]);
  assert(phone && byTheClock && desk);
  const reports = { phone, desk, 'by the clock': byTheClock };
  const notes: string[] = [];
  const low: string[] = [];
  let line = name.padEnd(40);
  for (const column of columns) {
    const report = reports[column];
    const scores = categories.map((one) => Math.round((report.categories[one].score ?? 0) * 100));
    line += scores.join(' ').padEnd(14);
    if (column === 'by the clock') continue;
    if (isAsked && scores.some((score) => score < asked)) low.push(`${name} (${column})`);
    notes.push(...shortcomings(report).map((note) => `  ${column}: ${note}`));
  }
  line += byTheClock.environment.benchmarkIndex;
  console.log([line, ...notes].join('\n'));
  return low;
}

const low: string[] = [];
await measureOnBoth(async (measured) => {
  const subjects = await listSubjects(measured);
  assert(subjects.length > 0, `No page has "${values.only}" in its address.`);
  console.log(['page', ...columns, 'machine'].map((head, at) => head.padEnd(at === 0 ? 40 : 14)).join(''));
  for (const subject of subjects) low.push(...(await judge(subject)));
  console.log(
    'Two numbers for each: performance and accessibility, of 100; "by the clock" is the phone, of which nothing is asked ' +
      'in that way. Of the machine: its index, as Lighthouse measures it.',
  );
}, 'sqlite').finally(() => rm(folder, { recursive: true }));
if (low.length > 0) {
  console.error(`Below ${asked}: ${low.join(', ')}.`);
  process.exit(1);
}
