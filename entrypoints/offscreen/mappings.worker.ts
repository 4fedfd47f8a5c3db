/** Builds or reads a mappings file off the page's thread. A text is the answer on failure. */
import { mappingsBook } from '../../utils/export/mappings-book';
import { readWorkbook } from '../../utils/export/mappings-read';
import { mappingsWorkbook } from '../../utils/export/mappings-workbook';

self.onmessage = async ({ data }: MessageEvent<unknown>) => {
  try {
    if (data instanceof ArrayBuffer) {
      self.postMessage(await readWorkbook(data));
      return;
    }
    const file = await mappingsWorkbook(mappingsBook.parse(data));
    self.postMessage(file, { transfer: [file] });
  } catch (error) {
    self.postMessage(String(error));
  }
};
