import type { Random } from './random.ts';
import { fillPattern, type Words } from './word-patterns.ts';

/** A kind of paper that repeats itself in a way of its own. */
export interface Kind {
  readonly name: string;
  /** Writes the next part: an article, a question, a speech. */
  readonly write: (number: number, random: Random) => string;
}

/**
 * The kinds of which a text is made for measuring. Nobody wrote these texts; they are harder than real ones,
 * because every sentence has many others made by its pattern.
 */
export const KINDS: readonly Kind[] = [
  { name: 'near-alike provisions', write: writeProvision },
  { name: 'questions and answers', write: writeQuestion },
  { name: 'minutes', write: writeSpeech },
  { name: 'tables of amounts', write: writeTable },
  { name: 'letters', write: writeLetter },
  { name: 'lists of terms', write: writeList },
];

/** Writes parts of one kind until they have `length` code units. */
export function generateKind({ write }: Kind, length: number, random: Random): string {
  let text = '';
  for (let number = 1; text.length < length; number += 1) text += write(number, random);
  return text.slice(0, length);
}

/** Fills each line. The slots in `fixed` are filled once, with the same words wherever they stand. */
function writeLines(lines: readonly string[], fixed: Words, random: Random): string {
  const own = Object.entries(fixed).map(([name, choice]) => {
    return [name, [fillPattern(random.pick(choice), WORDS, random)]] as const;
  });
  const words = { ...WORDS, ...Object.fromEntries(own) };
  return `${lines.map((line) => fillPattern(line, words, random)).join('\n')}\n`;
}

/** A few of the items, none twice, in an order of their own. */
function pickSome<T>(items: readonly T[], least: number, most: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: random.between(least, most) }, () => {
    return left.splice(random.between(0, left.length - 1), 1)[0] as T;
  });
}

/** Articles that differ in what they are about, in a condition and in their numbers. */
function writeProvision(number: number, random: Random): string {
  const fixed = { number: [String(number)], permit: WORDS.permit, holder: WORDS.holder };
  const optional = [
    'Een aanvraag om {permit} wordt ingediend bij {body}, op een formulier dat {body} vaststelt.',
    '{Permit} wordt verleend voor ten hoogste {1-9} jaren en kan met {1-9} jaren worden verlengd.',
    'Op een aanvraag om {permit} wordt beslist binnen {2-26} weken na ontvangst van {paper}.',
    '{Permit} kan worden ingetrokken indien {holder} {condition} of {paper} niet heeft overgelegd.',
    'Bij ministeriële regeling kunnen regels worden gesteld over {permit} en over {paper}.',
    'Het eerste lid is niet van toepassing op {holder} die reeds op grond van artikel {1-99} {condition}.',
  ].filter(() => random.chance(0.6));
  const first = '{Permit} kan worden verleend aan {holder} die {condition} en die beschikt over {paper}.';
  const paragraphs = [first, ...optional].map((paragraph, at) => `${at + 1}. ${paragraph}`);
  return writeLines(['Artikel {number}. {Permit}', ...paragraphs], fixed, random);
}

function writeQuestion(number: number, random: Random): string {
  const asked = random.pick([
    ['Bent u bekend met {source} over {topic}? Zo ja, wat is uw reactie daarop?', 'Ja. {Answer}'],
    [
      'Hoeveel keer is in {2015-2025} sprake geweest van {topic}? Kunt u dit uitsplitsen per jaar?',
      '{Figure}',
    ],
    [
      'Deelt u de mening dat {topic} {judgement} is? Zo nee, waarom niet?',
      'Nee, die mening deel ik niet. {Answer}',
    ],
    ['Welke gevolgen heeft {topic} voor {body}, en welke voor {holder}?', '{Answer} {Figure}'],
    ['Kunt u toezeggen dat de Kamer voor {1-28} {month} wordt geïnformeerd over {topic}?', '{Answer}'],
  ]);
  const [question, answer] = asked as [string, string];
  const more = random.chance(0.4) ? ' {Remark}' : '';
  return writeLines(
    ['Vraag {number}', question, 'Antwoord op vraag {number}', answer + more],
    { number: [String(number)], topic: WORDS.topic },
    random,
  );
}

function writeSpeech(_: number, random: Random): string {
  const [first, ...speech] = pickSome(WORDS.claim, 3, 6, random);
  const turn = random.pick([
    ['De voorzitter:', 'Dank u wel. Dan is nu het woord aan {member}.'],
    ['De voorzitter:', 'Een interruptie van {member}. Kort graag, want we hebben nog {2-12} sprekers.'],
    ['De voorzitter:', 'In stemming komt de motie-{name} (36704, nr. {8-99}) over {topic}.', '{Vote}'],
    ['{Member}:', `Voorzitter. ${first} Dan kom ik bij {topic}. ${speech[0]}`],
    ['Minister {name}:', `Voorzitter. Ik dank {member} voor de vraag over {topic}. {Answer} {Remark}`],
  ]);
  const lines = random.chance(0.5) ? turn : ['{Member}:', `Voorzitter. ${[first, ...speech].join(' ')}`];
  return writeLines(lines, { topic: WORDS.topic }, random);
}

function writeTable(number: number, random: Random): string {
  const rows = Array.from(
    { length: random.between(4, 14) },
    () => '{Item} {amount} {amount} {amount} {amount}',
  );
  return writeLines(
    [
      'Tabel {number}. Budgettaire gevolgen van {topic} (bedragen x € 1.000)',
      'Omschrijving 2023 2024 2025 2026',
      ...rows,
      'Totaal uitgaven {amount} {amount} {amount} {amount}',
      '{Figure}',
    ],
    { number: [String(number)], topic: WORDS.topic },
    random,
  );
}

function writeLetter(_: number, random: Random): string {
  const body = [
    'Op {date} heeft u een aanvraag ingediend om {permit}. Met deze brief neem ik daarop een besluit.',
    'Bij brief van {date} bent u in de gelegenheid gesteld {paper} over te leggen. {Outcome}',
    'Gelet op artikel {1-99} van de wet wijs ik de aanvraag om {permit} af, omdat u {condition}.',
    'Voor {permit} bent u een bedrag van € {100-2500} verschuldigd. Dit bedrag dient binnen {2-8} weken te zijn voldaan.',
    '{Outcome} Ik betrek daarbij dat {topic} {judgement} is.',
  ].filter(() => random.chance(0.75));
  return writeLines(
    [
      'Kenmerk {10000-99999}, {date}',
      'Geachte {title} {name},',
      ...body,
      'Tegen dit besluit kunt u binnen zes weken na de dag van verzending bezwaar maken bij {body}.',
      'Hoogachtend,',
      'namens {body}, {title} {name}',
    ],
    { permit: WORDS.permit },
    random,
  );
}

function writeList(number: number, random: Random): string {
  const items = Array.from({ length: random.between(3, 9) }, (_, at) => {
    return `${String.fromCharCode(97 + at)}. {term}: {meaning};`;
  });
  return writeLines([`§ ${number}. In deze paragraaf wordt verstaan onder:`, ...items], {}, random);
}

const WORDS = {
  permit: ['{paperKind} {purpose}'],
  paperKind: [
    'een vergunning',
    'een ontheffing',
    'een tijdelijke subsidie',
    'een verklaring van geen bezwaar',
    'een erkenning',
  ],
  purpose: [
    'voor het houden van een collecte',
    'voor het verrichten van arbeid',
    'voor verblijf bij een familielid',
    'voor het volgen van onderwijs',
    'voor medische behandeling',
    'voor het lozen van afvalwater',
    'voor het vervoer van gevaarlijke stoffen',
    'voor onderzoek in een natuurgebied',
    'voor de opvang van alleenstaande minderjarigen',
    'voor het gebruik van de openbare weg',
    'voor bemiddeling bij adoptie',
    'voor wonen op een bedrijventerrein',
  ],
  holder: [
    'de vreemdeling',
    'de natuurlijke persoon of rechtspersoon',
    'de werkgever',
    'het gezinslid',
    'de exploitant',
    'de onderwijsinstelling',
    'de referent',
    'de rechthebbende op de grond',
  ],
  condition: [
    'geen gevaar vormt voor de openbare orde',
    'duurzaam beschikt over voldoende middelen van bestaan',
    'niet eerder een bestuurlijke boete is opgelegd',
    'langer dan {2-9} maanden buiten Nederland heeft verbleven',
    'als zodanig staat ingeschreven in het handelsregister',
    'de leeftijd van {16-67} jaar heeft bereikt',
    'voldoet aan de eisen, bedoeld in artikel {1-99}',
    'zich aan het toezicht heeft onttrokken',
  ],
  paper: [
    'een geldig document voor grensoverschrijding',
    'een verklaring omtrent het gedrag',
    'een bewijs van inschrijving van ten hoogste {2-12} maanden oud',
    'een door een arts ondertekende verklaring',
    'een begroting met toelichting',
    'een situatieschets op een schaal van 1 op {100-900}',
    'het laatste jaarverslag',
  ],
  body: [
    'Onze Minister',
    'het college van burgemeester en wethouders',
    'de Immigratie- en Naturalisatiedienst',
    'gedeputeerde staten',
    'de Raad voor de rechtspraak',
    'het Centraal Orgaan opvang asielzoekers',
    'de inspecteur',
  ],
  topic: [
    'de duur van de {stage} in {place}',
    'het gebruik van {thing} bij de {stage}',
    'de kosten van {thing} in {place}',
    'het tekort aan {people} in {place}',
    'de werkdruk van {people} bij de {stage}',
    'de kwaliteit van {thing}',
  ],
  stage: ['aanmelding', 'registratie', 'verlengde procedure', 'herhaalde aanvraag', 'nareis', 'terugkeer'],
  place: ['Ter Apel', 'Budel', 'Zwolle', 'de regio Haaglanden', 'Zevenaar', 'Den Bosch', 'de grensprocedure'],
  thing: [
    'tolken op afstand',
    'algoritmes',
    'standaardvoornemens',
    'medische adviezen',
    'noodopvang in hotels',
    'taalanalyses',
    'dwangsommen',
  ],
  people: ['beslismedewerkers', 'advocaten', 'tolken', 'rechters', 'huisartsen', 'vrijwilligers'],
  source: ['het bericht van {date}', 'het rapport van {body}', 'de brief van {body} van {date}'],
  judgement: ['onwenselijk', 'onvermijdelijk', 'in strijd met de wet', 'zorgelijk', 'een stap vooruit'],
  answer: [
    'Het kabinet hecht eraan dat {topic} zorgvuldig wordt onderzocht.',
    'Voor het antwoord op deze vraag verwijs ik u naar het antwoord op vraag {1-99}.',
    'Over {topic} bent u bij brief van {date} geïnformeerd.',
    'Ik zie op dit moment geen aanleiding om {topic} te heroverwegen.',
  ],
  remark: [
    '{Body} heeft mij laten weten dat {topic} nog in {2025-2028} wordt geëvalueerd.',
    'Over individuele zaken van {people} doe ik geen uitspraken.',
    'Daarover is de Kamer op {date} geïnformeerd.',
  ],
  figure: [
    'In {2015-2025} ging het om {20-9000} gevallen, waarvan {2-99} procent in {place}.',
    'Van de {20-9000} aanvragen is {2-99} procent binnen {2-26} weken afgehandeld.',
    'Voor {thing} is in {2015-2025} een bedrag van € {2-900} miljoen begroot.',
  ],
  claim: [
    'Mijn fractie vindt {topic} {judgement}, en dat zeg ik niet voor het eerst.',
    'Is de minister bereid om {topic} aan {body} voor te leggen?',
    'Ik hoor {member} zeggen dat {topic} {judgement} is, maar dat klopt niet.',
    'We hebben het hier over {20-9000} mensen die wachten op {paper}.',
    'Dat moet echt anders, en daarom dien ik de volgende motie in.',
    'Dan mijn vraag over {topic}: wanneer komt {body} met een plan?',
    'Het antwoord over {thing} stelt mij gerust; dat over {people} niet.',
  ],
  vote: [
    'Ik constateer dat de fracties van {party}, {party} en {party} voor deze motie hebben gestemd, zodat zij is verworpen.',
    'Ik constateer dat de fracties van {party} en {party} tegen deze motie hebben gestemd, zodat zij is aangenomen.',
  ],
  member: ['mevrouw {name} ({party})', 'de heer {name} ({party})'],
  name: ['Bakker', 'De Wit', 'Yildiz', 'Van den Berg', 'Hoekstra', 'El Idrissi', 'Jansma', 'Oudenhoven'],
  title: ['mevrouw', 'heer'],
  party: ['partij A', 'partij B', 'de Lijst C', 'de Groep D', 'de Unie E', 'het Verbond F'],
  date: ['{1-28} {month} {2015-2025}'],
  month: ['januari', 'maart', 'april', 'juni', 'september', 'november'],
  amount: ['{1-9}.{100-999}', '{10-99}.{100-999}', '{10-999}', '0'],
  item: [
    'Bijdrage aan {body} voor {thing}',
    'Subsidies voor {people}',
    'Opdrachten voor {thing} in {place}',
    'Personele uitgaven {stage}',
    'Overige ontvangsten {place}',
    'Bijdrage aan agentschappen voor de {stage}',
  ],
  outcome: [
    'Hieraan heeft u niet binnen de gestelde termijn van {2-8} weken voldaan.',
    'U heeft {paper} op {date} alsnog overgelegd.',
    'U heeft op {date} uw zienswijze gegeven, bijgestaan door {title} {name}.',
  ],
  term: [
    '{stage} in {place}',
    'verklaring van {holder}',
    '{thing}',
    '{people} in {place}',
    'besluit over {thing}',
  ],
  meaning: [
    'de handeling waarbij {holder} aan {body} {paper} overlegt',
    'een verzoek van {holder} om {permit}',
    '{paper} waarover {body} beschikt',
    'ieder besluit over {permit}, met uitzondering van een besluit als bedoeld in artikel {1-99}',
    'degene die namens {body} belast is met de {stage}',
  ],
} satisfies Words;
