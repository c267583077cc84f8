import { defineCatalogue } from './catalogue.ts';
import { formatNumber } from './format-number.ts';

const nl = (number: number) => formatNumber(number, 'nl');
const en = (number: number) => formatNumber(number, 'en');

/** What the page on which codings are reviewed says. */
export const reviewMessages = defineCatalogue(
  {
    review: 'Nakijken',
    queue: 'Coderingen om na te kijken',
    status: 'Status',
    safeguard: 'Waarborg',
    reviewer: 'Gecodeerd door',
    document: 'Document',
    all: 'Alle',
    everybody: 'Iedereen',
    others: 'Iedereen behalve ik',
    mine: 'Mijzelf',
    waiting: (count: number, more: boolean) =>
      `${more ? 'Meer dan ' : ''}${nl(count)} ${count === 1 ? 'codering' : 'coderingen'} te gaan.`,
    waitForCurator: (count: number, more: boolean) =>
      `${more ? 'Meer dan ' : ''}${nl(count)} ${count === 1 ? 'codering wacht' : 'coderingen wachten'} op een redacteur.`,
    sentBack: (count: number, more: boolean) =>
      `${more ? 'Meer dan ' : ''}${nl(count)} ${count === 1 ? 'codering is' : 'coderingen zijn'} teruggestuurd.`,
    unsent: (count: number) =>
      count === 1 ? '1 beslissing wordt verstuurd.' : `${nl(count)} beslissingen worden verstuurd.`,
    notSent: (problem: string) =>
      `Uw beslissingen zijn nog niet verstuurd. ${problem} Zolang deze pagina openstaat, blijven ze bewaard en wordt het opnieuw geprobeerd.`,
    retry: 'Verstuur nu',
    onlyCurators: 'Accepteren en terugsturen kan vanaf de rol redacteur.',
    howToMend: 'Een codering die u aanpast, wacht daarna weer op een beslissing.',
    mend: 'Pas aan en dien opnieuw in…',
    mendNow: 'Dien opnieuw in',
    unchanged: 'Er is nog niets gewijzigd. Pas aan wat er volgens de reden anders moet.',
    mended: 'Opnieuw ingediend. De codering wacht weer op een beslissing.',
    mendedMeanwhile:
      'Deze codering is gewijzigd terwijl u haar aanpaste; uw versie is nog niet bewaard. Dien opnieuw in om haar te laten gelden, of annuleer.',
    mendGone: 'Deze codering is verwijderd terwijl u haar aanpaste. Uw versie is niet bewaard.',
    asItIsNow: 'Zo luidt de codering nu:',
    yourSentBack: (count: number) =>
      count === 1
        ? '1 codering van u is teruggestuurd: bekijk de reden en pas haar aan'
        : `${nl(count)} coderingen van u zijn teruggestuurd: bekijk de redenen en pas ze aan`,
    measure: 'Wat er gebeurt',
    stage: 'Stadium',
    impact: 'Gevolg',
    direction: 'Richting',
    basis: 'Berust op',
    speaker: 'Spreker',
    notNamed: 'Niet genoemd',
    notKept: 'Uw beslissing is niet bewaard.',
    decideAgain: 'Hieronder staat hoe de codering nu is. Beslis opnieuw.',
    nothingLeft: 'Er valt niets meer te beslissen.',
    'meanwhile.accepted': (who: string) => `${who} heeft de codering intussen geaccepteerd.`,
    'meanwhile.rejected': (who: string) => `${who} heeft de codering intussen teruggestuurd.`,
    'meanwhile.draft': (who: string) =>
      `${who} heeft de codering intussen opnieuw ter beslissing voorgelegd.`,
    'meanwhile.changed': (who: string) => `${who} heeft de passage intussen gewijzigd.`,
    'meanwhile.deleted': (who: string) => `${who} heeft de codering intussen verwijderd.`,
    you: 'U',
    somebody: 'Iemand',
    goOn: 'Ga verder met de volgende.',
    stopped: 'Een beslissing die u eerder nam, is niet bewaard.',
    showStopped: 'Bekijk die codering',
    sentBackBecause: (reason: string) => `Teruggestuurd: ${reason}`,
    otherCodings: 'Wat deze passage nog meer zegt:',
    besideTitle: 'Wat anderen bij dezelfde woorden codeerden',
    by: (name: string, day: string) => `${name}, ${day}`,
    accept: 'Accepteer',
    sendBack: 'Stuur terug…',
    next: 'Volgende',
    previous: 'Vorige',
    undo: 'Maak de laatste beslissing ongedaan',
    singleKeys: 'Sneltoetsen van één letter gebruiken',
    reason: 'Waarom stuurt u deze codering terug?',
    reasonMissing: 'Geef een reden, zodat de codeur weet wat er anders moet.',
    rejectAgain: 'Uw reden staat er nog. Stuur nog eens terug als uw beslissing moet gelden, of annuleer.',
    earlierReasons: 'Eerder gegeven redenen',
    sendBackNow: 'Stuur terug',
    cancel: 'Annuleer',
    nothingToDo: 'Niets te doen.',
    emptyDrafts:
      'Van wat u hier koos, wacht geen codering op een beslissing. Nieuwe coderingen verschijnen hier vanzelf.',
    emptyRejected: 'Er zijn geen teruggestuurde coderingen die u hier koos.',
  },
  {
    review: 'Review',
    queue: 'Codings to review',
    status: 'Status',
    safeguard: 'Safeguard',
    reviewer: 'Coded by',
    document: 'Document',
    all: 'All',
    everybody: 'Everybody',
    others: 'Everybody but me',
    mine: 'Me',
    waiting: (count: number, more: boolean) =>
      `${more ? 'More than ' : ''}${en(count)} ${count === 1 ? 'coding' : 'codings'} to go.`,
    waitForCurator: (count: number, more: boolean) =>
      `${more ? 'More than ' : ''}${en(count)} ${count === 1 ? 'coding waits' : 'codings wait'} for a curator.`,
    sentBack: (count: number, more: boolean) =>
      `${more ? 'More than ' : ''}${en(count)} ${count === 1 ? 'coding was' : 'codings were'} sent back.`,
    unsent: (count: number) =>
      count === 1 ? '1 decision is being sent.' : `${en(count)} decisions are being sent.`,
    notSent: (problem: string) =>
      `Your decisions are not sent yet. ${problem} As long as this page is open they are kept and tried again.`,
    retry: 'Send now',
    onlyCurators: 'Accepting and sending back takes the role of curator.',
    howToMend: 'A coding that you mend then waits for a decision again.',
    mend: 'Mend and resubmit…',
    mendNow: 'Resubmit',
    unchanged: 'Nothing is changed yet. Change what the reason asks for.',
    mended: 'Resubmitted. The coding waits for a decision again.',
    mendedMeanwhile:
      'This coding was changed while you mended it; your version is not kept yet. Resubmit to let it hold, or cancel.',
    mendGone: 'This coding was deleted while you mended it. Your version was not kept.',
    asItIsNow: 'What the coding says now:',
    yourSentBack: (count: number) =>
      count === 1
        ? '1 coding of yours was sent back: see the reason and mend it'
        : `${en(count)} codings of yours were sent back: see the reasons and mend them`,
    measure: 'What happens',
    stage: 'Stage',
    impact: 'Impact',
    direction: 'Direction',
    basis: 'Rests on',
    speaker: 'Speaker',
    notNamed: 'Not named',
    notKept: 'Your decision was not kept.',
    decideAgain: 'Below is what the coding is now. Decide again.',
    nothingLeft: 'There is nothing left to decide.',
    'meanwhile.accepted': (who: string) => `${who} accepted the coding meanwhile.`,
    'meanwhile.rejected': (who: string) => `${who} sent the coding back meanwhile.`,
    'meanwhile.draft': (who: string) => `${who} resubmitted the coding meanwhile.`,
    'meanwhile.changed': (who: string) => `${who} changed the passage meanwhile.`,
    'meanwhile.deleted': (who: string) => `${who} deleted the coding meanwhile.`,
    you: 'You',
    somebody: 'Somebody',
    goOn: 'Go on with the next one.',
    stopped: 'A decision that you made before was not kept.',
    showStopped: 'Look at that coding',
    sentBackBecause: (reason: string) => `Sent back: ${reason}`,
    otherCodings: 'What else this passage says:',
    besideTitle: 'What others coded at the same words',
    by: (name: string, day: string) => `${name}, ${day}`,
    accept: 'Accept',
    sendBack: 'Send back…',
    next: 'Next',
    previous: 'Previous',
    undo: 'Undo the last decision',
    singleKeys: 'Use single-letter keys',
    reason: 'Why do you send this coding back?',
    reasonMissing: 'Give a reason, so that the reviewer knows what has to change.',
    rejectAgain: 'Your reason is still here. Send back once more if your decision is to hold, or cancel.',
    earlierReasons: 'Reasons given before',
    sendBackNow: 'Send back',
    cancel: 'Cancel',
    nothingToDo: 'Nothing to do.',
    emptyDrafts:
      'Of what you chose here, no coding waits for a decision. New ones appear here by themselves.',
    emptyRejected: 'There are no codings sent back that you chose here.',
  },
);
