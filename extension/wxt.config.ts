import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import preact from '@preact/preset-vite';
import { withoutJsonSchema } from '@waarborg/shared/without-json-schema';
import type { Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';

const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Fixes the id of the unpacked extension in Chromium, whatever folder it is loaded from.
 * Only the public half is kept: nobody can sign with it.
 */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlva90mddOvTm5QYPe5aCCPaNBxFqSMypmZwGtXCKKOfBy+XKHHrpc83Q4ryvGinMCSRNIslPTEAbn5qnJSMcFq6Ikx4vAzco/1kZcCin/eScwcJ1BayZ7yS+fcE7O5gQUNUIkV3dRguc+RiGsAyaCbgrQeY/07y6jkYqnOXqm42cm7h1AV/VPCPT+Be73zemfGIdkki0hUPRg2ShhLnv9GSlZxIxf9Cw5uHp6qAgQY8Gzy3V/N7AwrAXrVnO2jXMxeuq1NC7jwxdSLy0LLshacxs6pecN9HNrRSOMJVSKymtPGYP28UMaLiWBpoHWbPY6/y3USEKD6r41CixWNwj1wIDAQAB';

/**
 * What extension pages may load. `connect-src` allows any server, also on `http:`, since each
 * organisation runs its own; Firefox' default policy would block those. pdf.js needs WebAssembly
 * and draws with fonts and images that it makes itself.
 */
const extensionPagesPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self' http: https: data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const sharedManifest: UserManifest = {
  name: '__MSG_name__',
  short_name: 'Waarborg',
  description: '__MSG_description__',
  default_locale: 'nl',
  // `unlimitedStorage` keeps the browser from evicting what has not been sent yet.
  permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
  optional_host_permissions: ['*://*/*'],
  action: { default_title: '__MSG_action_title__' },
  // Chromium has Alt+Shift with A, B, C, N, P, R, T, W, X and Z itself, the menus of Firefox with B, E, G, H, L, W and X
  // in Dutch and with B, E, F, H, S, T and V in English; whoever takes one of those gets none, or a menu.
  commands: {
    _execute_action: {
      suggested_key: { default: 'Alt+Shift+O' },
      description: '__MSG_action_title__',
    },
    'pick-passages': {
      suggested_key: { default: 'Alt+Shift+K' },
      description: '__MSG_command_pick_passages__',
    },
  },
  content_security_policy: { extension_pages: extensionPagesPolicy },
  incognito: 'not_allowed',
};

const chromiumManifest: UserManifest = {
  key: publicKey,
  minimum_chrome_version: '140',
  storage: { managed_schema: 'managed-schema.json' },
};

const firefoxManifest: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: 'waarborg@waarborg.example',
      // The first version with CSS highlights.
      strict_min_version: '140.0',
      // Marked passages go to the server that the reviewer chose.
      data_collection_permissions: { required: ['websiteContent'] },
    },
  },
};

/**
 * Writes Unicode's noncharacters as escapes: Chromium takes a script that holds one (our own code
 * uses U+FFFF as a mark that no text has) for "not UTF-8" and does not inject it.
 */
const escapeNoncharacters: Plugin = {
  name: 'escape-noncharacters',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[\ufdd0-\ufdef\ufffe\uffff]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16)}`,
      );
    }
  },
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  zip: { name: 'waarborg', zipSources: false },
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    // What pdf.js reads while it draws: without these, text or images vanish without a word. How passages look, as a
    // style sheet of its own where a browser takes it before it styles a page.
    'build:publicAssets': (wxt, assets) => {
      if (wxt.config.browser !== 'firefox') {
        const source = readFileSync(new URL('src/highlighting/highlights.css', import.meta.url), 'utf8');
        const contents = source.replaceAll(/\/\*.*?\*\/\s*/gsu, '');
        assets.push({ contents, relativeDest: 'highlight-styles.css' });
      }
      for (const folder of ['cmaps', 'iccs', 'standard_fonts', 'wasm']) {
        const source = join(pdfjsFolder, folder);
        for (const name of readdirSync(source)) {
          assets.push({ absoluteSrc: join(source, name), relativeDest: `pdfjs/${folder}/${name}` });
        }
      }
      // The signs of remarks on a page.
      const images = join(pdfjsFolder, 'web/images');
      for (const name of readdirSync(images).filter((image) => image.startsWith('annotation-'))) {
        assets.push({ absoluteSrc: join(images, name), relativeDest: `pdfjs/images/${name}` });
      }
    },
  },
  vite: () => ({ plugins: [preact(), withoutJsonSchema(), escapeNoncharacters] }),
  manifest: ({ browser }) => ({
    ...sharedManifest,
    ...(browser === 'firefox' ? firefoxManifest : chromiumManifest),
  }),
});
