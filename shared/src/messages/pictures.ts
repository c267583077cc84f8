import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

/** What the page with pictures of the matrix says. */
export const pictureMessages = defineCatalogue(
  {
    title: 'Grafieken',
    intro:
      'De getallen van de matrix in beeld, binnen dezelfde filters. Achter elke grafiek staat een tabel, waarvan elk getal de passages opent die erachter zitten.',
    asMatrix: 'Naar de matrix',
    loading: 'De grafieken worden getekend…',
    nothing: 'Er is nog niets om te tekenen',
    nothingText:
      'Zodra iemand in dit dossier een passage codeert, staat ze hier. Coderen doet u met de extensie in uw browser.',
    nothingInFilter: 'Binnen dit filter is er niets om te tekenen',
    nothingInFilterText: 'Haal filters weg om weer iets te zien.',

    'stances.title': 'Standpunten per waarborg',
    'stances.explained':
      'Hoeveel beweringen zeggen dat een waarborg schaadt, geen gevolg heeft of helpt. Een bewering met twee standpunten staat bij allebei.',
    'stances.summary': (safeguards: number, helps: number, hurts: number, noEffect: number) =>
      `${nl(safeguards)} ${safeguards === 1 ? 'waarborg' : 'waarborgen'}: ${nl(helps)} × helpt, ${nl(hurts)} × schaadt, ${nl(noEffect)} × geen gevolg.`,
    'stances.empty': 'Geen bewering neemt hier een standpunt in.',

    'months.title': 'Beweringen in de tijd',
    'months.explained':
      'Beweringen naar de maand van het document waarin ze staan. De genummerde lijnen zijn stukken van het wetsvoorstel.',
    'months.summary': (months: number, from: string, to: string) =>
      months === 1 ? `Eén maand: ${from}.` : `${nl(months)} maanden, van ${from} tot en met ${to}.`,
    'months.empty': 'Van geen document met beweringen is de maand bekend.',
    'months.differing': 'Over elke bewering waarvan de maand bekend is, verschillen codeurs van mening.',

    'speakers.title': 'Sprekers en waarborgen',
    'speakers.explained':
      'Wie over welke waarborg spreekt: het aantal beweringen, met het teken van het standpunt dat overweegt.',
    'speakers.summary': (speakers: number, safeguards: number) =>
      `${nl(speakers)} ${speakers === 1 ? 'spreker' : 'sprekers'} over ${nl(safeguards)} ${safeguards === 1 ? 'waarborg' : 'waarborgen'}.`,
    'speakers.empty': 'Geen spreker zegt hier iets.',

    'opposition.title': 'Wie staat tegenover wie',
    'opposition.explained':
      'Een boog verbindt twee sprekers van wie de een zegt dat een waarborg helpt en de ander dat die schaadt, bij hetzelfde gevolg. Hoe dikker de boog, hoe meer punten.',
    'opposition.summary': (pairs: number, speakers: number) =>
      `${nl(pairs)} ${pairs === 1 ? 'tegenstelling' : 'tegenstellingen'} tussen ${nl(speakers)} sprekers.`,
    'opposition.counted':
      'Geteld zijn punten, geen beweringen: een punt is een waarborg met een gevolg waarover twee sprekers elkaar tegenspreken.',
    'opposition.empty': 'Geen twee sprekers staan hier tegenover elkaar.',
    'opposition.uncounted':
      'Dit dossier heeft zo veel tegenstellingen dat hun punten hier niet geteld zijn: alle bogen zijn even dik. Filter om ze te tellen.',
    'opposition.points': (count: number) => `${nl(count)} ${count === 1 ? 'punt' : 'punten'}`,
    'opposition.hint': (helper: string, hurter: string) => `${helper} (helpt) tegenover ${hurter} (schaadt)`,
    'opposition.norm': 'alleen norm tegenover verwachting',

    counted: (claims: number) =>
      claims === 1 ? 'De matrix telt hier 1 bewering.' : `De matrix telt hier ${nl(claims)} beweringen.`,
    inSeveralMonths: (sum: number) =>
      `Een bewering die in stukken uit verschillende maanden staat, telt in elk van die maanden: samen ${nl(sum)}.`,
    bySeveralSpeakers: (sum: number) =>
      `Een bewering van meer dan één spreker telt bij ieder van hen: samen ${nl(sum)}.`,
    notDrawn: (parts: string) => `Niet getekend: ${parts}.`,
    withoutStance: (count: number) => `${nl(count)} zonder standpunt`,
    differing: (count: number) => `${nl(count)} waarover de codeurs verschillen`,
    undated: (count: number) => `${nl(count)} zonder bekende maand`,
    firstOf: (shown: number, all: number) =>
      `Getekend zijn de eerste ${nl(shown)} van ${nl(all)}; in de tabel staan ze alle.`,
    both: 'helpt en schaadt even vaak',
    readDifferently: 'codeurs lezen het verschillend',
    showTable: 'Toon de tabel',
    showPicture: 'Toon de grafiek',
    saveSvg: 'Bewaar als SVG',
    savePng: 'Bewaar als PNG',
    matrixAsSvg: 'Tabel als tekening (svg)',
    matrixAsPng: 'Tabel als afbeelding (png)',
    tableOf: (title: string) => `Tabel: ${title}`,
    scrollArea: (title: string) => `Grafiek: ${title}`,
    saveFailed: 'Het bestand kon niet worden gemaakt. Probeer het opnieuw.',
    drawFailed: 'De grafiek kon niet worden getekend. De tabel is er wel.',
    withoutFilter: 'Zonder filter',
    filteredOn: (filters: string) => `Filter: ${filters}`,
    ofDay: (day: string, revision: number) => `Stand van ${day}, wijziging ${revision}`,
    claims: 'Beweringen',
    reviewersDiffer: 'Codeurs verschillen',
    safeguard: 'Waarborg',
    month: 'Maand',
    speaker: 'Spreker',
    unknownMonth: 'maand onbekend',
    saysHelps: 'Zegt: helpt',
    saysHurts: 'Zegt: schaadt',
    about: 'Over',
    seeAll: 'alle beweringen van beiden',
  },
  {
    title: 'Charts',
    intro:
      'The numbers of the matrix as pictures, within the same filters. Behind each chart is a table, of which every number opens the passages behind it.',
    asMatrix: 'To the matrix',
    loading: 'Drawing the charts…',
    nothing: 'There is nothing to draw yet',
    nothingText:
      'As soon as somebody codes a passage in this dossier, it shows here. Coding is done with the extension in your browser.',
    nothingInFilter: 'There is nothing to draw within this filter',
    nothingInFilterText: 'Remove filters to see something again.',

    'stances.title': 'Stances per safeguard',
    'stances.explained':
      'How many claims say that a safeguard hurts, has no effect or helps. A claim with two stances stands with both.',
    'stances.summary': (safeguards: number, helps: number, hurts: number, noEffect: number) =>
      `${en(safeguards)} ${safeguards === 1 ? 'safeguard' : 'safeguards'}: ${en(helps)} × helps, ${en(hurts)} × hurts, ${en(noEffect)} × no effect.`,
    'stances.empty': 'No claim takes a stance here.',

    'months.title': 'Claims over time',
    'months.explained':
      'Claims by the month of the document in which they stand. The numbered lines are papers of the bill.',
    'months.summary': (months: number, from: string, to: string) =>
      months === 1 ? `One month: ${from}.` : `${en(months)} months, from ${from} to ${to}.`,
    'months.empty': 'Of no document with claims is the month known.',
    'months.differing': 'Reviewers differ on every claim of which the month is known.',

    'speakers.title': 'Speakers and safeguards',
    'speakers.explained':
      'Who speaks about which safeguard: the number of claims, with the mark of the stance that prevails.',
    'speakers.summary': (speakers: number, safeguards: number) =>
      `${en(speakers)} ${speakers === 1 ? 'speaker' : 'speakers'} about ${en(safeguards)} ${safeguards === 1 ? 'safeguard' : 'safeguards'}.`,
    'speakers.empty': 'No speaker says anything here.',

    'opposition.title': 'Who opposes whom',
    'opposition.explained':
      'An arc joins two speakers of whom one says that a safeguard helps and the other that it hurts, for the same impact. The thicker the arc, the more points.',
    'opposition.summary': (pairs: number, speakers: number) =>
      `${en(pairs)} ${pairs === 1 ? 'opposition' : 'oppositions'} between ${en(speakers)} speakers.`,
    'opposition.counted':
      'Points are counted, not claims: a point is a safeguard with an impact on which two speakers contradict each other.',
    'opposition.empty': 'No two speakers oppose each other here.',
    'opposition.uncounted':
      'This dossier has so many oppositions that their points are not counted here: all arcs are equally thick. Filter to count them.',
    'opposition.points': (count: number) => `${en(count)} ${count === 1 ? 'point' : 'points'}`,
    'opposition.hint': (helper: string, hurter: string) => `${helper} (helps) against ${hurter} (hurts)`,
    'opposition.norm': 'norm against expectation only',

    counted: (claims: number) =>
      claims === 1 ? 'The matrix counts 1 claim here.' : `The matrix counts ${en(claims)} claims here.`,
    inSeveralMonths: (sum: number) =>
      `A claim that stands in papers of different months counts in each of them: ${en(sum)} in all.`,
    bySeveralSpeakers: (sum: number) =>
      `A claim of more than one speaker counts for each of them: ${en(sum)} in all.`,
    notDrawn: (parts: string) => `Not drawn: ${parts}.`,
    withoutStance: (count: number) => `${en(count)} without a stance`,
    differing: (count: number) => `${en(count)} that reviewers read differently`,
    undated: (count: number) => `${en(count)} without a known month`,
    firstOf: (shown: number, all: number) =>
      `Drawn are the first ${en(shown)} of ${en(all)}; the table has them all.`,
    both: 'helps and hurts equally often',
    readDifferently: 'reviewers read it differently',
    showTable: 'Show the table',
    showPicture: 'Show the chart',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    matrixAsSvg: 'Table as a drawing (svg)',
    matrixAsPng: 'Table as an image (png)',
    tableOf: (title: string) => `Table: ${title}`,
    scrollArea: (title: string) => `Chart: ${title}`,
    saveFailed: 'The file could not be made. Try again.',
    drawFailed: 'The chart could not be drawn. The table is there.',
    withoutFilter: 'No filter',
    filteredOn: (filters: string) => `Filter: ${filters}`,
    ofDay: (day: string, revision: number) => `As of ${day}, change ${revision}`,
    claims: 'Claims',
    reviewersDiffer: 'Reviewers differ',
    safeguard: 'Safeguard',
    month: 'Month',
    speaker: 'Speaker',
    unknownMonth: 'month unknown',
    saysHelps: 'Says: helps',
    saysHurts: 'Says: hurts',
    about: 'About',
    seeAll: 'all claims of both',
  },
);
