import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EvaluatingPage, inPage } from './in-page.ts';

/** A page with text of its own, in an open shadow root, in a frame of its own site and in one from elsewhere. */
export const framedPage = {
  shadow: 'De tolk blijft bij elk gehoor aanwezig.',
  frame: 'De voornemenprocedure wordt afgeschaft, wat de doorlooptijd bekort.',
  /** In a frame within that frame. */
  inner: 'De rechtbank toetst het besluit volledig.',
  elsewhere: 'Dit hoort bij een andere site.',
};

const html = (body: string) =>
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Dossierstuk</title><meta name="DCTERMS.creator" content="IND">${body}</html>`;

/** Where the page is served, until it is closed. */
export interface ServedFramedPage {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page on loopback; what is from elsewhere comes from another port. */
export async function serveFramedPage(): Promise<ServedFramedPage> {
  const elsewhere = await serve(() => html(`<p>${framedPage.elsewhere}</p>`));
  const own = await serve((path) => {
    if (path === '/frame') {
      return html(`<style>body { margin: 20px }</style><p>${framedPage.frame}</p><div style="height: 900px"></div>
        <iframe width="500" srcdoc="<p>${framedPage.inner}</p>"></iframe>`);
    }
    return html(`<p>Voor de kaders.</p><x-card><template shadowrootmode="open"><p>${framedPage.shadow}</p></template></x-card>
      <iframe id="own" src="/frame" style="width: 600px; height: 200px; border: 7px solid; padding: 11px"></iframe>
      <iframe id="elsewhere" src="${elsewhere.address}" style="width: 600px; height: 150px"></iframe><p>Na de kaders.</p>`);
  });
  return {
    address: own.address,
    close: async () => {
      await Promise.all([own.close(), elsewhere.close()]);
    },
  };
}

async function serve(answer: (path: string) => string): Promise<ServedFramedPage> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(answer(request.url ?? '/'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What a page of Playwright and one of puppeteer have in common to select in it. */
interface PageWithMouse extends EvaluatingPage {
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where words stand in the window, wherever they stand in the page. */
export function placeInWindow(page: EvaluatingPage, words: string): Promise<Place> {
  return inPage(
    page,
    (wanted) => {
      const find = (root: Node): Element | undefined => {
        for (const element of (root as Element).querySelectorAll('*')) {
          const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
          const found = inner
            ? find(inner)
            : element.localName === 'p' && element.textContent === wanted && element;
          if (found) return found;
        }
        return undefined;
      };
      const element = find(document) as Element;
      element.scrollIntoView({ block: 'nearest' });
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      const box = range.getBoundingClientRect();
      let [x, y] = [0, 0];
      for (let frame = element.ownerDocument.defaultView?.frameElement; frame; ) {
        const outer = frame.getBoundingClientRect();
        const style = getComputedStyle(frame);
        x += outer.left + frame.clientLeft + Number.parseFloat(style.paddingLeft);
        y += outer.top + frame.clientTop + Number.parseFloat(style.paddingTop);
        frame = frame.ownerDocument.defaultView?.frameElement;
      }
      return { left: x + box.left, right: x + box.right, y: y + box.top + box.height / 2 };
    },
    words,
  );
}

/** Selects words with the mouse. */
export async function selectInPage(page: PageWithMouse, words: string): Promise<void> {
  const { left, right, y } = await placeInWindow(page, words);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move(right - 1, y, { steps: 5 });
  await page.mouse.up();
}

/** The words of what is drawn in a look, in whatever document they stand. */
export function drawnInAll(page: EvaluatingPage, look: string): Promise<string[]> {
  return inPage(
    page,
    (name) => {
      const wordsIn = (shown: Window & typeof globalThis): string[] => {
        const words = [...(shown.CSS.highlights.get(`waarborg-${name}`) ?? [])].map((range) => {
          const live = shown.document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString();
        });
        const frames = [...shown.document.querySelectorAll('iframe')].filter(
          (frame) => frame.contentDocument,
        );
        return [
          ...words,
          ...frames.flatMap((frame) => wordsIn(frame.contentWindow as Window & typeof globalThis)),
        ];
      };
      return wordsIn(window);
    },
    look,
  );
}
