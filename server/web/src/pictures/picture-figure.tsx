import { pictureMessages } from '@waarborg/shared/messages/pictures';
import { dayInWords } from '@waarborg/shared/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useAwaited } from '../api/arrival.ts';
import { fileInk, pageInk } from '../drawing/ink.ts';
import { svgElement } from '../drawing/svg-element.ts';
import { language } from '../language/language.ts';
import type { PictureWords } from './describe-picture.ts';
import type { Picture } from './draw-picture.ts';
import { drawWhenNear } from './draw-when-near.ts';
import { pictureHeight } from './lay-out-picture.ts';

/** Widest drawing on a page, and the width of one in a file, in CSS pixels. */
const widths = { most: 1_120, ofFile: 1_000 } as const;
/** Narrowest drawing in which everything can be told apart; in a narrower window one scrolls. */
function leastWidthOf({ kind, data }: Picture): number {
  if (kind === 'speakers') {
    const most = Math.max(0, ...data.points.map(({ cell }) => cell.claims));
    return 160 + (24 + 8 * String(most).length) * data.safeguards.length;
  }
  return kind === 'opposition' ? 320 : 240;
}

/** A picture with what stands around it. */
export interface PictureFigureProps extends PictureWords {
  readonly slug: string;
  readonly picture: Picture;
  /** Filters in words, one text for each. */
  readonly filters: readonly string[];
  /** Revision of the dossier that is drawn. */
  readonly revision: number;
  /** The table behind the picture. */
  readonly children: ComponentChildren;
}

/** A picture with its table, of which either is shown, and the ways to take it along. */
export function PictureFigure(props: PictureFigureProps) {
  const { picture, summary, isEmpty, counted, notes, children } = props;
  const messages = pictureMessages[language.value];
  const title = messages[`${picture.kind}.title`];
  const [showsTable, setShowsTable] = useState(false);
  const id = useId();
  return (
    <section class="wb-picture" aria-labelledby={id} data-picture={picture.kind}>
      <div class="wb-picture-head">
        <h2 id={id}>{title}</h2>
        {!isEmpty && (
          <div class="wb-picture-actions">
            <button type="button" class="wb-pill" onClick={() => setShowsTable(!showsTable)}>
              {showsTable ? messages.showPicture : messages.showTable}
              <span class="wb-visually-hidden">: {title}</span>
            </button>
            <SaveButtons {...props} title={title} />
          </div>
        )}
      </div>
      <p class="wb-picture-explained">{messages[`${picture.kind}.explained`]}</p>
      <p class="wb-picture-summary">{summary}</p>
      {!isEmpty && <p class="wb-picture-explained">{counted}</p>}
      {!isEmpty && (showsTable ? children : <Drawing picture={picture} title={title} summary={summary} />)}
      {!isEmpty && notes.length > 0 && (
        <ul class="wb-plain-list wb-picture-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The width of an element, kept up to date; 0 until it is known. */
function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

function Drawing({ picture, title, summary }: { picture: Picture; title: string; summary: string }) {
  const messages = pictureMessages[language.value];
  const { element, width } = useWidth();
  const [isAwaited, setAwaited] = useState(true);
  const [isFailed, setFailed] = useState(false);
  useAwaited(isAwaited);
  const spoken = language.value;
  useEffect(() => {
    const section = element.current;
    if (!section || width === 0) return;
    const drawn = Math.max(Math.min(width, widths.most), leastWidthOf(picture));
    const put = (drawing: SVGSVGElement) => {
      drawing.setAttribute('role', 'img');
      drawing.setAttribute('aria-label', `${title}. ${summary}`);
      section.replaceChildren(drawing);
    };
    const keepRoom = () =>
      put(svgElement('svg', { width: drawn, height: pictureHeight(picture, drawn, spoken) }));
    // What is drawn already stays until it is drawn anew.
    if (!section.hasChildNodes()) keepRoom();
    return drawWhenNear(section, {
      draw: ({ drawPicture }) => {
        put(drawPicture(picture, { width: drawn, ink: pageInk, language: spoken }));
        setAwaited(false);
      },
      onFar: () => {
        keepRoom();
        setAwaited(false);
      },
      onFailure: () => {
        setFailed(true);
        setAwaited(false);
      },
    });
  }, [picture, width, spoken, title, summary, element]);
  return (
    <>
      {isFailed && <p role="alert">{messages.drawFailed}</p>}
      <section
        class="wb-drawing"
        ref={element}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={messages.scrollArea(title)}
      />
    </>
  );
}

const kinds = ['svg', 'png'] as const;

function SaveButtons(props: PictureFigureProps & { title: string }) {
  const { slug, picture, title } = props;
  const messages = pictureMessages[language.value];
  const [isFailed, setFailed] = useState(false);
  const save = async (kind: (typeof kinds)[number]) => {
    setFailed(false);
    try {
      const { savePicture } = await import('../drawing/save-picture.ts');
      await savePicture(await drawForFile(props, title), kind, `${slug}-${picture.kind}`);
    } catch {
      // The library or a font did not come, or the picture is larger than the browser can paint.
      setFailed(true);
    }
  };
  return (
    <>
      {kinds.map((kind) => (
        <button key={kind} type="button" class="wb-pill" onClick={() => save(kind)}>
          {kind === 'svg' ? messages.saveSvg : messages.savePng}
          <span class="wb-visually-hidden">: {title}</span>
        </button>
      ))}
      {isFailed && <p role="alert">{messages.saveFailed}</p>}
    </>
  );
}

/** The picture as it stands in a file: with title, filters, day and notes. */
async function drawForFile(
  { picture, filters, revision, summary, counted, notes }: PictureFigureProps,
  title: string,
): Promise<SVGSVGElement> {
  const messages = pictureMessages[language.value];
  const { drawPicture } = await import('./draw-picture.ts');
  const day = dayInWords(new Date().toISOString(), language.value);
  const lines = [
    summary,
    filters.length > 0 ? messages.filteredOn(filters.join('; ')) : messages.withoutFilter,
    messages.ofDay(day, revision),
  ];
  const options = { width: widths.ofFile, ink: fileInk, language: language.value };
  return drawPicture(picture, options, {
    title,
    lines,
    notes: [messages[`${picture.kind}.explained`], counted, ...notes],
  });
}
