import { defineCatalogue } from './catalogue.ts';

/** What stands beside the matrix when a number is opened. */
export const cellMessages = defineCatalogue(
  {
    close: 'Sluiten',
    loading: 'De passages worden geladen…',
    failed: 'De passages konden niet worden geladen. Er is niets verloren gegaan.',
    tryAgain: 'Probeer opnieuw',
    helpsSay: 'De waarborg helpt, zeggen',
    hurtsSay: 'De waarborg schaadt, zeggen',
    noEffectSay: 'Geen gevolg, zeggen',
    withoutStance: 'Zonder standpunt',
    reviewersDiffer: 'Codeurs verschillen',
    reviewersDifferHint:
      'Deze woorden tellen voor geen spreker mee, zolang de codeurs er verschillend over denken.',
    againstWord: 'tegen',
    againstSpeakers: '(sprekers: helpt tegen schaadt)',
    opposes: (helps: string, hurts: string) => `${helps} tegenover ${hurts}`,
    normAgainstExpectation: 'norm tegenover verwachting: geen tegenspraak op zichzelf',
    echoes: (speaker: string) => `dezelfde bewering als van ${speaker}`,
    repeats: (count: number) =>
      count === 1 ? 'Dezelfde bewering op nog 1 plaats' : `Dezelfde bewering op nog ${count} plaatsen`,
    showMore: (count: number) => `Toon nog ${count}`,
    otherCodings: 'Deze passage zegt ook',
    readBy: 'Gelezen',
    notReadYet: 'Nog niet gelezen',
    readTitle: (read: number, of: number) => `${read} van ${of} documenten gelezen`,
    notReadExplained: 'Niemand heeft hier een document op gelezen. Dit is een blinde vlek, geen bevinding.',
    nothingFoundExplained: (read: number, of: number) =>
      `${read} van ${of} documenten gelezen; daarin is hierover niets gevonden.`,
    nothingFoundPartly: 'In de andere documenten kan nog iets staan.',
    noDocuments: 'Dit dossier heeft nog geen documenten.',
  },
  {
    close: 'Close',
    loading: 'Loading the passages…',
    failed: 'The passages could not be loaded. Nothing is lost.',
    tryAgain: 'Try again',
    helpsSay: 'The safeguard helps, say',
    hurtsSay: 'The safeguard hurts, say',
    noEffectSay: 'No effect, say',
    withoutStance: 'Without a stance',
    reviewersDiffer: 'Reviewers differ',
    reviewersDifferHint: 'These words count for no speaker as long as the reviewers read them differently.',
    againstWord: 'to',
    againstSpeakers: '(speakers: helps to hurts)',
    opposes: (helps, hurts) => `${helps} opposes ${hurts}`,
    normAgainstExpectation: 'a norm against an expectation: no contradiction by itself',
    echoes: (speaker) => `the same claim as ${speaker}'s`,
    repeats: (count) =>
      count === 1 ? 'The same claim in 1 more place' : `The same claim in ${count} more places`,
    showMore: (count) => `Show ${count} more`,
    otherCodings: 'This passage also says',
    readBy: 'Read',
    notReadYet: 'Not read yet',
    readTitle: (read, of) => `${read} of ${of} documents read`,
    notReadExplained: 'Nobody has read a document for this. It is a blind spot, not a finding.',
    nothingFoundExplained: (read, of) =>
      `${read} of ${of} documents read; nothing was found in them on this.`,
    nothingFoundPartly: 'The other documents may still say something.',
    noDocuments: 'This dossier has no documents yet.',
  },
);
