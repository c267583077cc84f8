import { Lexer, type Token, type Tokens } from 'marked';

/** A run of text with its emphasis; an address where it is a link to the web. */
export interface RichRun {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis';
  readonly address?: string;
}

/** A block of formatted text: what a position paper needs, and no more. */
export type RichBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly RichRun[] }
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly RichRun[] }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly (readonly RichRun[])[];
    };

/** What a reader sees of the entities that the lexer leaves in running text. */
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plainText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '');
}

function isWebAddress(address: string): boolean {
  return /^https?:/iu.test(address) && URL.canParse(address);
}

/** Running text; markup of any other kind, HTML too, stays the text that was typed. */
function toRuns(tokens: readonly Token[], around: Omit<RichRun, 'text'> = {}): RichRun[] {
  return tokens.flatMap((token): RichRun[] => {
    switch (token.type) {
      case 'strong':
        return toRuns((token as Tokens.Strong).tokens, { ...around, style: 'strong' });
      case 'em':
        return toRuns((token as Tokens.Em).tokens, { ...around, style: 'emphasis' });
      case 'link': {
        const { href, tokens: inside } = token as Tokens.Link;
        return toRuns(inside, isWebAddress(href) ? { ...around, address: href } : around);
      }
      case 'br':
        return [{ text: '\n', ...around }];
      case 'escape':
      case 'codespan':
        return [{ text: plainText((token as Tokens.Codespan).text), ...around }];
      case 'text': {
        const { tokens: inside, text } = token as Tokens.Text;
        return inside ? toRuns(inside, around) : [{ text: plainText(text), ...around }];
      }
      default:
        return [{ text: token.raw, ...around }];
    }
  });
}

/** The running text of a block that can hold others; two of them are kept apart by a line. */
function runsInside(tokens: readonly Token[]): RichRun[] {
  const parts = tokens
    .filter(({ type }) => type !== 'space')
    .map((token) => ('tokens' in token && token.tokens ? toRuns(token.tokens) : toRuns([token])));
  return parts.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]));
}

function toBlocks(token: Token): RichBlock[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [{ kind: 'heading', level: depth, runs: toRuns(tokens) }];
    }
    case 'blockquote':
      return [{ kind: 'quote', runs: runsInside((token as Tokens.Blockquote).tokens) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: 'list', isNumbered: ordered, items: items.map(({ tokens }) => runsInside(tokens)) }];
    }
    case 'paragraph':
      return [{ kind: 'paragraph', runs: toRuns((token as Tokens.Paragraph).tokens) }];
    default:
      return [{ kind: 'paragraph', runs: [{ text: token.raw.trimEnd() }] }];
  }
}

/** The lexer reads a paragraph anew for each of its signs: so many signs times letters take it half a second. */
const maxEffort = 10_000_000;

/** Whether a paragraph has more signs of emphasis and links than anybody means. */
function isOverloaded(text: string): boolean {
  return text
    .split(/\n[^\S\n]*\n/u)
    .some((paragraph) => (paragraph.match(/[*_[`<]/gu)?.length ?? 0) * paragraph.length > maxEffort);
}

/**
 * Reads Markdown (CommonMark) as blocks of text: paragraphs, headings, quotes, lists, emphasis and links to the
 * web. HTML is text like any other; a link elsewhere is its text. Never throws for any text.
 */
export function readMarkdown(text: string): RichBlock[] {
  if (isOverloaded(text)) return [{ kind: 'paragraph', runs: [{ text }] }];
  try {
    return new Lexer({ gfm: false }).lex(text).flatMap(toBlocks);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Quotes in quotes, thousands deep: nobody means that, and the lexer calls itself for each.
    return [{ kind: 'paragraph', runs: [{ text }] }];
  }
}
