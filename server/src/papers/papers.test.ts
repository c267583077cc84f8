import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dutchDay } from './dutch-day.ts';
import { type Block, type Paper, plain } from './paper.ts';
import { joinNames, quotedWords } from './paper-source.ts';
import { toDocx } from './to-docx.ts';
import { toMarkdown } from './to-markdown.ts';

const paperOf = (...blocks: Block[]): Paper => ({
  title: 'Een <titel> & *meer*',
  lines: ['12 mei 2026'],
  language: 'nl',
  parts: [{ blocks }],
});
const filesOf = async (paper: Paper) =>
  new Map(Object.entries(unzipSync(await toDocx(paper))).map(([name, data]) => [name, strFromU8(data)]));

describe('toDocx', () => {
  it('holds any text of others, without what XML forbids', async () => {
    const odd = 'a\u0001\u000b</w:t><w:t>\uffff& "b" 👩‍⚖️ \u202e';
    const content = [...plain(odd), { kind: 'footnote' as const, text: odd }];
    const files = await filesOf(paperOf({ kind: 'quote', content }));
    for (const name of ['word/document.xml', 'word/footnotes.xml']) {
      expect(files.get(name)).toContain('a&lt;/w:t&gt;&lt;w:t&gt;&amp; ');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
      expect(files.get(name)).not.toMatch(/[\u0001\u000b\uffff]/u);
    }
    expect(files.get('docProps/core.xml')).toContain('Een &lt;titel&gt; &amp; *meer*');
  });

  it('numbers every list from 1', async () => {
    const list: Block = { kind: 'list', isNumbered: true, items: [plain('een'), plain('twee')] };
    const files = await filesOf(paperOf(list, list));
    const instances = [...(files.get('word/document.xml') ?? '').matchAll(/<w:numId w:val="(\d+)"/gu)];
    expect(new Set(instances.map(([, id]) => id)).size).toBe(2);
  });

  it('repeats the heads of tables, and marks a contested cell and one that nobody read by more than colour', async () => {
    const files = await filesOf(
      paperOf({
        kind: 'grid',
        caption: 'Matrix',
        corner: 'Waarborg',
        columns: ['Kosten', 'Doorlooptijd'],
        rows: [
          {
            label: 'Voornemen',
            cells: [
              { text: '2', marks: '▲1 ▼1 ↔', strength: 3, look: 'contested' },
              { text: '–', strength: 0, look: 'not-read' },
            ],
          },
        ],
        legend: 'Zo leest u dit.',
      }),
    );
    const xml = files.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('▲1 ▼1 ↔');
    expect(xml).toMatch(/w:sz="18"/u);
    expect(xml).toContain('w:val="thinDiagStripe"');
  });
});

describe('quotedWords', () => {
  it.each([
    ['Dat klopt.', '‘Dat klopt.’'],
    ['Het heet ‘voornemen’.', '“Het heet ‘voornemen’.”'],
    ["'Een brief geeft houvast', aldus de advocaat", "“'Een brief geeft houvast', aldus de advocaat”"],
    ["IND’s foto's van 's-Gravenhage", "‘IND’s foto's van 's-Gravenhage’"],
  ])('puts %o between marks that are not its own', (exact, quoted) => {
    expect(quotedWords({ ranges: [{ exact }] })).toBe(quoted);
  });
});

describe('dutchDay', () => {
  it('is the day in the Netherlands, an hour or two before that of Greenwich', () => {
    expect(dutchDay('2026-05-11T22:30:00Z')).toBe('2026-05-12');
    expect(dutchDay(new Date('2026-12-31T22:59:00Z'))).toBe('2026-12-31');
    expect(dutchDay(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
  });
});

describe('joinNames', () => {
  it.each([
    [['IND', 'Inspectie Justitie en Veiligheid'], 'IND en Inspectie Justitie en Veiligheid'],
    [['Inspectie Justitie en Veiligheid', 'IND'], 'Inspectie Justitie en Veiligheid, en IND'],
    [['A', 'B en C', 'D'], 'A, B en C, en D'],
    [['‘A en B’', '‘C’'], '‘A en B’ en ‘C’'],
  ])('joins %o so that it can be told which belong together', (names, joined) => {
    expect(joinNames(names, 'nl')).toBe(joined);
  });
});

describe('toMarkdown', () => {
  it('keeps signs of Markdown in texts of others the signs that they are', () => {
    const text = toMarkdown(
      paperOf(
        { kind: 'paragraph', content: plain('# geen kop\n1. geen lijst <b> [x](y) `z` | a*b*') },
        { kind: 'paragraph', content: [{ kind: 'text', text: ' vet ', style: 'strong' }] },
      ),
    );
    expect(text).toContain('# Een \\<titel\\> & \\*meer\\*');
    expect(text).toContain('\\# geen kop\n1\\. geen lijst \\<b\\> \\[x\\](y) \\`z\\` \\| a\\*b\\*');
    expect(text).toContain(' **vet** ');
  });

  it('writes any amount of white space', () => {
    const text = `a${' '.repeat(100_000)}b${'\r'.repeat(200_000)}${'\n'.repeat(100_000)}c`;
    const content = [{ kind: 'text' as const, text, style: 'strong' as const }];
    expect(toMarkdown(paperOf({ kind: 'paragraph', content })).includes(`**${text}**`)).toBe(true);
    expect(toMarkdown(paperOf({ kind: 'heading', level: 1, text })).endsWith('b c\n')).toBe(true);
  });

  it('gathers footnotes behind the text', () => {
    const content = [...plain('Een'), { kind: 'footnote' as const, text: 'Stb. 2025, 123.' }];
    expect(toMarkdown(paperOf({ kind: 'quote', content }))).toContain('> Een[^1]\n\n[^1]: Stb. 2025, 123.');
  });
});
