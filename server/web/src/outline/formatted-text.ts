import { signal } from '@preact/signals';
import type { RichBlock } from '@waarborg/shared/markdown';

/** What reads Markdown: only a page on which a text of one's own stands carries it. */
const reader = signal<(text: string) => RichBlock[]>();
let isAsked = false;

async function load(): Promise<void> {
  isAsked = true;
  try {
    reader.value = (await import('@waarborg/shared/markdown')).readMarkdown;
  } finally {
    isAsked = false;
  }
}

/** Text of one's own as it is formatted; undefined until what reads it is here, which draws anew what asked for it. */
export function formattedText(text: string): readonly RichBlock[] | undefined {
  if (!reader.value && !isAsked) void load();
  return reader.value?.(text);
}
