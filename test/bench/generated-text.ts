import type { Random } from './random.ts';

/**
 * Dutch policy prose that nobody wrote: sentences from patterns whose words repeat as they do in
 * legislation. Hard on purpose: many sentences differ in one or two words only.
 */
export function generateText(length: number, random: Random): string {
  const paragraphs: string[] = [];
  let size = 0;
  for (let number = 1; size < length; number += 1) {
    const sentences = Array.from({ length: random.between(2, 7) }, () => generateSentence(random));
    const heading = random.chance(0.12)
      ? `${number}. ${capital(random.pick(THINGS))} en ${random.pick(THINGS)}\n`
      : '';
    const paragraph = `${heading}${sentences.join(' ')}\n`;
    paragraphs.push(paragraph);
    size += paragraph.length;
  }
  return paragraphs.join('').slice(0, length);
}

/**
 * Text that reads like a sample: a chain of words of which each two or three that follow each other occur
 * in the sample.
 */
export function generateLike(sample: string, length: number, random: Random): string {
  const words = sample.split(/\s+/).filter((word) => word !== '');
  const followers = new Map<string, string[]>();
  for (let index = 0; index + 2 < words.length; index += 1) {
    const key = `${words[index]} ${words[index + 1]}`;
    const list = followers.get(key);
    if (list) list.push(words[index + 2] as string);
    else followers.set(key, [words[index + 2] as string]);
  }
  const result: string[] = [];
  let size = 0;
  let one = words[0] as string;
  let two = words[1] as string;
  while (size < length) {
    const next = followers.get(`${one} ${two}`);
    if (next === undefined || random.chance(0.02)) {
      const at = random.between(0, words.length - 3);
      one = words[at] as string;
      two = words[at + 1] as string;
      result.push(one, two);
      size += one.length + two.length + 2;
      continue;
    }
    [one, two] = [two, random.pick(next)];
    result.push(/[.!?]$/.test(two) && random.chance(0.2) ? `${two}\n` : two);
    size += two.length + 1;
  }
  return result.join(' ').replaceAll('\n ', '\n').slice(0, length);
}

function generateSentence(random: Random): string {
  const sentence = random.pick(PATTERNS).replace(/[A-Z]+/g, (slot) => {
    const words = SLOTS[slot];
    return words ? random.pick(words) : slot === 'N' ? String(random.between(2, 4000)) : slot;
  });
  return capital(sentence);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const BODIES = [
  'de minister',
  'de rechtbank',
  'de Afdeling bestuursrechtspraak',
  'de IND',
  'de Inspectie',
  'de Raad van State',
  'het College',
  'de Autoriteit',
  'de Nationale ombudsman',
  'de gemeente',
  'de vreemdeling',
  'de aanvrager',
  'de advocaat',
  'de belanghebbende',
  'het bestuursorgaan',
  'de Europese Commissie',
  'de lidstaat',
  'de Tweede Kamer',
];
const THINGS = [
  'het voornemen',
  'de zienswijze',
  'de beslistermijn',
  'de hoorplicht',
  'de bezwaarprocedure',
  'het hoger beroep',
  'de dwangsom',
  'het nader gehoor',
  'de rechtsbijstand',
  'de motivering',
  'het besluit',
  'de verblijfsvergunning',
  'de gezinshereniging',
  'het onderzoek',
  'de bewaring',
  'de opvang',
  'het medisch advies',
  'de rechterlijke toetsing',
  'het terugkeerbesluit',
  'de proceskosten',
  'de voorlopige voorziening',
  'het getuigenbewijs',
  'de tolkvoorziening',
];
const VERBS = [
  'beperkt',
  'versterkt',
  'vervangt',
  'bevestigt',
  'vernietigt',
  'vertraagt',
  'beoordeelt',
  'onderzoekt',
  'schrapt',
  'handhaaft',
  'wijzigt',
  'verlengt',
  'verkort',
  'herziet',
  'ondersteunt',
  'betwist',
  'erkent',
  'publiceert',
];
const QUALITIES = [
  'zorgvuldig',
  'tijdig',
  'onvolledig',
  'onevenredig',
  'uitvoerbaar',
  'kostbaar',
  'noodzakelijk',
  'doeltreffend',
  'onduidelijk',
  'rechtmatig',
  'ingrijpend',
  'voorlopig',
  'ruimhartig',
  'eenzijdig',
  'toereikend',
  'achterhaald',
];
const GROUNDS = [
  'de Algemene wet bestuursrecht',
  'de Vreemdelingenwet 2000',
  'het Handvest',
  'het EVRM',
  'de Procedurerichtlijn',
  'de Opvangrichtlijn',
  'het Vreemdelingenbesluit 2000',
  'de Wet op de rechtsbijstand',
  'de Dublinverordening',
];
const SLOTS: Record<string, readonly string[]> = { B: BODIES, T: THINGS, V: VERBS, Q: QUALITIES, G: GROUNDS };
const PATTERNS = [
  'B V T op grond van artikel N van G, omdat T in de praktijk Q blijkt te zijn.',
  'op grond van artikel N, eerste lid, van G kan B besluiten dat T niet langer wordt verleend.',
  'op grond van artikel N, tweede lid, van G kan B besluiten dat T niet langer wordt verleend.',
  'volgens B is T Q, terwijl B juist wijst op T en T.',
  'in N zaken heeft B vastgesteld dat T Q was; in N daarvan volgde beroep.',
  'B verwacht dat T leidt tot N extra procedures per jaar en dat T daardoor Q wordt.',
  'naar het oordeel van B V B T onvoldoende, zodat T niet Q is.',
  'het afschaffen van T bespaart B naar schatting N duizend euro per jaar.',
  'dat T Q is, neemt niet weg dat B T zelf moet beoordelen, aldus B.',
  'B heeft ter zitting toegelicht dat T sinds N niet meer Q kan worden genoemd en dat B daarom T V.',
  'indien B T V, stelt B binnen N weken vast of T nog Q is als bedoeld in G.',
  'T en T hangen samen: waar B T V, zal B T eerder Q vinden.',
  'de kosten van T bedragen € N per zaak, zo blijkt uit cijfers van B over T.',
  'B deelt de opvatting van B over T niet en acht T, gelet op G, Q.',
];
