/** What rules at the Council of State, which advises as well. */
export const judicialDivision = 'Afdeling bestuursrechtspraak van de Raad van State';
/** And who advises on legislation there. */
export const advisoryDivision = 'Afdeling advisering van de Raad van State';

/** Who ruled, from the court that a publication names. */
export function toJudge(court: string): string {
  const name = court.trim();
  return name === 'Raad van State' ? judicialDivision : name;
}
