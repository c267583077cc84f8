import { type SourceDocument, sourceTypes } from '@waarborg/shared/dossier';
import { paperMessages } from '@waarborg/shared/messages/papers';
import { type Block, type Inline, plain } from './paper.ts';
import { citeDocument, type PaperSource } from './paper-source.ts';

/** A document with what the paper has of it. */
export interface UsedSource {
  readonly document: SourceDocument;
  /** How many passages of it are quoted. */
  readonly passages: number;
  /** On how many of the safeguards somebody has read it; absent where the paper does not say. */
  readonly read?: { readonly safeguards: number; readonly of: number };
}

function nameOf(document: SourceDocument, source: PaperSource): Inline[] {
  const text = citeDocument(document, source);
  const address = document.addresses.find((one) => /^https?:/u.test(one.address))?.address;
  return address ? [{ kind: 'link', text, address }] : plain(text);
}

function readInWords(
  { safeguards, of }: NonNullable<UsedSource['read']>,
  messages: (typeof paperMessages)['nl'],
): string {
  if (safeguards === 0) return messages.no;
  return safeguards >= of ? messages.yes : messages.readPartly(safeguards, of);
}

/** The sources of a paper by kind, within a kind by date. */
export function sourceTables(used: readonly UsedSource[], source: PaperSource): Block[] {
  const messages = paperMessages[source.language];
  if (used.length === 0) return [{ kind: 'paragraph', content: plain(messages.noSources) }];
  const saysRead = used.some(({ read }) => read !== undefined);
  return sourceTypes.flatMap((type): Block[] => {
    const own = used
      .filter(({ document }) => document.sourceType === type)
      .toSorted(
        (a, b) =>
          (a.document.date ?? '').localeCompare(b.document.date ?? '') ||
          a.document.title.localeCompare(b.document.title),
      );
    if (own.length === 0) return [];
    return [
      { kind: 'heading', level: 2, isUnlisted: true, text: messages[`sources.${type}`] },
      {
        kind: 'table',
        head: [messages.source, messages.passages, ...(saysRead ? [messages.readColumn] : [])],
        widths: saysRead ? [70, 12, 18] : [86, 14],
        rows: own.map(({ document, passages, read }) => [
          nameOf(document, source),
          plain(String(passages)),
          ...(saysRead ? [plain(read ? readInWords(read, messages) : '')] : []),
        ]),
      },
    ];
  });
}
