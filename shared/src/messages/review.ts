import { defineCatalogue } from './catalogue.ts';

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
      `${more ? 'Meer dan ' : ''}${count} ${count === 1 ? 'codering' : 'coderingen'} te gaan.`,
    unsent: (count: number) =>
      count === 1 ? '1 beslissing wordt verstuurd.' : `${count} beslissingen worden verstuurd.`,
    notSent: (problem: string) =>
      `Uw beslissingen zijn nog niet verstuurd. ${problem} Zolang deze pagina openstaat, blijven ze bewaard en wordt het opnieuw geprobeerd.`,
    retry: 'Verstuur nu',
    onlyCurators: 'Accepteren en terugsturen kan vanaf de rol curator.',
    howToMend:
      'Een teruggestuurde codering past u aan in het zijpaneel van de extensie, via ‘Open in bron’. Daarna wacht zij weer op een beslissing.',
    changedMeanwhile:
      'Iemand heeft deze passage intussen gewijzigd; uw beslissing is niet bewaard. Hieronder staat hoe zij nu is. Beslis opnieuw.',
    goneMeanwhile:
      'Iemand heeft deze codering intussen verwijderd; uw beslissing is niet bewaard. Er valt niets meer te beslissen.',
    stopped: 'Een beslissing die u eerder nam, is niet bewaard.',
    showStopped: 'Bekijk die codering',
    sentBackBecause: (reason: string) => `Teruggestuurd: ${reason}`,
    surroundings: 'In de tekst:',
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
    earlierReasons: 'Eerder gegeven redenen',
    sendBackNow: 'Stuur terug',
    cancel: 'Annuleer',
    emptyTitle: 'Niets te doen',
    emptyDrafts:
      'Over alle coderingen die u hier koos, is beslist. Nieuwe coderingen staan hier zodra u naar deze pagina terugkomt.',
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
      `${more ? 'More than ' : ''}${count} ${count === 1 ? 'coding' : 'codings'} to go.`,
    unsent: (count: number) =>
      count === 1 ? '1 decision is being sent.' : `${count} decisions are being sent.`,
    notSent: (problem: string) =>
      `Your decisions are not sent yet. ${problem} As long as this page is open they are kept and tried again.`,
    retry: 'Send now',
    onlyCurators: 'Accepting and sending back takes the role of curator.',
    howToMend:
      'Mend a coding that was sent back in the side panel of the extension, by ‘Open in source’. It then waits for a decision again.',
    changedMeanwhile:
      'Somebody changed this passage meanwhile; your decision was not kept. Below is what it is now. Decide again.',
    goneMeanwhile:
      'Somebody deleted this coding meanwhile; your decision was not kept. There is nothing left to decide.',
    stopped: 'A decision that you made before was not kept.',
    showStopped: 'Look at that coding',
    sentBackBecause: (reason: string) => `Sent back: ${reason}`,
    surroundings: 'In the text:',
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
    earlierReasons: 'Reasons given before',
    sendBackNow: 'Send back',
    cancel: 'Cancel',
    emptyTitle: 'Nothing to do',
    emptyDrafts:
      'All codings that you chose here are decided about. New ones are here as soon as you come back to this page.',
    emptyRejected: 'There are no codings sent back that you chose here.',
  },
);
