import { signal } from '@preact/signals';
import { saveFile } from '@waarborg/shared/ui';
import { failureInWords } from '../api/explain-failure.ts';
import { getFile } from '../api/request.ts';

/** What there is to tell of a file that was asked for. */
export type Download =
  | { readonly kind: 'making' }
  /** In bytes; the total is not always known. */
  | { readonly kind: 'coming'; readonly received: number; readonly total: number | undefined }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: string };

/** When a reader begins to wonder, in milliseconds: a file that comes sooner is not worth a word. */
const slowMs = 400;

/** What there is to tell, by the paths of files. They go on coming while the reader looks at another page. */
const told = signal<ReadonlyMap<string, Download>>(new Map());
const underWay = new Map<string, AbortController>();

function tell(path: string, download: Download | undefined): void {
  const others = [...told.value].filter(([other]) => other !== path);
  told.value = new Map(download ? [...others, [path, download]] : others);
}

/** What there is to tell of a file, if anything. */
export function downloadOf(path: string): Download | undefined {
  return told.value.get(path);
}

/** Whether there is to tell that a file is on its way. */
export function isUnderWay(path: string): boolean {
  const kind = downloadOf(path)?.kind;
  return kind === 'making' || kind === 'coming';
}

/** Gets a file and lets the browser keep it, unless it is on its way already. */
export async function download(path: string): Promise<void> {
  if (underWay.has(path)) return;
  const controller = new AbortController();
  underWay.set(path, controller);
  tell(path, undefined);
  let [isSlow, latest]: [boolean, Download] = [false, { kind: 'making' }];
  const timer = setTimeout(() => {
    isSlow = true;
    tell(path, latest);
  }, slowMs);
  const onProgress = (received: number, total: number | undefined) => {
    latest = { kind: 'coming', received, total };
    if (isSlow) tell(path, latest);
  };
  try {
    saveFile(await getFile(path, { signal: controller.signal, onProgress }));
    tell(path, undefined);
  } catch (error) {
    const { aborted } = controller.signal;
    tell(path, aborted ? { kind: 'cancelled' } : { kind: 'failed', problem: failureInWords(error) });
  } finally {
    clearTimeout(timer);
    underWay.delete(path);
  }
}

/** Stops a download, and the making of its file. */
export function cancelDownload(path: string): void {
  underWay.get(path)?.abort();
}
