import { describe, expect, it } from 'vitest';
import { FlatTextBuilder } from './flat-text.ts';

/** Nodes are named by a letter; `|` ends a line. */
function build(...steps: readonly (readonly [string, string] | '|' | '\t')[]) {
  const builder = new FlatTextBuilder<string>();
  for (const step of steps) {
    if (step === '|') builder.separate('\n');
    else if (step === '\t') builder.separate('\t');
    else builder.add(...step);
  }
  return builder.build();
}

describe('a flat text', () => {
  it('collapses white space within and between nodes', () => {
    expect(build(['a', '  Een \n\t passage '], ['b', ' met  '], ['c', 'woorden  ']).text).toBe(
      'Een passage met woorden',
    );
  });

  it('keeps no-break spaces', () => {
    expect(build(['a', 'nr.\u00a0 11']).text).toBe('nr.\u00a0 11');
  });

  it('replaces what no database keeps, length for length', () => {
    expect(build(['a', 'a\ud800b\u0000c']).text).toBe('a\ufffdb\ufffdc');
  });

  it('breaks lines between blocks, once, and never at its ends', () => {
    expect(build('|', ['a', 'Kop '], '|', '|', ['b', '  \n '], '|', ['c', ' Tekst'], '|').text).toBe(
      'Kop\nTekst',
    );
  });

  it('puts a tab between cells and a line break between rows', () => {
    expect(build(['a', 'x'], '\t', ['b', 'y'], '\t', '|', '\t', ['c', 'z']).text).toBe('x\ty\nz');
  });

  it.each([
    [
      'lines',
      'Aan de Kamer\n  Postbus 20018\n\n2500 EA Den Haag\n',
      'Aan de Kamer\nPostbus 20018\n2500 EA Den Haag',
    ],
    [
      'a paragraph that was broken to fit a width',
      'De minister beslist binnen zes maanden op een aanvraag\nom een vergunning. Die termijn kan hij eenmaal met\n' +
        'drie maanden verlengen.\n\n1. Wie in bewaring zit, heeft recht op bijstand door\neen raadsman.\n2. Het gehoor.',
      'De minister beslist binnen zes maanden op een aanvraag om een vergunning. Die termijn kan hij eenmaal met ' +
        'drie maanden verlengen.\n1. Wie in bewaring zit, heeft recht op bijstand door een raadsman.\n2. Het gehoor.',
    ],
    [
      'long paragraphs',
      `${'Dit is een alinea. '.repeat(20)}\n${'En dit de volgende. '.repeat(20)}`,
      `${'Dit is een alinea. '.repeat(20).trim()}\n${'En dit de volgende. '.repeat(20).trim()}`,
    ],
    ['no line breaks that are not shown', undefined, 'een twee'],
  ])('has %s as they are shown', (_, shown, expected) => {
    const builder = new FlatTextBuilder<string>();
    builder.add('a', shown ?? 'een\ntwee', shown !== undefined);
    expect(builder.build().text).toBe(expected);
  });

  it('has lines of any number', () => {
    const builder = new FlatTextBuilder<string>();
    builder.add('a', 'regel\n'.repeat(150_000), true);
    expect(builder.build().pieces.length).toBe(150_000);
  });

  it('finds every character back in its node', () => {
    const nodes: Record<string, string> = { a: ' De  minister\n', b: ' schaft', c: '\n\n  af.' };
    const flat = build(['a', nodes.a as string], ['b', nodes.b as string], '|', ['c', nodes.c as string]);
    expect(flat.text).toBe('De minister schaft\naf.');
    for (let start = 0; start < flat.text.length; start += 1) {
      const places = flat.placesOf({ start, end: start + 1 });
      const character = flat.text[start];
      if (character === '\n') expect(places).toBeUndefined();
      else
        expect(nodes[places?.start.node ?? '']?.[places?.start.offset ?? 0]?.replace('\n', ' ')).toBe(
          character,
        );
    }
  });

  it('comes back to the same offsets', () => {
    const flat = build(['a', 'De  minister '], '|', ['b', '  schaft af.']);
    const places = flat.placesOf({ start: 3, end: 18 });
    expect(places && flat.offsetOf(places.start.node, places.start.offset)).toBe(3);
    expect(places && flat.offsetOf(places.end.node, places.end.offset)).toBe(18);
  });

  it('takes a place in collapsed white space for the next place in the text', () => {
    const flat = build(['a', 'een     twee']);
    expect(flat.offsetOf('a', 6)).toBe(4);
    expect(flat.offsetOf('a', 99)).toBe(8);
    expect(flat.offsetOf('x', 0)).toBeUndefined();
  });

  it('knows nothing of a node whose only space stood at the end of a line', () => {
    const flat = build(['a', 'een'], ['b', ' '], '|', ['c', 'twee']);
    expect(flat.text).toBe('een\ntwee');
    expect(flat.offsetOf('b', 0)).toBeUndefined();
    expect(flat.offsetOf('c', 0)).toBe(4);
  });

  it('holds a text of thousands of nodes whole', () => {
    const nodes = Array.from({ length: 5_001 }, (_, at): readonly [string, string] => [`n${at}`, `w${at} `]);
    const flat = build(...nodes);
    expect(flat.text).toBe(nodes.map(([, words]) => words.trim()).join(' '));
    expect(flat.offsetOf('n4000', 0)).toBe(flat.text.indexOf('w4000'));
  });

  it('begins a passage that starts on a line break in the next node', () => {
    const flat = build(['a', 'een'], '|', ['b', 'twee']);
    expect(flat.placesOf({ start: 3, end: 8 })).toEqual({
      start: { node: 'b', offset: 0 },
      end: { node: 'b', offset: 4 },
    });
    expect(flat.placesOf({ start: 0, end: 4 })?.end).toEqual({ node: 'a', offset: 3 });
  });
});
