import PDFDocument from 'pdfkit';

/** A PDF with a line of text that only opens with a password, encrypted as programs do today (AES, 256 bits). */
export async function encryptedPdf(text: string, password: string): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: password, pdfVersion: '1.7ext3' });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.text(text);
  pdf.end();
  return whole;
}
