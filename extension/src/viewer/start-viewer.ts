import '@waarborg/shared/ui/theme.css';
import 'pdfjs-dist/web/pdf_viewer.css';
import './viewer.css';
import { preferredLanguage } from '@waarborg/shared/messages';
import { viewerMessages } from '@waarborg/shared/messages/viewer';
import { Viewer } from './viewer.tsx';

/** Starts the viewer in its page. */
export function startViewer(): void {
  const language = preferredLanguage(navigator.languages);
  document.documentElement.lang = language;
  get('print-hint').textContent = viewerMessages[language].printHint;
  const viewer = new Viewer(
    {
      bar: get('bar'),
      sentence: get('sentence'),
      stage: get('stage') as HTMLDivElement,
      outline: get('outline'),
    },
    language,
  );
  // Scrolls by keyboard once the focus is in it.
  get('stage').tabIndex = 0;
  takeDrops((file) => void viewer.openFile(file));
  const asked = new URLSearchParams(location.search);
  void viewer.open(asked.get('id'), asked.get('trouble'));
}

function get(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`the viewer's page has no element '${id}'`);
  return element;
}

function takeDrops(open: (file: File) => void): void {
  const show = (isDropping: boolean) => document.body.classList.toggle('is-dropping', isDropping);
  addEventListener('dragover', (event) => {
    event.preventDefault();
    show(true);
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) show(false);
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    show(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
}
