import type { CellResponse } from '@waarborg/shared/api';
import { type CellPart, shareOut, stanceMarks } from '@waarborg/shared/matrix';
import { cellMessages } from '@waarborg/shared/messages/cell';
import { speakerName } from '@waarborg/shared/ui';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useIsPrinting } from '../frame/use-is-printing.ts';
import { language } from '../language/language.ts';
import { keepPlace, takePlace } from './kept-place.ts';
import { type PassageSource, passagesOf } from './passage-source.ts';
import { VoiceClaims } from './voice-claims.tsx';

/** Claims of a part, and of one speaker in it, that are shown before "show more". */
const firstClaims = 20;
/** Claims that come along: others of a part are printed, and are there when they are asked for. */
export const firstOfCell = { first: 5 * firstClaims, each: firstClaims } as const;

interface CellClaimsProps extends Pick<PassageSource, 'names' | 'pathOf'> {
  readonly cell: CellResponse;
}

/** The claims behind a number: by stance, by speaker, verbatim; what reviewers disagree on apart. */
export function CellClaims({ cell, names, pathOf }: CellClaimsProps) {
  const [place] = useState(takePlace);
  const end = useRef<HTMLSpanElement>(null);
  const isPrinted = useIsPrinting();
  const source = useMemo(
    () => ({ ...passagesOf(cell), ...{ names, place, pathOf, isPrinted } }),
    [cell, names, place, pathOf, isPrinted],
  );
  useLayoutEffect(() => {
    const panel = end.current?.closest('aside');
    return panel ? keepPlace(panel) : undefined;
  }, []);
  return (
    <>
      {cell.sections?.map((section) => (
        <PartOfCell key={section.part} section={section} claims={cell.claims} source={source} />
      ))}
      <span ref={end} hidden />
    </>
  );
}

const titles = {
  helps: 'helpsSay',
  hurts: 'hurtsSay',
  noEffect: 'noEffectSay',
  none: 'withoutStance',
  differ: 'reviewersDiffer',
} as const satisfies Record<CellPart, string>;

const marks: Readonly<Record<CellPart, string>> = { ...stanceMarks, differ: '≠' };

interface PartOfCellProps {
  readonly section: NonNullable<CellResponse['sections']>[number];
  readonly claims: CellResponse['claims'];
  readonly source: PassageSource;
}

function PartOfCell({ section: { part, claims: count, voices }, claims, source }: PartOfCellProps) {
  const messages = cellMessages[language.value];
  const id = `stance-${part}`;
  const sizes = voices.map(({ first }) => first.length);
  const shares = shareOut(sizes, firstClaims);
  return (
    <section class="wb-stance-section" data-stance={part} aria-labelledby={id}>
      <h3 id={id}>
        <span>
          <span aria-hidden="true">{marks[part]}</span> {messages[titles[part]]}
        </span>
        <span class="wb-section-count">{count}</span>
      </h3>
      {part === 'differ' && <p class="wb-echo">{messages.reviewersDifferHint}</p>}
      {voices.map(({ speaker, claims: total, first }, voice) => {
        const own = (
          <VoiceClaims
            key={speaker}
            {...{ part, speaker, total, source }}
            claims={first.flatMap((place) => claims[place] ?? [])}
            share={shares[voice] ?? 0}
          />
        );
        if (speaker === undefined) return own;
        return (
          <section class="wb-voice" key={speaker}>
            <h4>
              {speakerName(source.names.vocabulary, speaker)} <span class="wb-section-count">{total}</span>
            </h4>
            {own}
          </section>
        );
      })}
    </section>
  );
}
