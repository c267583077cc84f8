import type { RichBlock, RichRun } from '@waarborg/shared/markdown';
import { formattedText } from './formatted-text.ts';

/** Text of one's own as it is formatted. Until the reader of Markdown is here, as it was typed. */
export function RichText({ text }: { text: string }) {
  const blocks = formattedText(text);
  if (!blocks) return <p class="wb-typed">{text}</p>;
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </>
  );
}

function Block({ block }: { block: RichBlock }) {
  switch (block.kind) {
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((runs, index) => (
        <li key={index}>
          <Runs runs={runs} />
        </li>
      ));
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'heading':
      return (
        <p>
          <strong>
            <Runs runs={block.runs} />
          </strong>
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
  }
}

function Runs({ runs }: { runs: readonly RichRun[] }) {
  return (
    <>
      {runs.map(({ text, style, address }, index) => {
        const words = style === 'strong' ? <strong>{text}</strong> : style ? <em>{text}</em> : text;
        if (!address) return <span key={index}>{words}</span>;
        return (
          <a
            key={index}
            class="utrecht-link utrecht-link--html-a"
            href={address}
            target="_blank"
            rel="noreferrer"
          >
            {words}
          </a>
        );
      })}
    </>
  );
}
