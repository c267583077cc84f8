import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser that the end-to-end tests drive, and how to come by it. */
interface Browser {
  readonly name: string;
  /** Names of the program on `PATH`, the preferred first. */
  readonly programs: readonly string[];
  /** Where it lives when it is not on `PATH` (macOS). */
  readonly paths: readonly string[];
  /** Environment variable that names the program and wins over everything else. */
  readonly variable: string;
  readonly debianPackages: readonly string[];
}

// Google Chrome is left out on purpose: since version 137 it ignores --load-extension.
const chromium: Browser = {
  name: 'Chromium',
  programs: ['chromium', 'chromium-browser'],
  paths: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  variable: 'CHROMIUM_PATH',
  debianPackages: ['chromium'],
};

/** The same engine without extensions, tabs and what draws these, where it is there: work that no web page needs. */
const plainChromium: Browser = { ...chromium, programs: ['chromium-headless-shell', ...chromium.programs] };

// ESR first: only there (and in Nightly) may a profile hold an unsigned extension.
const firefox: Browser = {
  name: 'Firefox',
  programs: ['firefox-esr', 'firefox'],
  paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  variable: 'FIREFOX_PATH',
  debianPackages: ['firefox-esr'],
};

/** What Playwright turns off. The switch says all that is off: ours replaces its own. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];
/** The lists below the address bar, which are pages of their own that every window loads: a second of work. */
const addressBarPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** What Playwright turns on; here too ours replaces its own. */
const onForPlaywright = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies'];
/**
 * A process in front keeps the memory that it freed, and does not give it back to the system piece by piece: what
 * compiles scripts did so thousands of times a minute, which was a tenth of the processor time of tests in it.
 */
const keepingFreedMemory = ['PartitionAllocAdjustSizeWhenInForeground'];

/** With what every Chromium under test is started. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  `--disable-features=${[...offForPlaywright, ...addressBarPages].join(',')}`,
  `--enable-features=${[...onForPlaywright, ...keepingFreedMemory].join(',')}`,
];

/**
 * Path of a Chromium on this machine; installed with apt-get where there is none.
 *
 * @throws {Error} one line that says what to install, when that cannot be done here.
 */
export function ensureChromium(): string {
  return ensure(chromium);
}

/** Path of a Chromium for web pages alone; as `ensureChromium`. */
export function ensurePlainChromium(): string {
  return ensure(plainChromium);
}

/**
 * Path of a Firefox on this machine; installed with apt-get where there is none.
 *
 * @throws {Error} one line that says what to install, when that cannot be done here.
 */
export function ensureFirefox(): string {
  return ensure(firefox);
}

function ensure(browser: Browser): string {
  const found = find(browser);
  if (found) return found;
  const failure = installWithApt(browser.debianPackages);
  const installed = find(browser);
  if (installed) return installed;
  throw new Error(
    `${browser.name} is missing (${failure ?? 'apt-get installed no such program'}): ` +
      `run "sudo apt-get install ${browser.debianPackages.join(' ')}" or set ${browser.variable} to its path.`,
  );
}

function find({ programs, paths, variable }: Browser): string | undefined {
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...candidates, ...paths].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not ours to run: either way not a candidate.
  }
}

/** Why nothing was installed, in a few words; `undefined` when apt-get is content. */
function installWithApt(packages: readonly string[]): string | undefined {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  // Two test runs may come here at once: the second waits for the first one's lock.
  const apt = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const [program = '', ...args] = [...apt, ...step];
    const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) {
      const reason = error?.message ?? stderr.trim().split('\n').at(-1);
      return `apt-get ${step[0]} failed: ${reason}`;
    }
  }
  return undefined;
}
