import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import {
  COLUMNS_MAX,
  FILE_BYTES_MAX,
  ROWS_MAX,
  UNPACKED_BYTES_MAX,
} from '../../../utils/export/mappings-book';
import { base64Length, fromBase64, toBase64 } from '../../../utils/export/mappings-bytes';
import { fileText, readReply } from '../../../utils/export/mappings-messages';
import { readWorkbook } from '../../../utils/export/mappings-read';
import { unpackedBytes } from '../../../utils/export/mappings-zip';

async function bytesOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Clients'));
  return Uint8Array.from(new Uint8Array(await book.xlsx.writeBuffer())).buffer;
}

async function textsOf(fill: (sheet: ExcelJS.Worksheet) => void) {
  return readWorkbook(await bytesOf(fill));
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

test('every answer fits what the other context expects', async () => {
  const whole = await bytesOf((sheet) => sheet.addRow(['x']));
  const answers = [
    await readWorkbook(whole),
    await readWorkbook(whole.slice(0, whole.byteLength - 100)),
    await readWorkbook(new ArrayBuffer(1)),
    await readWorkbook(new ArrayBuffer(FILE_BYTES_MAX + 1)),
    await textsOf((sheet) => {
      sheet.getCell(ROWS_MAX + 1, 1).value = 'x';
    }),
  ];
  for (const texts of answers) {
    expect(readReply.parse({ ok: true, texts })).toEqual({ ok: true, texts });
  }
});

describe('reading a workbook', () => {
  test('takes what a person sees, whatever Excel made of it', async () => {
    const read = await textsOf((sheet) => {
      sheet.addRow([1042, true, 'a  b\n c', null, new Date('2026-03-02T00:00:00Z')]);
      sheet.addRow([
        { formula: 'A1', result: 'Visa' },
        { richText: [{ text: 'GST' }, { text: '/QST' }] },
        { text: 'a@b.ca', hyperlink: 'mailto:a@b.ca' },
        { error: '#N/A' },
      ]);
      sheet.getCell('A5').value = 'last';
    });
    expect(read).toEqual({
      ok: true,
      sheets: [
        {
          name: 'Clients',
          rows: [
            { row: 1, cells: ['1042', 'true', 'a b c', '', '2026-03-02T00:00:00.000Z'] },
            { row: 2, cells: ['Visa', 'GST/QST', 'a@b.ca', '#N/A'] },
            { row: 5, cells: ['last'] },
          ],
        },
      ],
    });
  });

  test('looks at so many columns and rows', async () => {
    const read = await textsOf((sheet) => {
      sheet.getCell(1, COLUMNS_MAX).value = 'seen';
      sheet.getCell(1, COLUMNS_MAX + 1).value = 'not seen';
    });
    expect(read.ok && read.sheets[0]?.rows[0]?.cells.filter(Boolean)).toEqual(['seen']);
    const atLimit = await textsOf((sheet) => {
      sheet.getCell(ROWS_MAX, 1).value = 'x';
      sheet.getCell(ROWS_MAX + 1, 2).numFmt = '@';
    });
    expect(atLimit.ok && atLimit.sheets[0]?.rows[0]?.row).toBe(ROWS_MAX);
    const beyond = await textsOf((sheet) => {
      sheet.getCell(ROWS_MAX + 1, 1).value = 'x';
    });
    expect(beyond).toEqual({ ok: false, why: 'tooManyRows', sheet: 'Clients' });
  });

  test('refuses another kind of file, an old workbook, and a damaged one', async () => {
    const text = new TextEncoder().encode('Client ID,Name\r\nA-1,Acme Ltd\r\n');
    expect(await readWorkbook(bufferOf(text))).toEqual({ ok: false, why: 'notExcel' });
    const old = new Uint8Array(512);
    old.set([0xd0, 0xcf, 0x11, 0xe0]);
    expect(await readWorkbook(bufferOf(old))).toEqual({ ok: false, why: 'notExcel' });
    expect(await readWorkbook(zipOf('hello.txt', 5))).toEqual({ ok: false, why: 'notExcel' });
    const whole = await bytesOf((sheet) => sheet.addRow(['x']));
    expect(await readWorkbook(whole.slice(0, whole.byteLength - 100))).toMatchObject({
      ok: false,
      why: 'damaged',
    });
    const holed = new Uint8Array(whole.slice(0));
    holed.fill(0, 60, 400);
    expect(await readWorkbook(bufferOf(holed))).toMatchObject({ ok: false, why: 'damaged' });
  });

  test('refuses a file beyond the limit, packed or unpacked', async () => {
    const atLimit = await readWorkbook(new ArrayBuffer(FILE_BYTES_MAX));
    expect(atLimit).toEqual({ ok: false, why: 'notExcel' });
    const beyond = await readWorkbook(new ArrayBuffer(FILE_BYTES_MAX + 1));
    expect(beyond).toEqual({ ok: false, why: 'tooBig' });
    const fits = zipOf('bomb', 3, UNPACKED_BYTES_MAX);
    expect(unpackedBytes(fits)).toBe(UNPACKED_BYTES_MAX);
    expect(await readWorkbook(fits)).not.toMatchObject({ why: 'tooBig' });
    const bomb = zipOf('bomb', 3, UNPACKED_BYTES_MAX + 1);
    expect(await readWorkbook(bomb)).toEqual({ ok: false, why: 'tooBig' });
  });
});

test('bytes survive the way as text, and the message takes the largest file and no larger', () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => at % 256);
  const text = toBase64(bytes.buffer);
  expect(new Uint8Array(fromBase64(text))).toEqual(bytes);
  expect(text).toHaveLength(base64Length(bytes.length));
  expect(fileText.safeParse('x'.repeat(base64Length(FILE_BYTES_MAX))).success).toBe(true);
  expect(fileText.safeParse('x'.repeat(base64Length(FILE_BYTES_MAX) + 1)).success).toBe(false);
});

/** A zip file of one entry (PKWARE APPNOTE 4.3), which may lie about its size. */
function zipOf(name: string, length: number, says = length): ArrayBuffer {
  const packed = deflateRawSync(Buffer.alloc(length, 'a'));
  const title = Buffer.from(name);
  const sizes = (at: number, header: Buffer) => {
    header.writeUInt16LE(8, at - 10);
    header.writeUInt32LE(packed.length, at);
    header.writeUInt32LE(says, at + 4);
    header.writeUInt16LE(title.length, at + 8);
    return header;
  };
  const local = sizes(18, Buffer.alloc(30));
  local.writeUInt32LE(0x04034b50, 0);
  const entry = sizes(20, Buffer.alloc(46));
  entry.writeUInt32LE(0x02014b50, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return bufferOf(Buffer.concat([local, title, packed, entry, title, end]));
}
