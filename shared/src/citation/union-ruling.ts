/** A ruling of a court of the Union, or the conclusion of an advocate general before it. */
interface UnionRuling {
  /** As its ECLI names it: `EU:C`. */
  readonly court: string;
  readonly isConclusion: boolean;
  /** Number of the case: `C-808/19`. */
  readonly number: string;
}

/** Reads what the CELEX number of a ruling says, `62019CJ0808`; undefined for one of something else. */
export function readUnionRuling(celex: string): UnionRuling | undefined {
  const [, year, court, kind, number] = /^6(\d{4})([CTF])([JOCA])(\d{4})$/u.exec(celex) ?? [];
  if (!year) return undefined;
  return {
    court: `EU:${court}`,
    isConclusion: kind === 'C',
    number: `${court}-${Number(number)}/${year.slice(2)}`,
  };
}
