import type { Random } from './random.ts';

/**
 * A statute that nobody made: chapters, articles, numbered paragraphs and lists of items that end in a
 * semicolon, each on a line of its own. Its words and sentences are none of `generateText`, and nothing
 * was fitted to it.
 */
export function generateStatute(length: number, random: Random): string {
  const lines: string[] = [];
  let size = 0;
  const add = (line: string) => {
    lines.push(line);
    size += line.length + 1;
  };
  for (let article = 1; size < length; article += 1) {
    if (article % 12 === 1) add(`Hoofdstuk ${Math.ceil(article / 12)}. ${capital(subject(random))}`);
    add(`Artikel ${article}. ${capital(subject(random))}`);
    const paragraphs = random.between(1, 5);
    for (let paragraph = 1; paragraph <= paragraphs; paragraph += 1) {
      const label = paragraphs === 1 ? '' : `${paragraph}. `;
      if (random.chance(0.3)) {
        add(`${label}${listHead(random)}:`);
        const items = random.between(2, 6);
        for (let item = 0; item < items; item += 1) {
          add(`${String.fromCharCode(97 + item)}. ${listItem(random)}${item + 1 === items ? '.' : ';'}`);
        }
      } else {
        const sentences = Array.from({ length: random.between(1, 3) }, () => rule(random, article));
        add(label + sentences.join(' '));
      }
    }
  }
  return lines.join('\n').slice(0, length);
}

function subject(random: Random): string {
  return `${random.pick(NOUNS)} ${random.pick(['bij', 'na', 'voor', 'zonder'])} ${random.pick(NOUNS)}`;
}

function rule(random: Random, article: number): string {
  const authority = random.pick(AUTHORITIES);
  const [noun, other, third] = [random.pick(NOUNS), random.pick(NOUNS), random.pick(NOUNS)];
  const term = `${random.between(2, 26)} ${random.pick(['dagen', 'weken', 'maanden'])}`;
  const reference = `artikel ${Math.max(1, article - random.between(1, 40))}`;
  return random.pick([
    `${capital(authority)} beslist binnen ${term} op een verzoek om ${noun}.`,
    `Bij algemene maatregel van bestuur worden regels gesteld over ${noun} en ${other}.`,
    `De termijn, bedoeld in ${reference}, wordt opgeschort zolang ${noun} niet door ${authority} is ontvangen.`,
    `In afwijking van ${reference} blijft ${noun} achterwege indien ${other} naar het oordeel van ${authority} kan worden gemist.`,
    `${capital(authority)} doet van ${noun} mededeling aan degene die om ${other} heeft verzocht, onder vermelding van ${third}.`,
    `Tegen een besluit over ${noun} kan binnen ${term} beroep worden ingesteld; ${other} schorst de werking niet.`,
    `Het bepaalde in ${reference} is van overeenkomstige toepassing op ${noun}, tenzij ${other} reeds is verstrekt.`,
    `Zij die op het tijdstip van inwerkingtreding recht hadden op ${noun}, behouden dit gedurende ${term}.`,
    `Kosten van ${noun} komen ten laste van ${authority} voor zover zij het bedrag van € ${random.between(100, 9900)} te boven gaan.`,
  ]);
}

function listHead(random: Random): string {
  return random.pick([
    `${capital(random.pick(AUTHORITIES))} kan ${random.pick(NOUNS)} weigeren indien`,
    `Een aanvraag om ${random.pick(NOUNS)} bevat ten minste`,
    `In deze wet en de daarop berustende bepalingen omvat ${random.pick(NOUNS)}`,
  ]);
}

function listItem(random: Random): string {
  return random.pick([
    `${random.pick(NOUNS)} waarvan ${random.pick(AUTHORITIES)} kennis heeft`,
    `${random.pick(NOUNS)} en, voor zover van toepassing, ${random.pick(NOUNS)}`,
    `een afschrift van ${random.pick(NOUNS)}, niet ouder dan ${random.between(2, 24)} maanden`,
    `de redenen waarom ${random.pick(NOUNS)} ontbreekt`,
    `${random.pick(NOUNS)}`,
  ]);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const AUTHORITIES = [
  'burgemeester en wethouders',
  'het dagelijks bestuur van het waterschap',
  'Onze Minister wie het aangaat',
  'de officier van justitie',
  'gedeputeerde staten',
  'de inspecteur',
  'de kamer voor het notariaat',
  'de raad van toezicht',
  'het Uitvoeringsinstituut werknemersverzekeringen',
];
const NOUNS = [
  'een omgevingsvergunning',
  'een tegemoetkoming in planschade',
  'inzage in het dossier',
  'een verklaring omtrent het gedrag',
  'de jaarlijkse rapportage',
  'een waarborgsom',
  'het register van gerechtelijke deskundigen',
  'de aanwijzing van een tolk',
  'een mondelinge behandeling',
  'de kennisgeving aan derden',
  'een last onder bestuursdwang',
  'kwijtschelding',
  'de teruggave van leges',
  'het proces-verbaal van bevindingen',
  'een nadeelcompensatie',
  'de toegang tot een woning',
  'een voorlopige aanslag',
  'het bewijs van inschrijving',
];
