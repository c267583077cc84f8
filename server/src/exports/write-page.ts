import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { OfflineDossier } from '@waarborg/shared/exchange';
import type { Language } from '@waarborg/shared/messages';
import { ApiError } from '../errors.ts';
import { serverFolder } from '../server-folder.ts';

const pack = promisify<string, Buffer>(gzip);
const folder = path.join(serverFolder, 'web/dist/offline');

/** The built script and style sheet; whoever develops has perhaps not built them. */
async function readBuilt(name: string): Promise<string> {
  try {
    return await readFile(path.join(folder, name), 'utf8');
  } catch (cause) {
    throw new ApiError('unavailable', [], { cause });
  }
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** Text that can stand between tags. */
function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** JSON, packed and in letters that mean nothing to HTML: a fifth of its size, and nothing can end the element that carries it. */
async function toEmbeddedJson(value: unknown): Promise<string> {
  return (await pack(JSON.stringify(value))).toString('base64');
}

/** A written page with a paragraph of weight before all that stands in it. */
export function addPreface(page: string, text: string): string {
  const preface = `<aside><p class="wb-preface"><strong>${escapeHtml(text)}</strong></p></aside>`;
  return page.replace('<body>\n', (start) => `${start}${preface}\n`);
}

/**
 * The matrix as one HTML file that opens from disk. It may run the script and use the style that stand in it, named
 * by their hashes, and may ask nobody for anything. `preface` stands above it, a paragraph each.
 */
export async function writePage(
  content: OfflineDossier,
  language: Language,
  preface: readonly string[] = [],
): Promise<string> {
  const script = (await readBuilt('offline.js')).replace(/<\/script/giu, '<\\/script');
  const style = await readBuilt('offline.css');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(content.dossier.title)} · Waarborg</title>
<style>${style}</style>
</head>
<body>
${preface.length > 0 ? `<aside>\n${preface.map((text) => `<p class="wb-preface">${escapeHtml(text)}</p>\n`).join('')}</aside>\n` : ''}<div id="app"></div>
<script type="application/gzip" id="offline-dossier">${await toEmbeddedJson(content)}</script>
<script>${script}</script>
</body>
</html>
`;
}
