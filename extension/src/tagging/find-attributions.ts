import { findReferences, type Reference } from '@waarborg/shared/references';
import { capitalise, onOneLine } from '@waarborg/shared/text';

/** To whom a passage attributes what it says. */
export interface Attribution {
  readonly name: string;
  /** Through whom the passage knows it: "de regering schrijft dat de Afdeling vreest". */
  readonly reportedBy?: string;
}

/** What announces that somebody else says it. */
const announced =
  /(?<!\p{L})(?:volgens|aldus|zegt|according to|naar (?:het oordeel|de mening|verwachting) van|blijkens [^.;:]{3,40} van|uit [^.;:]{0,40}(?:onderzoek|rapport|cijfers|evaluatie|brief|advies|toets) van|(?:adviezen|zorgen|(?:jaar)?verslagen|bevindingen|conclusies|uitspraken|waarschuwing(?:en)?) van)\s+(?:zowel\s+|ook\s+)?(?:(?:de|het|the|mevrouw|de heer)\s+)?(?:(?:hoogleraar|advocaat|directeur|woordvoerder|jurist)\s+(?:[a-z]+recht\s+)?)?/giu;
/** An office, a court or a body that is written without a capital, before its name or by itself. */
const office = String.raw`(?:(?:oud-|demissionair\s+)?(?:minister-president|ministers?|staatssecretaris(?:sen)?)(?:\s+(?:van|voor)\s+\p{Lu}|\s+(?:(?:van|de|der|den|ten)\s+)*\p{Lu}|(?!\p{L}))|(?:rechtbank|gerechtshof|gemeente|provincie|afdeling|commissie)\s+(?:'s-)?\p{Lu}|(?:kabinet|regering|rechtspraak|[Ee]iser(?:es)?|[Vv]erweerder|[Aa]ppellante?|vreemdeling)(?!\p{L}))`;
/**
 * A name from its first word on: words with a capital, with `van`, `voor` or `of` and the one word that goes with
 * it between them ("Raad voor de rechtspraak", "Nederlandse Orde van Advocaten").
 */
const name = new RegExp(
  String.raw`(?:${office}|\p{Lu})[\p{L}\p{N}’'&-]*(?:\s+(?:(?:van|voor|of|for)(?:\s+(?:de|den|der|het|the))?\s+(?!(?:een|dit|dat|deze|zijn|haar|hun|a|an|this|their)\b)[\p{L}\p{N}’'-]+|(?:orde|ombudsman|advisering|bestuursrechtspraak|toetsing\s+regeldruk)(?!\p{L})|(?:(?:en|and)\s+-?|(?<=Van\s)(?:de|den|der)\s+)?\p{Lu}[\p{L}\p{N}’'&-]*))*`,
  'uy',
);
/** Where somebody can be named who says something himself; a party is named by its members too. */
const beginning = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])(?:(?<article>[Dd]e|[Hh]et)\s+(?:(?:heer|lid|leden van de)\s+)?(?<party>fractie van (?:de |het )?)?)?(?=\p{Lu}|${office})`,
  'gu',
);
/** A verb of saying behind who says it, as far as the sentence shows that it is one. */
const says =
  /(?:\s+\([^()]{1,20}\)|,|\s+en\s+(?:(?:de|het)\s+)?\p{Lu}[\p{L}&-]*)?\s+(?:(?:al|ook|eerder|terecht|eveneens|daarom|verder|tevens)\s+)?(?:(?:schrij[fv]|schre[ev]|meld|conclude|constate|oorde|overweg|overweeg|overwoog|vind|vond|vre[ez]|waarschuw|verwacht|benadruk|advise|beve|acht|beto|pleit|erken|signale|rapporte|raam|becijfer|vra[ag]|noem|opmerk|aange|onderken|antwoord|voorzie)\p{Ll}{0,5}|(?:is|zijn)\s+van\s+(?:mening|oordeel)|la(?:at|ten)\s+weten|stel\p{Ll}{1,3}(?=[^.;:]{0,60}\s(?:dat|of|zich)\s)|(?:geef|gev|gaf|voer|wij[sz]|wees|merk)\p{Ll}{0,4}(?=[^.;:]{0,80}\s(?:aan|op|erop)(?!\p{L}))|(?:heeft|hebben)\s(?:(?!\.\s+\p{Lu})[^;\n]){0,100}?(?:ge(?:steld|oordeeld|concludeerd|constateerd|schreven|meld|adviseerd|waarschuwd)|overwogen|aangegeven|opgemerkt|gevraagd|verzocht|benadrukt|aangevoerd))(?!\p{L})/uy;
/** A verb of saying before who says it: "merkt de regering op". */
const inverted =
  /(?<!\p{L})(?:laat|merkt|wijst|concludeert|constateert|overweegt|oordeelt|vreest|schrijft|benadrukt|zo\s+\p{Ll}{4,12})(?:\s+ook)?\s+$/u;
/** What is said in the explanation of a bill or in the note that answers the chamber: by the government. */
const explained =
  /(?<!\p{L})in\s+de\s+(?:(?:(?:memorie\s+van|nadere)\s+)?toelichting|nota\s+naar\s+aanleiding\s+van\s+het\s+(?:nader\s+)?verslag)(?!\p{L})[^.;:]{0,60}?\swordt\s+(?:(?:ook|wel|terecht|verder|overigens|daarbij)\s+)?(?:erkend|onderkend|gesteld|opgemerkt|aangegeven|overwogen|verwacht|voorzien|vermeld|gemeld|benadrukt|geconcludeerd|verondersteld|aangenomen)(?=,?\s+(?:dat|of)\s)/giu;
/** What only a law or its explanation is called: nobody says what it says. */
const isLaw = /(?:wet|besluit|richtlijn|verordening|verdrag|regeling|handvest|toelichting|mvt)$/iu;
/** Without an article only a name of several words or with several capitals is one: "Hij" begins a sentence. */
const isNameByItself = /\s\p{Lu}|\p{Lu}.*\p{Lu}|^(?:Eiser|Verweerder|Appellant)/u;
const paper = /-(?:rapport|advies|onderzoek|brief)$/u;
/** What joins who reports with who is reported. */
const thatClause = /^[^.;:]{0,30}\s(?:dat|of)\s(?:ook\s)?$/u;

interface Place {
  readonly name: string;
  readonly start: number;
  /** Where its name begins. */
  readonly at: number;
  /** First offset after the verb, or after the name where that comes last. */
  readonly end: number;
}

function nameAt(passage: string, at: number): string | undefined {
  name.lastIndex = at;
  return name.exec(passage)?.[0];
}

function toName(words: string): string {
  return capitalise(onOneLine(words)).replace(paper, '');
}

/** Abbreviations that `en` joins are so many bodies: `DT&V en IND`, and not `Justitie en Veiligheid`. */
const abbreviations = /^[\p{Lu}\p{N}&-]{2,}(?:\s+en\s+[\p{Lu}\p{N}&-]{2,})+$/u;

function toNames(words: string): string[] {
  return (abbreviations.test(words) ? words.split(/\s+en\s+/u) : [words]).map(toName);
}

function* findAnnounced(passage: string): Generator<Place> {
  for (const { index: start, 0: announcement } of passage.matchAll(announced)) {
    const at = start + announcement.length;
    const words = nameAt(passage, at);
    if (!words) continue;
    for (const one of toNames(words)) yield { name: one, start, at, end: at + words.length };
  }
}

function* findExplained(passage: string): Generator<Place> {
  for (const { index: start, 0: words } of passage.matchAll(explained))
    yield { name: 'Regering', start, at: start, end: start + words.length };
}

function* findSaying(passage: string): Generator<Place> {
  let last = 0;
  for (const { index: start, 0: before, groups = {} } of passage.matchAll(beginning)) {
    const at = start + before.length;
    const words = at < last ? undefined : nameAt(passage, at);
    if (!words) continue;
    const behind = at + words.length;
    last = behind;
    says.lastIndex = behind;
    const verb = says.exec(passage)?.[0];
    const isSaid = verb !== undefined || inverted.test(passage.slice(Math.max(0, start - 25), start));
    if (!isSaid || isLaw.test(words) || !(groups.article || isNameByItself.test(words))) continue;
    const called = groups.party ? `${words}-fractie` : words;
    const end = behind + (verb?.length ?? 0);
    for (const one of toNames(called)) yield { name: one, start, at, end };
  }
}

/**
 * To whom a passage attributes what it says ("volgens de Raad voor de rechtspraak", "de IND stelt dat"), in its order,
 * each once, and last who only reports another. What a law or a paper says, nobody says: "volgens de Vreemdelingenwet
 * 2000".
 *
 * @param cited what the passage refers to, where that was found already.
 */
export function findAttributions(
  passage: string,
  cited: readonly Reference[] = findReferences(passage),
): Attribution[] {
  const isCited = ({ at }: Place) => cited.some(({ start, end }) => start <= at && at < end);
  const places = [...findAnnounced(passage), ...findExplained(passage), ...findSaying(passage)]
    .filter((place) => !isCited(place))
    .toSorted((one, other) => one.start - other.start);
  const found = new Map<string, Attribution>();
  const reporters = new Map<string, Attribution>();
  places.forEach((place, index) => {
    const before = places[index - 1];
    const isReported = before && thatClause.test(passage.slice(before.end, place.start));
    const attribution = isReported ? { name: place.name, reportedBy: before.name } : { name: place.name };
    if (isReported) reporters.set(before.name, { name: before.name });
    if (!found.has(place.name)) found.set(place.name, attribution);
  });
  const isReporter = ({ name: of }: Attribution) => reporters.has(of);
  const all = [...found.values()];
  return [...all.filter((one) => !isReporter(one)), ...all.filter(isReporter)];
}
