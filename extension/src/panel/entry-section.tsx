import { extensionMessages } from '@waarborg/shared/messages/extension';
import type { Vocabulary } from '@waarborg/shared/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OpenedDocument } from '../messaging/index.ts';
import { useKeptInView } from './keep-in-view.ts';
import { usePanel } from './panel-context.ts';
import type { PassageInText } from './passages-in-order.ts';

/** What every section below a passage works on. */
export interface EntrySectionProps {
  readonly passage: PassageInText;
  readonly opened: OpenedDocument;
  readonly vocabulary: Vocabulary;
  /** Closes the section; the focus goes back to the button that opened it. */
  readonly onClose: () => void;
}

/** A section is loaded when it is first opened: most passages are only read. */
const sections = {
  link: () => import('./link-form.tsx').then(({ LinkForm }) => LinkForm),
  pieces: () => import('./passage-pieces.tsx').then(({ PassagePieces }) => PassagePieces),
  history: () => import('./passage-history.tsx').then(({ PassageHistory }) => PassageHistory),
} satisfies Record<string, () => Promise<ComponentType<EntrySectionProps>>>;
export type SectionName = keyof typeof sections;

/** What was opened below a passage. Esc closes it. */
export function EntrySection({
  id,
  name,
  ...props
}: EntrySectionProps & { readonly id: string; readonly name: SectionName }) {
  const { messages, passageWords, language, announce } = usePanel();
  const [Section, setSection] = useState<ComponentType<EntrySectionProps>>();
  const place = useKeptInView<HTMLElement>();
  useEffect(() => {
    let isCurrent = true;
    sections[name]().then(
      (loaded) => isCurrent && setSection(() => loaded),
      // The extension was updated under an open panel.
      () => announce(extensionMessages[language].unanswered),
    );
    return () => {
      isCurrent = false;
    };
  }, [name]);
  return (
    <section
      ref={place}
      id={id}
      class="entry-section"
      aria-label={passageWords[`section.${name}`]}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      {Section ? <Section {...props} /> : <p>{messages.loading}</p>}
    </section>
  );
}
