import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The chapters of a PDF, as it gives them. */
export type Outline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;
/** Where a chapter begins, as pdf.js names it. */
export type OutlineDestination = Outline[number]['dest'];

interface OutlineViewProps {
  readonly outline: Outline;
  readonly label: string;
  readonly onGo: (destination: OutlineDestination) => void;
}

/** The table of contents beside the pages. */
export function OutlineView({ outline, label, onGo }: OutlineViewProps) {
  return (
    <nav aria-label={label}>
      <OutlineLevel items={outline} onGo={onGo} />
    </nav>
  );
}

function OutlineLevel({ items, onGo }: { items: Outline; onGo: OutlineViewProps['onGo'] }) {
  return (
    <ul>
      {items.map(({ title, dest, items: below }, index) => (
        <li key={`${index} ${title}`}>
          <button type="button" disabled={dest === null} onClick={() => onGo(dest)}>
            {title}
          </button>
          {below.length > 0 && <OutlineLevel items={below as Outline} onGo={onGo} />}
        </li>
      ))}
    </ul>
  );
}
