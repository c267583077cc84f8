import { defaultCodebook } from '@waarborg/shared/codebook';
import { describe, expect, it } from 'vitest';
import { rankConcepts } from './rank-concepts.ts';
import {
  currentForm,
  leaveSpeaker,
  offered,
  readCodings,
  search,
  startTagging,
  type TaggingSetting,
  type TaggingState,
  toggleQuoted,
  typeSpeaker,
} from './tagging-state.ts';
import { effectOfKey, type KeyPlace } from './toolbar-keys.ts';

const passage = 'De voornemenprocedure wordt afgeschaft, wat de IND tijd bespaart.';
const setting: TaggingSetting = {
  safeguards: rankConcepts(defaultCodebook, 'safeguard', { passage }, []),
  impacts: rankConcepts(defaultCodebook, 'impact', { passage }, ['cost']),
  language: 'nl',
  lastCoding: {
    safeguard: 'judicial-review',
    measure: 'kept',
    impact: 'cost',
    direction: 'favourable',
    basis: 'norm',
  },
  proposedBasis: 'finding',
  needsSpeaker: false,
  proposedSpeaker: '',
  takesPieces: true,
  speakers: [
    { id: 's1', name: 'Immigratie- en Naturalisatiedienst', aliases: ['IND'], kind: 'executive' },
    { id: 's2', name: 'Indische Kring', aliases: [], kind: 'ngo' },
  ],
  quoted: { text: 'IND', explanation: 'IND', changes: { speaker: 's1', reportedBy: 'Minister' } },
};

/** Presses keys in rows; the last effect that is not a change of state is the answer. */
function press(keys: string, from = startTagging(setting, []), place: KeyPlace = 'row') {
  let state: TaggingState = from;
  let does = 'state';
  for (const key of keys.split(' ')) {
    const effect = effectOfKey(key, place, state, setting);
    does = effect.does;
    if (effect.does === 'state') state = effect.state;
  }
  return { state, does };
}

describe('the keys of the toolbar', () => {
  it('code a known safeguard in five keys, the last of which saves', () => {
    const { state, does } = press('1 a 1 - Enter');
    expect(does).toBe('save');
    expect(readCodings(state, setting)).toMatchObject({
      ok: true,
      codings: [
        { safeguard: 'voornemen', measure: 'abolished', direction: 'unfavourable', basis: 'finding' },
      ],
    });
  });

  it('skip the measure with a digit, and both with a sign', () => {
    expect(currentForm(press('1 2 +').state)).toMatchObject({
      impact: setting.impacts[1]?.id,
      direction: 'favourable',
    });
    expect(currentForm(press('1 2 +').state).measure).toBeUndefined();
    expect(currentForm(press('1 ?').state)).toMatchObject({ direction: 'unclear' });
  });

  it('change the direction of a coding that is opened again, at its safeguard', () => {
    const { state } = press('1 1 +');
    const reading = readCodings(state, setting);
    const opened = startTagging(setting, reading.ok ? reading.codings : []);
    expect(currentForm(press('-', opened).state).direction).toBe('unfavourable');
  });

  it('take a choice back when it is made again', () => {
    const { state } = press('1 a');
    expect(currentForm(press('a', { ...state, step: 'measure' }).state).measure).toBeUndefined();
  });

  it('add another coding with + behind the direction, and with & anywhere', () => {
    expect(press('1 a 1 + +').state.forms).toHaveLength(2);
    expect(press('1 & 2').state.forms.map(({ safeguard }) => safeguard)).toEqual(
      setting.safeguards.slice(0, 2).map(({ id }) => id),
    );
  });

  it('refuse another coding before this one says anything', () => {
    expect(press('&').state).toMatchObject({ trouble: 'choose-safeguard', current: 0 });
  });

  it('ask for the direction when an impact is named', () => {
    const reading = readCodings(press('1 a 1').state, setting);
    expect(reading).toMatchObject({ ok: false, state: { trouble: 'choose-direction', step: 'direction' } });
  });

  it('leave a passage that names no impact without a stance', () => {
    expect(readCodings(press('1 a').state, setting)).toMatchObject({ codings: [{ direction: 'unclear' }] });
  });

  it('go on behind a safeguard that was suggested, and choose another one in its row', () => {
    const suggested = startTagging({ ...setting, proposedSafeguard: 'interpreter' }, []);
    expect(suggested.step).toBe('measure');
    expect(currentForm(suggested).safeguard).toBe('interpreter');
    expect(press('Enter', suggested).does).toBe('save');
    expect(currentForm(press('1', { ...suggested, step: 'safeguard' }).state).safeguard).toBe('voornemen');
  });

  it('repeat the last coding with R, but only before anything is chosen', () => {
    expect(currentForm(press('r').state)).toMatchObject({ safeguard: 'judicial-review', basis: 'norm' });
    expect(press('1 r').does).not.toBe('state');
  });

  it('give the word back in a debate to the member who has it', () => {
    const inDebate = { ...setting, spokenBy: 'Bakker (D66)' };
    const begun = startTagging(inDebate, []);
    const taken = toggleQuoted(begun, inDebate);
    expect(currentForm(taken)).toMatchObject({ speaker: 's1', reportedBy: 'Minister' });
    expect(currentForm(toggleQuoted(taken, inDebate))).toEqual(currentForm(begun));
  });

  it('take the quoted body for the speaker with one key, and give it back with the same', () => {
    expect(currentForm(press('1 @').state)).toMatchObject({ speaker: 's1', reportedBy: 'Minister' });
    expect(currentForm(press('1 @ @').state)).toMatchObject({ speaker: '', reportedBy: '' });
  });

  it('go on to another piece of a passage that takes one', () => {
    expect(press('.').does).toBe('add-piece');
  });

  it('point at suggested speakers and take one, and only then save', () => {
    const typing = typeSpeaker(startTagging(setting, []), 'speaker', 'ind');
    expect(currentForm(press('ArrowDown ArrowDown Enter', typing, 'speaker').state).speaker).toBe('s2');
    expect(press('Enter', typing, 'speaker').does).toBe('save');
    expect(press('Escape', typing, 'speaker').does).toBe('state');
    expect(press('Escape', startTagging(setting, []), 'speaker').does).toBe('close');
  });

  it('leave a speaker with an exact name or alias as the one who has it, and any other as it was typed', () => {
    const leave = (text: string) =>
      currentForm(leaveSpeaker(typeSpeaker(startTagging(setting, []), 'speaker', text), setting)).speaker;
    const [known] = setting.speakers;
    expect(leave(` ${known?.name.toLowerCase()} `)).toBe(known?.id);
    expect(leave(' Wie dan ook ')).toBe('Wie dan ook');
  });

  it('begin a search with any other letter', () => {
    expect(press('t')).toMatchObject({ does: 'search' });
  });

  it('pick the first result with Enter in a search field', () => {
    const searching = search(startTagging(setting, []), 'safeguard', 'tol');
    expect(offered(searching, setting, 'safeguard')[0]?.id).toBe('interpreter');
    expect(currentForm(press('Enter', searching, 'search').state).safeguard).toBe('interpreter');
  });

  it('type in fields, and leave buttons their Enter', () => {
    expect(press('1', undefined, 'field').does).toBe('native');
    expect(press('Enter', undefined, 'button').does).toBe('native');
    expect(press('Enter', undefined, 'field').does).toBe('save');
    expect(press('Escape', undefined, 'note').does).toBe('close');
  });
});
