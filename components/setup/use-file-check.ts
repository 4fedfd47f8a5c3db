import { useCallback, useRef, useState } from 'react';
import { BackupUnreadable, readBackup } from '../../utils/backup/read';
import { troubleOf } from '../ui/trouble';
import type { FileCheck } from './CheckedBackup';

/** Opens a file that the user chose and checks it here, in the page; the last choice counts. */
export function useFileCheck(): readonly [FileCheck, (file: File) => void] {
  const [check, setCheck] = useState<FileCheck>({ state: 'none' });
  const turn = useRef(0);
  const choose = useCallback(async (file: File) => {
    turn.current += 1;
    const mine = turn.current;
    setCheck({ state: 'checking' });
    const result = await checked(file);
    if (mine === turn.current) setCheck(result);
  }, []);
  return [check, choose];
}

async function checked(file: File): Promise<FileCheck> {
  try {
    return { state: 'whole', fileName: file.name, contents: await readBackup(file) };
  } catch (error) {
    const trouble =
      error instanceof BackupUnreadable
        ? { what: error.what, technical: error.technical }
        : troubleOf(error);
    return { state: 'refused', trouble };
  }
}
