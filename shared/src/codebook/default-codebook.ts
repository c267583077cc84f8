import type { Bilingual, Codebook, Concept } from './concept.ts';
import { procedureAsAWhole } from './concept-ids.ts';

/*
 * Longer than the house style's 300 lines because it is data: 27 safeguards and 16 impacts
 * with their texts in two languages, read and corrected side by side.
 */

/** A concept without what its group says about it. */
type ConceptEntry = Omit<Concept, 'kind' | 'group'>;

/** A group with its concepts, in the order in which they are shown. */
interface GroupEntry {
  readonly id: string;
  readonly label: Bilingual;
  readonly concepts: readonly ConceptEntry[];
}

const safeguardGroups: readonly GroupEntry[] = [
  {
    id: 'before-the-interview',
    label: { nl: 'Vóór het gehoor', en: 'Before the interview' },
    concepts: [
      {
        id: 'information',
        label: { nl: 'Voorlichting over rechten en plichten', en: 'Information on rights and duties' },
        shortLabel: { nl: 'Voorlichting', en: 'Information' },
        definition: {
          nl: 'De asielzoeker krijgt tijdig, in begrijpelijke taal en bij voorkeur door een onafhankelijke organisatie uitgelegd hoe de procedure verloopt.',
          en: 'The applicant is told in time, in plain words and preferably by an independent organisation, how the procedure works.',
        },
        legalBasis: 'art. 3.109 Vb 2000',
        terms: ['voorlichting', 'VluchtelingenWerk', 'VWN'],
      },
      {
        id: 'medical-check',
        label: { nl: 'Medisch onderzoek vóór het gehoor', en: 'Medical check before the interview' },
        shortLabel: { nl: 'Medisch onderzoek', en: 'Medical check' },
        definition: {
          nl: 'Een medisch adviseur stelt vast of de asielzoeker kan worden gehoord en welke beperkingen daarbij gelden.',
          en: 'A medical adviser establishes whether the applicant is fit to be interviewed and what limits apply.',
        },
        legalBasis: 'art. 3.109 Vb 2000',
        terms: ['medische controle', 'medisch onderzoek', 'medisch advies', 'FMMU', 'horen en beslissen'],
      },
      {
        id: 'legal-preparation',
        label: { nl: 'Voorbereiding met een advocaat', en: 'Legal preparation' },
        shortLabel: { nl: 'Voorbereiding', en: 'Legal preparation' },
        definition: {
          nl: 'De asielzoeker bereidt het gehoor voor met een advocaat.',
          en: 'The applicant prepares the interview with a lawyer.',
        },
        legalBasis: 'art. 3.109 Vb 2000',
        terms: ['voorbereiding*', 'asieladvoca*', 'nabespreking'],
      },
      {
        id: 'rest-period',
        label: { nl: 'Rust- en voorbereidingstermijn', en: 'Rest and preparation period' },
        shortLabel: { nl: 'Rusttermijn', en: 'Rest period' },
        definition: {
          nl: 'Een minimumaantal dagen tussen de aanvraag en de aanvang van de procedure.',
          en: 'A minimum of days between the application and the start of the procedure.',
        },
        legalBasis: 'art. 3.109 Vb 2000',
        terms: ['rust- en voorbereidingstermijn', 'RVT'],
      },
    ],
  },
  {
    id: 'the-interview',
    label: { nl: 'Het gehoor', en: 'The interview' },
    concepts: [
      {
        id: 'two-interviews',
        label: { nl: 'Aanmeldgehoor en nader gehoor', en: 'Two interviews' },
        shortLabel: { nl: 'Twee gehoren', en: 'Two interviews' },
        definition: {
          nl: 'Een eerste gehoor over identiteit en reisroute en een afzonderlijk gehoor over de asielmotieven.',
          en: 'A first interview on identity and route, and a separate one on the grounds for asylum.',
        },
        legalBasis: 'art. 3.112 Vb 2000',
        terms: ['aanmeldgehoor', 'eerste gehoor', 'nader gehoor'],
      },
      {
        id: 'personal-interview',
        label: { nl: 'Persoonlijk gehoor', en: 'Personal interview' },
        shortLabel: { nl: 'Persoonlijk gehoor', en: 'Personal interview' },
        definition: {
          nl: 'De asielzoeker wordt in persoon gehoord over de asielmotieven.',
          en: 'The applicant is heard in person about the grounds for asylum.',
        },
        legalBasis: 'art. 3.112 Vb 2000',
        terms: ['gehoor', 'gehoren', 'horen', 'gericht horen'],
      },
      {
        id: 'corrections',
        label: { nl: 'Correcties en aanvullingen', en: 'Corrections and additions' },
        shortLabel: { nl: 'Correcties', en: 'Corrections' },
        definition: {
          nl: 'De asielzoeker kan, na bespreking met een advocaat, het verslag van het gehoor corrigeren en aanvullen.',
          en: 'The applicant can correct and add to the interview report, after a talk with a lawyer.',
        },
        legalBasis: 'art. 3.113 Vb 2000',
        terms: ['correcties', 'aanvullingen', 'nabespreking'],
      },
      {
        id: 'interpreter',
        label: { nl: 'Tolk en vertaling', en: 'Interpreter and translation' },
        shortLabel: { nl: 'Tolk en vertaling', en: 'Interpreter' },
        definition: {
          nl: 'Gehoren en de belangrijkste stukken worden getolkt of vertaald.',
          en: 'Interviews and key documents are interpreted or translated.',
        },
        legalBasis: 'art. 38 Vw 2000',
        terms: ['tolk*', 'vertaler*', 'vertaling'],
      },
    ],
  },
  {
    id: 'the-decision',
    label: { nl: 'Het besluit', en: 'The decision' },
    concepts: [
      {
        id: 'voornemen',
        label: { nl: 'Voornemen en zienswijze', en: 'Notice of intent and response' },
        shortLabel: { nl: 'Voornemen', en: 'Notice of intent' },
        definition: {
          nl: 'De IND maakt kenbaar dat zij de aanvraag wil afwijzen; vóór het besluit kan de asielzoeker daarop via een advocaat een zienswijze naar voren brengen.',
          en: 'The IND announces that it means to reject, and the applicant can respond through a lawyer before the decision.',
        },
        legalBasis: 'art. 39 Vw 2000',
        terms: ['voornemen', 'voornemenprocedure', 'voornemenfase', 'zienswijze'],
      },
      {
        id: 'individual-assessment',
        label: { nl: 'Individuele beoordeling', en: 'Individual assessment' },
        shortLabel: { nl: 'Individuele toets', en: 'Case by case' },
        definition: {
          nl: 'Elke aanvraag wordt op haar eigen feiten beoordeeld, niet groepsgewijs of volgens een sjabloon.',
          en: 'Each application is assessed on its own facts, not by group or template.',
        },
        legalBasis: 'art. 31 Vw 2000',
        terms: ['individuele toets', 'individuele beoordeling', 'standaardis*', 'clusteren', 'categorie*'],
      },
      {
        id: 'reasoned-decision',
        label: { nl: 'Motivering van het besluit', en: 'Reasoned decision' },
        shortLabel: { nl: 'Motivering', en: 'Reasoned decision' },
        definition: {
          nl: 'Een besluit vermeldt de redenen waarop het berust, zodat het kan worden getoetst.',
          en: 'A decision states its reasons so that it can be tested.',
        },
        legalBasis: 'art. 3:46 Awb',
        terms: ['motiver*', 'motivering', 'onderbouw*'],
      },
      {
        id: 'qualified-staff',
        label: { nl: 'Deskundige beslissers', en: 'Qualified case workers' },
        shortLabel: { nl: 'Deskundigheid', en: 'Qualified staff' },
        definition: {
          nl: 'Besluiten worden genomen door voldoende medewerkers die daarvoor zijn opgeleid.',
          en: 'Decisions are taken by trained and sufficient staff.',
        },
        legalBasis: 'art. 4 Procedureverordening',
        terms: ['opleid*', 'inwerken', 'gekwalificeerd*', 'deskundig*'],
      },
      {
        id: 'decision-period',
        label: { nl: 'Beslistermijn', en: 'Decision period' },
        shortLabel: { nl: 'Beslistermijn', en: 'Decision period' },
        definition: {
          nl: 'Een wettelijke termijn waarbinnen moet worden beslist.',
          en: 'A legal limit on the time to decide.',
        },
        legalBasis: 'art. 42 Vw 2000',
        terms: ['beslistermijn*', 'behandeltermijn*', 'wettelijke termijn*'],
      },
      {
        id: 'penalty-payment',
        label: { nl: 'Dwangsom bij niet tijdig beslissen', en: 'Penalty for late decisions' },
        shortLabel: { nl: 'Dwangsom', en: 'Penalty payment' },
        definition: {
          nl: 'De rechter kan een termijn stellen en daaraan een dwangsom verbinden wanneer niet tijdig wordt beslist.',
          en: 'A court can set a term and a penalty payment when no decision comes in time.',
        },
        legalBasis: 'art. 8:55d Awb',
        terms: ['dwangsom*', 'niet tijdig beslissen', 'BNTB*'],
      },
      {
        id: 'objection',
        label: { nl: 'Bezwaar', en: 'Administrative objection' },
        shortLabel: { nl: 'Bezwaar', en: 'Objection' },
        definition: {
          nl: 'Het bestuursorgaan heroverweegt op verzoek zijn eigen besluit. (Kranten noemen ook de zienswijze op een voornemen wel "bezwaar": die hoort bij "Voornemen en zienswijze".)',
          en: 'The administration reconsiders its own decision on request. (Newspapers also call the response to a notice of intent "bezwaar": that is voornemen.)',
        },
        legalBasis: 'art. 7:1 Awb',
        terms: ['bezwaar*', 'heroverweg*'],
      },
    ],
  },
  {
    id: 'in-court',
    label: { nl: 'Bij de rechter', en: 'In court' },
    concepts: [
      {
        id: 'legal-aid',
        label: { nl: 'Rechtsbijstand', en: 'Legal aid' },
        shortLabel: { nl: 'Rechtsbijstand', en: 'Legal aid' },
        definition: {
          nl: 'Kosteloze of gesubsidieerde bijstand van een advocaat gedurende de hele procedure.',
          en: 'Free or subsidised help of a lawyer throughout the procedure.',
        },
        legalBasis: 'art. 18 Vw 2000',
        terms: ['rechtsbijstand', 'toevoeging*', 'gemachtigde*'],
      },
      {
        id: 'judicial-review',
        label: { nl: 'Beroep en hoger beroep', en: 'Judicial review' },
        shortLabel: { nl: 'Beroep', en: 'Judicial review' },
        definition: {
          nl: 'Het recht om het besluit door een onafhankelijke rechter te laten toetsen. (Hoeveel zaken er zijn, hoort bij het gevolg "Werklast rechtspraak".)',
          en: 'The right to have an independent court test the decision. (How many cases there are is the impact court-workload.)',
        },
        legalBasis: 'art. 69 Vw 2000',
        terms: ['beroep*', 'hoger beroep', 'rechtsmiddel*'],
      },
      {
        id: 'suspensive-effect',
        label: { nl: 'Verblijf tijdens de procedure', en: 'Right to stay meanwhile' },
        shortLabel: { nl: 'Verblijf procedure', en: 'Right to stay' },
        definition: {
          nl: 'De asielzoeker mag een besluit of de uitkomst van een beroep in Nederland afwachten, ook na een opvolgende aanvraag.',
          en: 'The applicant may await a decision or an appeal, also after a subsequent application.',
        },
        legalBasis: 'art. 82 Vw 2000',
        terms: ['opschortende werking', 'voorlopige voorziening', 'opvolgende aanvra*', 'herhaalde aanvra*'],
      },
      {
        id: 'reconsideration-on-appeal',
        label: { nl: 'Heroverweging en intrekking in beroep', en: 'Reconsideration during appeal' },
        shortLabel: { nl: 'Herstel in beroep', en: 'Reconsideration' },
        definition: {
          nl: 'Het bestuursorgaan beziet een bestreden besluit opnieuw en trekt het zo nodig in, op tijd voor de behandeling door de rechter.',
          en: 'The administration looks again at a contested decision and withdraws it where needed, in time for the court.',
        },
        legalBasis: 'art. 6:19 Awb',
        terms: ['intrek*', 'trekt in', 'heroverwe*', 'herstel* in beroep'],
      },
      {
        id: 'defence-in-court',
        label: { nl: 'Verweer en aanwezigheid ter zitting', en: 'Defence and presence in court' },
        shortLabel: { nl: 'Verweer en zitting', en: 'Defence in court' },
        definition: {
          nl: 'Het bestuursorgaan dient een verweerschrift in en verschijnt ter zitting.',
          en: 'The administration files a defence and appears at the hearing.',
        },
        legalBasis: 'art. 8:42 Awb',
        terms: ['verweerschrift', 'verweer', 'zitting*', 'verschijn*'],
      },
      {
        id: 'independent-allocation',
        label: { nl: 'Onafhankelijke zaakstoedeling', en: 'Independent allocation of cases' },
        shortLabel: { nl: 'Zaakstoedeling', en: 'Case allocation' },
        definition: {
          nl: 'De gerechten, en niet partijen, bepalen waar en hoe zaken worden behandeld.',
          en: 'Courts, not the parties, decide where and how cases are heard.',
        },
        legalBasis: 'Code zaakstoedeling',
        terms: ['zaakstoedeling', 'zaakstoebedeling', 'clustering van zaken', 'onafhankelijk*'],
      },
    ],
  },
  {
    id: 'groups-of-people',
    label: { nl: 'Groepen mensen', en: 'Groups of people' },
    concepts: [
      {
        id: 'minors',
        label: { nl: 'Bescherming van minderjarigen', en: 'Protection of minors' },
        shortLabel: { nl: 'Minderjarigen', en: 'Minors' },
        definition: {
          nl: 'Het belang van het kind en extra zorg voor alleenstaande minderjarige vreemdelingen.',
          en: 'The best interests of the child and extra care for unaccompanied minors.',
        },
        legalBasis: 'art. 3 IVRK',
        terms: ['amv*', 'minderjarig*', 'kinderen', 'kinderrechten*'],
      },
      {
        id: 'family-reunification',
        label: { nl: 'Gezinshereniging en nareis', en: 'Family reunification' },
        shortLabel: { nl: 'Gezinshereniging', en: 'Family reunion' },
        definition: {
          nl: 'Gezinsleden kunnen binnen de wettelijke grenzen nareizen.',
          en: 'Family members can follow within legal limits.',
        },
        legalBasis: 'art. 29 Vw 2000',
        terms: ['nareis*', 'gezinshereniging*', 'gezinsleden'],
      },
    ],
  },
  {
    id: 'the-law-itself',
    label: { nl: 'De wet zelf', en: 'The law itself' },
    concepts: [
      {
        id: 'transitional-law',
        label: { nl: 'Invoering en overgangsrecht', en: 'Introduction and transitional law' },
        shortLabel: { nl: 'Overgangsrecht', en: 'Transitional law' },
        definition: {
          nl: 'Nieuwe regels worden ordelijk ingevoerd en verslechteren de positie in lopende zaken niet zonder rechtvaardiging.',
          en: 'New rules come in an orderly way and do not worsen the position of pending cases without justification.',
        },
        legalBasis: 'art. 14 EVRM, art. 21 Handvest',
        terms: ['overgangsrecht', 'directe werking', 'rechtszekerheid', 'gelijktijdig*', 'inwerkingtreding'],
      },
      {
        id: 'impact-test',
        label: { nl: 'Uitvoeringstoets en consultatie', en: 'Implementation test and consultation' },
        shortLabel: { nl: 'Uitvoeringstoets', en: 'Ex ante test' },
        definition: {
          nl: 'Degenen die een wet moeten uitvoeren en degenen die zij raakt, toetsen haar voordat zij wordt aangenomen.',
          en: 'Those who must carry out a law, and those whom it concerns, test it before it is adopted.',
        },
        legalBasis: 'Aanwijzingen voor de regelgeving',
        terms: ['uitvoeringstoets*', 'consultatie*', 'ex ante', 'advies Raad van State'],
      },
      {
        id: 'parliamentary-scrutiny',
        label: { nl: 'Parlementaire controle', en: 'Parliamentary scrutiny' },
        shortLabel: { nl: 'Parlement', en: 'Parliament' },
        definition: {
          nl: 'Het parlement wordt volledig en tijdig ingelicht, kan beslissen en kan toezien op de opvolging.',
          en: 'Parliament is informed fully and in time, and can decide and follow up.',
        },
        legalBasis: 'art. 68 Grondwet',
        terms: ['Kamer informeren', 'Kamerbrief', 'motie*', 'toezegging*'],
      },
      {
        id: procedureAsAWhole,
        label: { nl: 'De procedure als geheel', en: 'The procedure as a whole' },
        shortLabel: { nl: 'Hele procedure', en: 'Whole procedure' },
        definition: {
          nl: 'De passage gaat over de procedure of het wetsvoorstel als geheel, niet over één waarborg.',
          en: 'The passage speaks of the procedure or the bill as a whole, not of one safeguard.',
        },
        terms: ['asielprocedure', 'vereenvoudig*', 'nieuwe procedure'],
      },
    ],
  },
];

const impactGroups: readonly GroupEntry[] = [
  {
    id: 'people',
    label: { nl: 'Mensen', en: 'People' },
    concepts: [
      {
        id: 'legal-protection',
        label: { nl: 'Rechtsbescherming', en: 'Legal protection' },
        shortLabel: { nl: 'Rechtsbescherming', en: 'Legal protection' },
        definition: {
          nl: 'fouten kunnen eerder of door meer mensen worden hersteld',
          en: 'errors can be put right earlier or by more people',
        },
        terms: ['rechtsbescherming', 'effectief rechtsmiddel'],
      },
      {
        id: 'decision-quality',
        label: { nl: 'Zorgvuldigheid en besliskwaliteit', en: 'Care and decision quality' },
        shortLabel: { nl: 'Zorgvuldigheid', en: 'Decision quality' },
        definition: {
          nl: 'minder onjuiste of onzorgvuldige besluiten in individuele zaken',
          en: 'fewer wrong or careless decisions in individual cases',
        },
        terms: ['zorgvuldig*', 'kwaliteit*', 'fouten'],
      },
      {
        id: 'applicant',
        label: { nl: 'Positie van de asielzoeker', en: 'Position of the applicant' },
        shortLabel: { nl: 'Asielzoeker', en: 'Applicant' },
        definition: {
          nl: 'minder onzekerheid en een betere positie',
          en: 'less uncertainty and a better position',
        },
        terms: ['onzekerheid', 'rechtspositie', 'stress'],
      },
      {
        id: 'vulnerable-groups',
        label: { nl: 'Kwetsbare groepen', en: 'Vulnerable groups' },
        shortLabel: { nl: 'Kwetsbare groepen', en: 'Vulnerable groups' },
        definition: {
          nl: 'betere zorg voor kinderen, zieken en getraumatiseerde mensen',
          en: 'better care for children, sick and traumatised people',
        },
        terms: ['kwetsba*', 'kinderen', 'medisch'],
      },
      {
        id: 'fundamental-rights',
        label: { nl: 'Grondrechten', en: 'Fundamental rights' },
        shortLabel: { nl: 'Grondrechten', en: 'Fundamental rights' },
        definition: {
          nl: 'een recht wordt beter geëerbiedigd',
          en: 'a right is better observed',
        },
        terms: ['grondrecht*', 'EVRM', 'Handvest', 'discriminatie', 'gelijke behandeling'],
      },
    ],
  },
  {
    id: 'administration',
    label: { nl: 'Bestuur en uitvoering', en: 'Administration' },
    concepts: [
      {
        id: 'duration',
        label: { nl: 'Doorlooptijd', en: 'Duration' },
        shortLabel: { nl: 'Doorlooptijd', en: 'Duration' },
        definition: {
          nl: 'de procedure duurt korter',
          en: 'the procedure is shorter',
        },
        terms: ['doorlooptijd*', 'termijn*', 'sneller', 'versnel*', 'wachttijd*'],
      },
      {
        id: 'executive-workload',
        label: { nl: 'Werklast uitvoering', en: 'Workload of the executive' },
        shortLabel: { nl: 'Werk uitvoering', en: 'Executive workload' },
        definition: {
          nl: 'minder werk voor de IND',
          en: 'less work for the IND',
        },
        terms: ['capaciteit', 'werkvoorraad', 'productiviteit', 'medewerkers'],
      },
      {
        id: 'cost',
        label: { nl: 'Kosten', en: 'Public cost' },
        shortLabel: { nl: 'Kosten', en: 'Public cost' },
        definition: {
          nl: 'minder uitgaven uit publieke middelen',
          en: 'less public money',
        },
        terms: ['kosten', 'miljoen', 'euro', 'financier*'],
      },
      {
        id: 'chain',
        label: { nl: 'Migratieketen', en: 'Partners in the chain' },
        shortLabel: { nl: 'Keten', en: 'Chain partners' },
        definition: {
          nl: 'minder druk op opvang, terugkeer en gemeenten',
          en: 'less pressure on reception, return, municipalities',
        },
        terms: ['keten*', 'COA', 'DT&V', 'gemeenten', 'opvang'],
      },
      {
        id: 'good-administration',
        label: { nl: 'Behoorlijk bestuur en uitvoerbaarheid', en: 'Good administration' },
        shortLabel: { nl: 'Behoorlijk bestuur', en: 'Good admin.' },
        definition: {
          nl: 'de wet is uitvoerbaar en het bestuur houdt zich aan de beginselen van behoorlijk bestuur',
          en: 'the law can be carried out, and the administration keeps its principles',
        },
        terms: ['behoorlijk bestuur', 'uitvoerbaar*', 'wetgevingskwaliteit'],
      },
      {
        id: 'displacement',
        label: { nl: 'Verschuiving naar elders', en: 'Displacement' },
        shortLabel: { nl: 'Verschuiving', en: 'Displacement' },
        definition: {
          nl: 'er verschuift minder werk of nadeel naar andere procedures, wetten of instanties',
          en: 'less work or harm moves to other procedures, laws or bodies',
        },
        terms: ['waterbed*', 'verschui*', 'doorschui*'],
      },
    ],
  },
  {
    id: 'courts-and-lawyers',
    label: { nl: 'Rechtspraak en advocatuur', en: 'Courts and lawyers' },
    concepts: [
      {
        id: 'court-workload',
        label: { nl: 'Werklast rechtspraak', en: 'Workload of the courts' },
        shortLabel: { nl: 'Werk rechtspraak', en: 'Court workload' },
        definition: {
          nl: 'minder of lichtere zaken bij de rechter',
          en: 'fewer or lighter court cases',
        },
        terms: ['rechtbank*', 'rechters', 'overbelasting', 'beroepsprocedure*'],
      },
      {
        id: 'lawyer-workload',
        label: { nl: 'Werklast advocatuur', en: 'Workload of lawyers' },
        shortLabel: { nl: 'Werk advocatuur', en: 'Lawyer workload' },
        definition: {
          nl: 'minder of beter gepland werk voor advocaten',
          en: 'less work or better planned work for lawyers',
        },
        terms: ['advocatuur', 'advocaten'],
      },
      {
        id: 'rule-of-law',
        label: { nl: 'Rechtsstaat', en: 'Rule of law' },
        shortLabel: { nl: 'Rechtsstaat', en: 'Rule of law' },
        definition: {
          nl: 'de rechter is onafhankelijker en geniet meer vertrouwen',
          en: 'courts are more independent and better trusted',
        },
        terms: ['rechtsstaat', 'onafhankelijk*', 'vertrouwen'],
      },
    ],
  },
  {
    id: 'society-and-eu',
    label: { nl: 'Samenleving en EU', en: 'Society and EU' },
    concepts: [
      {
        id: 'public-support',
        label: { nl: 'Draagvlak en misbruik', en: 'Public support and misuse' },
        shortLabel: { nl: 'Draagvlak', en: 'Public support' },
        definition: {
          nl: 'meer draagvlak, minder misbruik',
          en: 'better public support, less misuse',
        },
        terms: ['draagvlak', 'misbruik', 'oneigenlijk gebruik'],
      },
      {
        id: 'harmonisation',
        label: { nl: 'Harmonisatie in de EU', en: 'EU harmonisation' },
        shortLabel: { nl: 'Harmonisatie EU', en: 'EU harmonisation' },
        definition: {
          nl: 'dichter bij wat andere lidstaten doen',
          en: 'closer to what other member states do',
        },
        terms: ['lidstaten', 'gelijkschakel*', 'harmonis*'],
      },
    ],
  },
];

/** The groups and concepts of one kind as a codebook lists them: flat, each concept naming its group. */
function toCodebook(kind: Concept['kind'], groups: readonly GroupEntry[]): Codebook {
  return {
    groups: groups.map(({ id, label }) => ({ id, kind, label })),
    concepts: groups.flatMap((group) =>
      group.concepts.map((concept) => ({ ...concept, kind, group: group.id })),
    ),
  };
}

const safeguards = toCodebook('safeguard', safeguardGroups);
const impacts = toCodebook('impact', impactGroups);

/**
 * The codebook of Dutch asylum procedure that a new dossier starts with; the dossier may change its copy.
 *
 * Safeguards come before impacts. The legal bases are those in force before 12 June 2026. The definition
 * of an impact is a clause without capital or full stop: it completes "gunstig betekent: …" and
 * "favourable means: …".
 */
export const defaultCodebook: Codebook = {
  groups: [...safeguards.groups, ...impacts.groups],
  concepts: [...safeguards.concepts, ...impacts.concepts],
};
