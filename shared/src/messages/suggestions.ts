import { defineCatalogue } from './catalogue.ts';

/** What the panel says of suggestions: passages that nobody coded and that may be about a safeguard. */
export const suggestionMessages = defineCatalogue(
  {
    searching: 'Bezig met zoeken naar passages…',
    found: (count: number) => (count === 1 ? '1 suggestie.' : `${count} suggesties.`),
    foundOf: (shown: number, count: number) => `${shown} van ${count} suggesties.`,
    none: 'Geen suggesties: voor zover Waarborg ziet, is hier alles gecodeerd of terzijde gelegd.',
    noneLikely: 'Niets is waarschijnlijk genoeg om te tonen.',
    withUnlikely: (count: number) => `Ook waar alleen een zoekterm staat (${count})`,
    safeguard: 'Waarborg',
    everySafeguard: (count: number) => `Alle waarborgen (${count})`,
    safeguardOf: (label: string, count: number) => `${label} (${count})`,
    order: 'Volgorde',
    'order.likeliest': 'Waarschijnlijkste eerst',
    'order.text': 'In de volgorde van de tekst',
    list: 'Suggesties',
    keys: 'Pijl: volgende. Enter: codeer. Delete: leg terzijde. Z: haal terug.',
    show: 'Toon',
    showInText: (quote: string) => `Toon in de tekst: ${quote}`,
    code: 'Codeer',
    codeAs: (safeguard: string, quote: string) => `Codeer als ${safeguard}: ${quote}`,
    dismiss: 'Leg terzijde',
    dismissAs: (safeguard: string, quote: string) => `Leg terzijde, niet ${safeguard}: ${quote}`,
    opened: (safeguard: string) => `De werkbalk staat op de pagina open, met ${safeguard} gekozen.`,
    dismissed: 'Terzijde gelegd, voor het hele team.',
    restored: 'De suggestie is terug.',
    placeGone: 'Deze woorden staan niet meer op die plaats in de tekst.',
    dismissedHeading: (count: number) => `Terzijde gelegd (${count})`,
    restore: 'Haal terug',
    restoreOf: (safeguard: string, quote: string) => `Haal terug, ${safeguard}: ${quote}`,
    why: 'Waarom',
    'reason.terms': (words: string) => `Zoektermen van de waarborg: ${words}.`,
    'reason.heading': (words: string) => `In de kop erboven: ${words}.`,
    'reason.near': (words: string) => `In een zin vlakbij: ${words}.`,
    'reason.learnt': (words: string) => `Woorden als in wat zo gecodeerd is of in de zoektermen: ${words}.`,
    'reason.trust': (coded: number, passages: number) =>
      `Van ${passages} gecodeerde ${passages === 1 ? 'passage' : 'passages'} met zo’n zoekterm ${coded > 1 ? `zijn er ${coded}` : `is er ${coded === 1 ? 'één' : 'geen'}`} zo gecodeerd.`,
    'reason.elsewhere': (count: number) =>
      `Zoektermen ervan staan in nog ${count === 1 ? 'één zin' : `${count} zinnen`} van de tekst.`,
    'reason.often': (count: number) =>
      count === 1
        ? 'Eén passage in het dossier is zo gecodeerd.'
        : `${count} passages in het dossier zijn zo gecodeerd.`,
  },
  {
    searching: 'Looking for passages…',
    found: (count) => (count === 1 ? '1 suggestion.' : `${count} suggestions.`),
    foundOf: (shown, count) => `${shown} of ${count} suggestions.`,
    none: 'No suggestions: as far as Waarborg can see, everything here is coded or dismissed.',
    noneLikely: 'Nothing is likely enough to be shown.',
    withUnlikely: (count) => `Also where only a term stands (${count})`,
    safeguard: 'Safeguard',
    everySafeguard: (count) => `All safeguards (${count})`,
    safeguardOf: (label, count) => `${label} (${count})`,
    order: 'Order',
    'order.likeliest': 'Likeliest first',
    'order.text': 'In the order of the text',
    list: 'Suggestions',
    keys: 'Arrow: next. Enter: code. Delete: dismiss. Z: bring back.',
    show: 'Show',
    showInText: (quote) => `Show in the text: ${quote}`,
    code: 'Code',
    codeAs: (safeguard, quote) => `Code as ${safeguard}: ${quote}`,
    dismiss: 'Dismiss',
    dismissAs: (safeguard, quote) => `Dismiss, not ${safeguard}: ${quote}`,
    opened: (safeguard) => `The toolbar is open in the page, with ${safeguard} chosen.`,
    dismissed: 'Dismissed, for the whole team.',
    restored: 'The suggestion is back.',
    placeGone: 'These words are no longer at that place in the text.',
    dismissedHeading: (count) => `Dismissed (${count})`,
    restore: 'Bring back',
    restoreOf: (safeguard, quote) => `Bring back, ${safeguard}: ${quote}`,
    why: 'Why',
    'reason.terms': (words) => `Terms of the safeguard: ${words}.`,
    'reason.heading': (words) => `In the heading above: ${words}.`,
    'reason.near': (words) => `In a sentence nearby: ${words}.`,
    'reason.learnt': (words) => `Words as in what is coded so or in the terms: ${words}.`,
    'reason.trust': (coded, passages) =>
      `Of ${passages} coded ${passages === 1 ? 'passage' : 'passages'} with such a term, ${coded > 1 ? `${coded} are` : `${coded === 1 ? 'one' : 'none'} is`} coded so.`,
    'reason.elsewhere': (count) =>
      `Terms of it stand in ${count === 1 ? 'one more sentence' : `${count} more sentences`} of the text.`,
    'reason.often': (count) =>
      count === 1
        ? 'One passage in the dossier is coded so.'
        : `${count} passages in the dossier are coded so.`,
  },
);
