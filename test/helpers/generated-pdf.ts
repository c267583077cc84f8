/** A plain report as a PDF: pages of text, each line with its own numbers, so that no two are alike. */
export function generatedPdf(pages: number): Buffer {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, page) => `${4 + 2 * page} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (let page = 1; page <= pages; page += 1) {
    const content = contentOf(page);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${4 + 2 * page - 1} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  return withCrossReferences(objects);
}

const linesEach = 45;

function contentOf(page: number): string {
  const lines = Array.from({ length: linesEach }, (_, line) => {
    const number = page * linesEach + line;
    return `(Overweging ${number} noemt ${number * 7919} zaken, waarvan ${number % 83} procent met een voornemen.) Tj T*`;
  });
  return `BT /F1 10 Tf 16 TL 60 780 Td ${lines.join('\n')} ET`;
}

function withCrossReferences(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Root 1 0 R/Size ${size}>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
