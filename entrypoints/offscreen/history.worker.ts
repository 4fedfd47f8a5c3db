/** Builds the file off the page's thread. Answers with its bytes, or with a text on failure. */
import { historyExport } from '../../utils/export/history-export';
import { historyWorkbook } from '../../utils/export/history-workbook';

self.onmessage = async ({ data }: MessageEvent<unknown>) => {
  try {
    const file = await historyWorkbook(historyExport.parse(data));
    self.postMessage(file, { transfer: [file] });
  } catch (error) {
    self.postMessage(String(error));
  }
};
