import { defineCatalogue } from './catalogue.ts';

/** What the extension's welcome page says. */
export const welcomeMessages = defineCatalogue(
  {
    title: 'Welkom bij Waarborg',
    lead: 'Markeer passages in wetsvoorstellen, brieven en uitspraken, en zie in één matrix wat er met de procedurele waarborgen gebeurt.',

    connectTitle: 'Verbind met de server van uw organisatie',
    server: 'Adres van de server',
    serverHint: 'Hebt u Waarborg op deze computer gestart, dan is het goede adres al ingevuld.',
    serverFixed: 'Dit adres is ingesteld door uw organisatie.',
    settingsUnusable: (names: string) =>
      `Wat uw organisatie heeft ingesteld (${names}), is niet of niet helemaal te gebruiken: laat dit uw beheerder weten.`,
    connect: 'Verbinden',
    connecting: 'Bezig met verbinden…',
    approve:
      'Keur de verbinding goed op de pagina van de server die nu opengaat. Controleer dat daar deze code staat:',
    openApproval: 'Open de pagina opnieuw',
    waiting: 'Wacht op uw goedkeuring…',
    cancel: 'Annuleer',
    signOut: 'Afmelden',
    signOutSure: 'Echt afmelden?',
    signedOut:
      'U bent afgemeld. De kopieën van uw dossiers zijn van deze computer verwijderd; wat nog niet is verstuurd, blijft bewaard.',
    finishing: 'Goedgekeurd. Uw dossiers worden opgehaald…',
    connectedAs: (name: string, server: string) => `Verbonden met ${server} als ${name}.`,
    unsent: (count: number, title: string) =>
      count === 1
        ? `Let op: 1 wijziging in ‘${title}’ is nog niet verstuurd.`
        : `Let op: ${count} wijzigingen in ‘${title}’ zijn nog niet verstuurd.`,
    unsentConnect:
      'Verbindt u met een andere server of als iemand anders, dan wacht dat op deze computer tot u hier weer bent aangemeld.',
    unsentSignOut: 'Meldt u zich af, dan wacht dat op deze computer tot u zich hier weer hebt aangemeld.',
    unsentChoose:
      'Wisselt u van dossier, dan wordt dat alsnog verstuurd; wat geweigerd is, blijft op u wachten.',
    reconnect: 'Opnieuw of met een andere server verbinden',
    tokenName: (browser: string) => `${browser}-extensie`,

    'failure.invalid-address':
      'Dit is geen adres van een server. Vul iets in als https://waarborg.example.nl.',
    'failure.server-unreachable':
      'Op dit adres antwoordt geen server. Controleer het adres en of de server draait.',
    'failure.not-a-waarborg-server':
      'Op dit adres staat iets anders dan Waarborg. Controleer het adres bij uw beheerder.',
    'failure.code-expired': 'De code is verlopen voordat hij werd goedgekeurd. Klik opnieuw op Verbinden.',
    'failure.sign-in-denied': 'De verbinding is op de pagina van de server geweigerd; er is niets veranderd.',
    'failure.no-dossier':
      'U bent aangemeld, maar hebt nog geen dossier. Vraag de eigenaar van een dossier om u toe te voegen.',
    'failure.storage-failed':
      'De aanmelding kon niet op deze computer worden bewaard. Maak schijfruimte vrij en probeer het opnieuw.',

    dossierTitle: 'Kies een dossier',
    dossierHint:
      'Wat u codeert, komt in dit dossier. U kunt later een ander dossier kiezen zonder u opnieuw aan te melden.',
    dossierSet: (title: string) => `Uw organisatie laat iedereen beginnen in ‘${title}’.`,
    dossierSetElsewhere: (slug: string) =>
      `Uw organisatie laat iedereen beginnen in het dossier ${slug}, maar u hebt daar geen toegang toe.`,
    dossierChosen: (title: string) => `U werkt nu in ‘${title}’.`,
    openMatrix: 'Open de matrix',

    sitesTitle: 'Waar mag Waarborg meelezen?',
    sitesHint:
      'Op sites die u toestaat, verschijnen uw passages vanzelf. Op elke andere pagina werkt Waarborg na een klik op de knop in de werkbalk. Er verlaat niets van een pagina uw browser voordat u er zelf iets mee doet.',
    'group.official-publications': 'Officiële publicaties',
    'group.tweede-kamer': 'Tweede Kamer',
    'group.eerste-kamer': 'Eerste Kamer',
    'group.courts': 'Rechtspraak',
    'group.raad-van-state': 'Raad van State',
    'group.laws': 'Wetten en regelingen',
    'group.government': 'Rijksoverheid en inspecties',
    'group.eu-law': 'Europees recht (EUR-Lex)',
    ownSites: 'Sites van uw organisatie',
    otherSite: 'Een andere site',
    otherSiteHint: 'Bijvoorbeeld www.kinderombudsman.nl',
    allow: 'Toestaan',
    otherSites: 'Ook toegestaan',
    withdraw: 'Trek in',
    withdrawSite: (site: string) => `Trek in: toestemming voor ${site}`,
    siteAllowed: (site: string) => `${site} is toegestaan.`,
    siteWithdrawn: (site: string) => `${site} is niet meer toegestaan.`,
    siteRefused: (site: string) => `U hebt ${site} niet toegestaan; er is niets veranderd.`,
    siteInvalid: 'Dit is geen adres van een website. Vul iets in als www.voorbeeld.nl.',

    privacyTitle: 'Wat uw browser verlaat',
    privacyOnlyServer:
      'Waarborg verstuurt alleen iets naar de server waarmee u bent verbonden, en pas als u zelf iets doet:',
    privacyPassages:
      'de passages die u markeert, met enkele woorden ervoor en erna, uw codering, uw aantekening, en met welke andere u ze verbindt;',
    privacyDocument:
      'het adres, de titel en de kenmerken van een document waarin u iets markeert, leest of verbetert;',
    privacyText:
      'met uw eerste passage de tekst van dat document, tenzij uw organisatie of het dossier dat uitzet;',
    privacyReading: 'voor welke waarborgen u een document hebt gelezen;',
    privacyHistory: 'van welke passage u de geschiedenis opvraagt, en welke wijziging u ongedaan maakt;',
    privacyDismissals: 'van een suggestie die u terzijde legt: de waarborg en de woorden waarbij die stond;',
    privacySignIn:
      'bij het verbinden de naam van deze browser, en daarna bij elk verzoek het bewijs dat u het bent.',
    privacyNot:
      'Van andere pagina’s die u bezoekt, hoort de server niets. Er gaat niets naar anderen, en hoe u Waarborg gebruikt wordt niet gemeten.',
    privacyPdf:
      'Een pdf die u in Waarborg opent, wordt opgehaald bij de site waar hij staat. Het wachtwoord van een beveiligde pdf verlaat uw browser niet.',

    startTitle: 'Aan de slag',
    startOpen: 'Open een document: een webpagina of een pdf.',
    startClick: (keys: string | undefined) =>
      `Klik op de knop van Waarborg in de werkbalk${keys ? `, of druk op ${keys}` : ''}.`,
    startPin: 'Staat de knop er niet? Klik op het puzzelstuk in de werkbalk en zet Waarborg daar vast.',
    shortcutsTitle: 'Sneltoetsen',
    shortcutsAction: 'Werk aan deze pagina met Waarborg',
    shortcutsPick: 'Kies passages met het toetsenbord',
    shortcutsNone: 'geen toets',
    shortcutsChange: 'Wijzig de sneltoetsen in de browser',
    startMark: 'Selecteer woorden en codeer ze met de werkbalk die verschijnt.',
    notYet: 'Dit kan zodra u verbonden bent.',
  },
  {
    title: 'Welcome to Waarborg',
    lead: 'Mark passages in bills, letters and rulings, and see in one matrix what happens to the procedural safeguards.',

    connectTitle: "Connect to your organisation's server",
    server: 'Address of the server',
    serverHint: 'If you started Waarborg on this computer, the right address is already filled in.',
    serverFixed: 'Your organisation has set this address.',
    settingsUnusable: (names) =>
      `What your organisation has set (${names}) cannot be used, or not all of it: please tell your administrator.`,
    connect: 'Connect',
    connecting: 'Connecting…',
    approve: "Approve the connection on the server's page that opens now. Check that it shows this code:",
    openApproval: 'Open the page again',
    waiting: 'Waiting for your approval…',
    cancel: 'Cancel',
    signOut: 'Sign out',
    signOutSure: 'Really sign out?',
    signedOut:
      'You are signed out. The copies of your dossiers are gone from this computer; what is not sent yet is kept.',
    finishing: 'Approved. Fetching your dossiers…',
    connectedAs: (name, server) => `Connected to ${server} as ${name}.`,
    unsent: (count, title) =>
      count === 1
        ? `Note: 1 change in ‘${title}’ is not sent yet.`
        : `Note: ${count} changes in ‘${title}’ are not sent yet.`,
    unsentConnect:
      'If you connect to another server or as somebody else, that waits on this computer until you are signed in here again.',
    unsentSignOut: 'If you sign out, that waits on this computer until you have signed in here again.',
    unsentChoose:
      'If you switch to another dossier, that is still sent; what was refused keeps waiting for you.',
    reconnect: 'Connect again, or to another server',
    tokenName: (browser) => `${browser} extension`,

    'failure.invalid-address':
      'This is not the address of a server. Type something like https://waarborg.example.nl.',
    'failure.server-unreachable':
      'No server answers at this address. Check the address, and that the server is running.',
    'failure.not-a-waarborg-server':
      'Something other than Waarborg is at this address. Check the address with your administrator.',
    'failure.code-expired': 'The code expired before it was approved. Click Connect again.',
    'failure.sign-in-denied': "The connection was refused on the server's page; nothing has changed.",
    'failure.no-dossier':
      'You are signed in, but have no dossier yet. Ask the owner of a dossier to add you.',
    'failure.storage-failed':
      'The sign-in could not be kept on this computer. Free some disk space and try again.',

    dossierTitle: 'Choose a dossier',
    dossierHint: 'What you code goes into this dossier. You can switch later without signing in again.',
    dossierSet: (title) => `Your organisation has everybody begin in ‘${title}’.`,
    dossierSetElsewhere: (slug) =>
      `Your organisation has everybody begin in the dossier ${slug}, but you have no access to it.`,
    dossierChosen: (title) => `You now work in ‘${title}’.`,
    openMatrix: 'Open the matrix',

    sitesTitle: 'Where may Waarborg read?',
    sitesHint:
      'On sites that you allow, your passages appear automatically. On any other page Waarborg works after a click on its toolbar button. Nothing of a page leaves your browser before you do something with it yourself.',
    'group.official-publications': 'Official publications',
    'group.tweede-kamer': 'House of Representatives (Tweede Kamer)',
    'group.eerste-kamer': 'Senate (Eerste Kamer)',
    'group.courts': 'Courts',
    'group.raad-van-state': 'Council of State',
    'group.laws': 'Laws and regulations',
    'group.government': 'Central government and inspectorates',
    'group.eu-law': 'European law (EUR-Lex)',
    ownSites: 'Sites of your organisation',
    otherSite: 'Another site',
    otherSiteHint: 'For example www.kinderombudsman.nl',
    allow: 'Allow',
    otherSites: 'Also allowed',
    withdraw: 'Withdraw',
    withdrawSite: (site) => `Withdraw: permission for ${site}`,
    siteAllowed: (site) => `${site} is allowed.`,
    siteWithdrawn: (site) => `${site} is not allowed any more.`,
    siteRefused: (site) => `You did not allow ${site}; nothing has changed.`,
    siteInvalid: 'This is not the address of a website. Type something like www.example.org.',

    privacyTitle: 'What leaves your browser',
    privacyOnlyServer:
      'Waarborg sends something only to the server that you are connected to, and only when you do something yourself:',
    privacyPassages:
      'the passages that you mark, with some words before and after, your coding, your note, and the passages that you connect them to;',
    privacyDocument:
      'the address, the title and the identifiers of a document in which you mark, read or correct something;',
    privacyText:
      'with your first passage the text of that document, unless your organisation or the dossier switches that off;',
    privacyReading: 'the safeguards for which you have read a document;',
    privacyHistory: 'the passage whose history you ask for, and the change that you undo;',
    privacyDismissals: 'of a suggestion that you dismiss: the safeguard and the words that it was made for;',
    privacySignIn:
      'when you connect: the name of this browser; after that, with every request: the proof that it is you.',
    privacyNot:
      'The server learns nothing of other pages that you visit. Nothing goes to anybody else, and your use of Waarborg is not measured.',
    privacyPdf:
      'A PDF that you open in Waarborg is fetched from the site where it is. The password of a protected PDF does not leave your browser.',

    startTitle: 'Start working',
    startOpen: 'Open a document: a web page or a PDF.',
    startClick: (keys) => `Click Waarborg's button in the toolbar${keys ? `, or press ${keys}` : ''}.`,
    startPin: 'Is the button not there? Click the puzzle piece in the toolbar and pin Waarborg there.',
    shortcutsTitle: 'Keyboard shortcuts',
    shortcutsAction: 'Work on this page with Waarborg',
    shortcutsPick: 'Choose passages by keyboard',
    shortcutsNone: 'no key',
    shortcutsChange: 'Change the shortcuts in the browser',
    startMark: 'Select words and code them with the toolbar that appears.',
    notYet: 'You can do this once you are connected.',
  },
);
