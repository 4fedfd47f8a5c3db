import { type JsonObject, objectAt, textAt } from '../json';

const plain = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, '?').replace(/[()\\]/g, '\\$&');

/** A one-page PDF that names the document, its customer and its total. */
export function pdfOf(entity: string, document: JsonObject): string {
  const lines = [
    `${entity} ${textAt(document, 'DocNumber') ?? textAt(document, 'Id') ?? ''}`,
    textAt(objectAt(document, 'CustomerRef'), 'name') ?? '',
    `Date ${textAt(document, 'TxnDate') ?? ''}`,
    `Total ${textAt(document, 'TotalAmt') ?? '0'}`,
  ];
  const text = lines.map((line) => `(${plain(line)}) Tj T*`).join(' ');
  const stream = `BT /F1 14 Tf 18 TL 72 720 Td ${text} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(out.length);
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = out.length;
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}
