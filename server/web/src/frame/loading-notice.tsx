import { webMessages } from '@waarborg/shared/messages/web';
import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';

/** Something is on its way. Said aloud, and seen only when it takes a while. */
export function LoadingNotice({ children }: { children?: ComponentChildren }) {
  return (
    <p class="wb-loading" role="status">
      {children ?? webMessages[language.value].loading}
    </p>
  );
}
