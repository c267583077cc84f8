import type { Coverage } from '@waarborg/shared/matrix';
import { matrixMessages } from '@waarborg/shared/messages/matrix';
import { language } from '../language/language.ts';

/** How far the reading got: "3/20", read aloud as "3 of 20 read". */
export function ReadCount({ read: { documents, of } }: { read: Coverage }) {
  return (
    <>
      <span aria-hidden="true">
        {documents}/{of}
      </span>
      <span class="wb-visually-hidden">{matrixMessages[language.value].readOf(documents, of)}</span>
    </>
  );
}
