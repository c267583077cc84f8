import { type Stance, stanceMarks } from '../matrix/index.ts';
import { domainMessages, type Language } from '../messages/index.ts';

/** A stance as its mark and its word, in its colour: "▲ helpt". */
export function StanceLabel({ stance, language }: { stance: Stance; language: Language }) {
  return (
    <span class="wb-stance" data-stance={stance}>
      <span aria-hidden="true">{stanceMarks[stance]}</span> {domainMessages[language][`stance.${stance}`]}
    </span>
  );
}
