/** The colours of a picture, as CSS has them. They never speak alone: stances have marks and patterns too. */
export interface Ink {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  readonly helps: string;
  readonly hurts: string;
  readonly noEffect: string;
  readonly none: string;
}

/** On the page: the tokens, which follow the reader's theme and forced colours. */
export const pageInk: Ink = {
  text: 'var(--waarborg-ink)',
  muted: 'var(--waarborg-muted)',
  line: 'var(--waarborg-line)',
  paper: 'var(--waarborg-paper)',
  helps: 'var(--waarborg-helps)',
  hurts: 'var(--waarborg-hurts)',
  noEffect: 'var(--waarborg-no-effect)',
  none: 'var(--waarborg-none)',
};

/** In a file, which goes into a document: the colours of the light theme, whatever the reader looks at. */
export const fileInk: Ink = {
  text: '#1b2430',
  muted: '#546170',
  line: '#d5dbe3',
  paper: '#ffffff',
  helps: '#00696d',
  hurts: '#a83e06',
  noEffect: '#434d59',
  none: '#98a3af',
};
