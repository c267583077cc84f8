import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultCodebook } from '../codebook/index.ts';
import { createVocabularyReader } from '../imports/index.ts';
import { readProject } from './index.ts';

/* Projects as other programs may write them: each within the standard, and each another way of saying it. */

const context = {
  vocabulary: createVocabularyReader(defaultCodebook),
  createId: (name: string) => idOf(name),
};

/** An id that is the same for the same name. */
function idOf(name: string): string {
  const hex = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7).toString(16);
  return `018f0000-0000-7000-8000-${hex.padStart(12, '0')}`;
}

const guid = (number: number) => `A0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const read = (parts: Readonly<Record<string, string | Uint8Array>>) =>
  readProject(
    new Map(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    context,
  );
const coded = (code: number, coding: number) =>
  `<Coding guid="${guid(coding)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`;

describe('a project with prefixed names, GUIDs in either case and nested codes with colours', () => {
  const text = 'Zonder tolk geen gehoor.\r\nDe 🧭 wijst naar artikel 39.';
  const project = `\uFEFF<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<q:Project xmlns:q="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="x" basePath="C:\\Users\\anna\\x" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd">
 <q:Users><q:User guid="${guid(1)}" id="AN" name="Anna"/></q:Users>
 <q:CodeBook><q:Codes>
  <q:Code guid="${guid(2)}" name="Waarborgen" isCodable="true" color="#FF0000">
   <q:Code guid="${guid(3)}" name="Taal" isCodable="true" color="#00FF00"><q:Code guid="${guid(4)}" name="Tolk bij het gehoor" isCodable="true"/></q:Code>
  </q:Code>
 </q:Codes></q:CodeBook>
 <q:Sources>
  <q:TextSource guid="${guid(5)}" name="Brief" richTextPath="internal://${guid(5)}.docx" plainTextPath="internal://${guid(5)}.txt" creatingUser="${guid(1)}">
   <q:PlainTextSelection guid="${guid(6)}" startPosition="7" endPosition="11" creatingUser="${guid(1)}"><q:Description>Belangrijk</q:Description>
    <q:Coding guid="${guid(7)}"><q:CodeRef targetGUID="${guid(4).toLowerCase()}"/></q:Coding></q:PlainTextSelection>
   <q:PlainTextSelection guid="${guid(8)}" startPosition="29" endPosition="38"/>
  </q:TextSource>
  <q:TextSource guid="${guid(9)}" name="Elders" plainTextPath="relative:///Teksten/elders.txt"><q:PlainTextSelection guid="${guid(10)}" startPosition="0" endPosition="4"/></q:TextSource>
 </q:Sources>
</q:Project>`;
  const { bundle, skipped } = read({
    'project.qde': project,
    [`Sources/${guid(5).toLowerCase()}.TXT`]: text,
    [`Sources/${guid(5)}.docx`]: new Uint8Array([80, 75, 3, 4]),
  });

  it('has its words by code points of the text beside it, with remarks as notes', () => {
    expect(bundle.annotations).toMatchObject([
      { ranges: [{ exact: 'tolk', start: 7, end: 11 }], note: 'Belangrijk' },
      { ranges: [{ exact: '🧭 wijst n', start: 29, end: 39 }], codings: [] },
    ]);
    expect(bundle.renditions).toMatchObject([{ text }]);
  });

  it('keeps codes under the code above them, and says what has no text here', () => {
    expect(bundle.annotations[0]?.codings).toMatchObject([{ safeguard: 'tolk-bij-het-gehoor' }]);
    const labels = new Map(bundle.groups.map(({ id, label }) => [id, label.nl]));
    expect(bundle.concepts.map(({ label, group }) => [label.nl, labels.get(group)])).toEqual([
      ['Waarborgen', 'Geïmporteerd'],
      ['Taal', 'Waarborgen'],
      ['Tolk bij het gehoor', 'Taal'],
    ]);
    expect(bundle.documents.map(({ title }) => title)).toEqual(['Brief', 'Elders']);
    expect(skipped).toBe(1);
  });
});

describe('a project with a PDF and a recording', () => {
  const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>
  <Code guid="${guid(1)}" name="Effecten" isCodable="false"><Code guid="${guid(2)}" name="Kosten" isCodable="true"/></Code>
  <Code guid="${guid(3)}" name="Rechtsbijstand" isCodable="true"/></Codes></CodeBook><Sources>
  <PDFSource guid="${guid(10)}" name="Rapport" path="internal://${guid(10)}.pdf">
   <PDFSelection guid="${guid(11)}" page="2" firstX="1" firstY="2" secondX="3" secondY="4"><Representation guid="${guid(12)}"><PlainTextContent> Het kost geld. </PlainTextContent></Representation>${coded(2, 13)}${coded(3, 14)}</PDFSelection>
   <PDFSelection guid="${guid(15)}" page="3" firstX="1" firstY="2" secondX="3" secondY="4">${coded(3, 16)}</PDFSelection>
   <Representation guid="${guid(17)}" plainTextPath="internal://${guid(17)}.txt"><PlainTextSelection guid="${guid(18)}" startPosition="0" endPosition="2">${coded(3, 19)}</PlainTextSelection></Representation>
  </PDFSource>
  <AudioSource guid="${guid(20)}" name="Hoorzitting" path="relative:///geluid.mp3"><AudioSelection guid="${guid(21)}" begin="0" end="9"/>
   <Transcript guid="${guid(22)}"><PlainTextContent>Anna: zonder advocaat geen recht.</PlainTextContent><SyncPoint guid="${guid(23)}" timeStamp="0" position="6"/><SyncPoint guid="${guid(24)}" timeStamp="900" position="21"/><TranscriptSelection guid="${guid(25)}" fromSyncPoint="${guid(23).toLowerCase()}" toSyncPoint="{${guid(24)}}">${coded(3, 26)}</TranscriptSelection><TranscriptSelection guid="${guid(27)}" fromSyncPoint="${guid(23)}"/></Transcript>
   <Transcript guid="${guid(28)}"><PlainTextContent>Without a lawyer no right.</PlainTextContent><SyncPoint guid="${guid(29)}" position="0"/><SyncPoint guid="${guid(30)}" position="16"/><TranscriptSelection guid="${guid(31)}" fromSyncPoint="${guid(29)}" toSyncPoint="${guid(30)}"/></Transcript>
  </AudioSource></Sources></Project>`;
  const { bundle, skipped } = read({
    'project.qde': project,
    [`sources/${guid(17)}.txt`]: 'Het kost geld. En tijd.',
  });

  it('has the words of places in a PDF and in what was said, each in its own text', () => {
    const quotes = bundle.annotations.map(({ ranges }) => ranges[0]?.exact);
    expect(quotes.toSorted()).toEqual(['He', 'Het kost geld.', 'Without a lawyer', 'zonder advocaat']);
    const ofPdf = bundle.annotations.find(({ ranges }) => ranges[0]?.page !== undefined);
    expect(ofPdf).toMatchObject({
      ranges: [{ exact: 'Het kost geld.', page: 3 }],
      codings: [{ safeguard: 'legal-aid', impact: 'cost' }],
    });
    expect(bundle.renditions.map(({ text }) => text.slice(0, 8))).toEqual([
      'Het kost',
      'Anna: zo',
      'Without ',
    ]);
  });

  it('counts a place without words, a stretch of sound and one that does not end', () => {
    expect(skipped).toBe(3);
  });
});

describe('a project with notes, sets and cases, in a text from right to left', () => {
  const text = '\uFEFFאין 🧭 תרגום.\nZonder tolk geen gehoor.';
  const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>
  <Code guid="${guid(1)}" name="Tolk en vertaling" isCodable="true"><NoteRef targetGUID="${guid(22)}"/></Code></Codes></CodeBook>
  <Cases><Case guid="${guid(2)}" name="Zaak"><SourceRef targetGUID="${guid(3)}"/></Case></Cases>
  <Sources><TextSource guid="${guid(3)}" name="Brief" plainTextPath="internal://${guid(3)}.txt">
   <PlainTextSelection guid="${guid(4)}" startPosition="0" endPosition="5"><Coding guid="${guid(5)}"><CodeRef targetGUID="${guid(1)}"/><NoteRef targetGUID="${guid(20)}"/></Coding></PlainTextSelection>
   <PlainTextSelection guid="${guid(6)}" startPosition="4" endPosition="12">${coded(1, 7)}<NoteRef targetGUID="${guid(21)}"/></PlainTextSelection>
   ${coded(1, 8)}</TextSource></Sources>
  <Notes><Note guid="${guid(20)}"><PlainTextContent>Bij de code</PlainTextContent></Note><Note guid="${guid(21)}" plainTextPath="internal://${guid(21)}.txt"/><Note guid="${guid(22)}"><PlainTextContent>Bij een begrip</PlainTextContent></Note></Notes>
  <Sets><Set guid="${guid(23)}" name="Mijn stukken"/></Sets></Project>`;
  const { bundle, skipped, unplaced } = read({
    'project.qde': project,
    [`sources/${guid(3)}.txt`]: text,
    [`sources/${guid(21)}.txt`]: 'Bij de passage',
  });

  it('has selections that overlap by the code points behind the mark, with the notes on their codes', () => {
    expect(bundle.annotations).toMatchObject([
      { ranges: [{ exact: 'אין 🧭', start: 0, end: 6 }], note: 'Bij de code' },
      { ranges: [{ exact: '🧭 תרגום.', start: 4, end: 13 }], note: 'Bij de passage' },
    ]);
    expect(bundle.annotations.flatMap(({ codings }) => codings)).toHaveLength(2);
    expect(skipped).toBe(0);
  });

  it('counts what has no place in a dossier: a note on a code, a code of the whole source, a set and a case', () => {
    expect(unplaced).toBe(4);
  });
});

describe('a project of a program that writes a selection for each code', () => {
  const user = (number: number) => `creatingUser="${guid(number)}"`;
  const selection = (number: number, place: string, code: number) =>
    `<PlainTextSelection guid="${guid(number)}" name="" ${place} creationDateTime="2026-05-0${number % 9}T09:00:00Z">${coded(code, number + 100)}</PlainTextSelection>`;
  const codes = ['Voornemen en zienswijze', 'afgeschaft', 'Kosten', 'gunstig', 'ongunstig', 'Doorlooptijd'];
  const [first, second] = ['startPosition="0" endPosition="11"', 'endPosition="25" startPosition="12"'];
  const link = (number: number, name: string, from: number, to: number) =>
    `<Link guid="${guid(number)}" name="${name}" direction="OneWay" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`;
  const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>${codes
    .map((name, place) => `<Code guid="${guid(place + 1)}" name="${name}" isCodable="true"/>`)
    .join(
      '',
    )}</Codes></CodeBook><Sources><TextSource guid="${guid(10)}" name="Brief" plainTextPath="internal://${guid(10)}.txt">
  ${[1, 2, 3, 4].map((code) => selection(20 + code, `${first} ${user(80)}`, code)).join('')}
  ${selection(30, `${first} ${user(81)}`, 1)}
  ${[1, 2, 3, 4, 5, 6, 1].map((code, place) => selection(40 + place, `${second} ${user(80)}`, code)).join('')}
  <PlainTextSelection guid="${guid(50)}" ${second} ${user(80)}>${coded(1, 51)}${coded(3, 52)}</PlainTextSelection>
  </TextSource></Sources><Links>
  ${link(60, 'weerspreekt', 22, 41)}${link(61, 'criticizes', 22, 41)}${link(62, 'supports', 22, 1)}</Links></Project>`;
  const { bundle, unplaced } = read({
    'project.qde': project,
    [`sources/${guid(10)}.txt`]: 'Dat scheelt geld. Of niet, zegt men.',
  });
  const speaker = 'Onbekend';
  const statement = { safeguard: 'voornemen', measure: 'abolished', basis: 'position', speaker } as const;

  it('has one passage for what one person coded at the same words, others for somebody else and for several codes at once', () => {
    expect(bundle.annotations.map(({ codings }) => codings)).toEqual([
      [{ ...statement, impact: 'cost', direction: 'favourable' }],
      [{ safeguard: 'voornemen', basis: 'position', direction: 'unclear', speaker }],
      [
        { ...statement, impact: 'cost', direction: 'unclear' },
        { ...statement, impact: 'duration', direction: 'unclear' },
      ],
      [{ safeguard: 'voornemen', impact: 'cost', basis: 'position', direction: 'unclear', speaker }],
    ]);
  });

  it('leaves who speaks to the issuer that the dossier has for its document', () => {
    const parts = new Map([
      ['project.qde', strToU8(project)],
      [`sources/${guid(10)}.txt`, strToU8('Dat scheelt geld. Of niet, zegt men.')],
    ]);
    const { annotations, documents } = readProject(parts, { ...context, hasIssuer: () => true }).bundle;
    expect(annotations.flatMap(({ codings }) => codings.flatMap((one) => one.speaker ?? []))).toEqual([]);
    expect([...documents, ...bundle.documents].map(({ issuer }) => issuer)).toEqual([undefined, undefined]);
  });

  it('has links of our kinds between passages, and counts the others', () => {
    const [one, , other] = bundle.annotations;
    expect(bundle.links).toMatchObject([{ kind: 'contradicts', from: one?.id, to: other?.id }]);
    expect(unplaced).toBe(2);
  });
});

describe('a project with more codes at the same words than a passage holds', () => {
  it('has all that they say, in several passages at these words', () => {
    const codes = [
      ...Array.from({ length: 7 }, (_, one) => `Regel ${one}`),
      'Kosten',
      'Doorlooptijd',
      'Grondrechten',
    ];
    const actors = ['EHRM', 'ACVZ'];
    const inCode = (name: string, number: number) =>
      `<Code guid="${guid(number)}" name="${name}" isCodable="true"/>`;
    const codings = [...codes, ...actors].map((_, place) => coded(place + 1, place + 100)).join('');
    const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes>${codes.map((name, place) => inCode(name, place + 1)).join('')}
    <Code guid="${guid(90)}" name="Actoren" isCodable="false">${actors.map((name, place) => inCode(name, codes.length + place + 1)).join('')}</Code></Codes></CodeBook>
    <Sources><TextSource guid="${guid(91)}" name="Brief"><PlainTextContent>Het kost geld.</PlainTextContent><PlainTextSelection guid="${guid(92)}" startPosition="0" endPosition="13">${codings}</PlainTextSelection></TextSource></Sources></Project>`;
    const { annotations } = read({ 'project.qde': project }).bundle;
    expect(annotations.map((one) => one.codings.length)).toEqual([40, 2]);
    const said = annotations.flatMap((one) => one.codings.map((coding) => JSON.stringify(coding)));
    expect(new Set(said).size).toBe(7 * 3 * 2);
    expect(new Set(annotations.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a project in UTF-16', () => {
  it('is read by its mark, whatever its declaration says', () => {
    const project = `<?xml version="1.0" encoding="utf-16"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><Sources><TextSource guid="${guid(1)}" name="Één"><PlainTextContent>één twee</PlainTextContent><PlainTextSelection guid="${guid(2)}" startPosition="0" endPosition="3"/></TextSource></Sources></Project>`;
    const bytes = new Uint8Array(
      new Uint16Array([0xfeff, ...[...project].map((one) => one.charCodeAt(0))]).buffer,
    );
    expect(read({ 'Project.QDE': bytes }).bundle.annotations).toMatchObject([{ ranges: [{ exact: 'één' }] }]);
  });
});
