/**
 * Prints the files of tests in browsers of which one failed, one per line, from Vitest's report in JSON. Fails when
 * there is none, when there are more than three, or when anything else failed: then there is nothing to run once more.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const mostFiles = 3;
const [, , report] = process.argv;
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
const failed = testResults
  .filter(({ status }) => status === 'failed')
  .map(({ name }) => path.relative(process.cwd(), name));
const files = [...new Set(failed)];
if (
  files.length === 0 ||
  files.length > mostFiles ||
  !files.every((file) => /^test\/(?:e2e|helpers)\//u.test(file))
)
  process.exit(1);
console.log(files.join('\n'));
