import { useCallback, useState } from 'react';
import type { LookedFile } from '../../../components/settings/looked-file';
import type { MappingsFileProps } from '../../../components/settings/MappingsFile';
import type { Asking } from '../../../components/ui/use-ask';
import { FILE_BYTES_MAX } from '../../../utils/export/mappings-book';
import { toBase64 } from '../../../utils/export/mappings-bytes';
import type { RequestName } from '../../../utils/messages/requests';
import type { Locale } from '../../../utils/wording/locale';
import { phrase } from '../../../utils/wording/phrase';

const DOING: Partial<Record<RequestName, MappingsFileProps['doing']>> = {
  'mappings.export': 'saving',
  'mappings.look': 'looking',
  'mappings.apply': 'storing',
};

/** The mappings file of the settings: what was asked of the worker, and what came of it. */
export function useMappingsFile(asking: Asking, locale: Locale): Omit<MappingsFileProps, 'paired'> {
  const { send, busy } = asking;
  const [saved, setSaved] = useState<string | null>(null);
  const [stored, setStored] = useState<number | null>(null);
  // What was refused is said where it was asked for.
  const [refused, setRefused] = useState(false);
  const [looked, setLooked] = useState<(LookedFile & { file: string }) | null>(null);

  const begin = useCallback(() => {
    setLooked(null);
    setSaved(null);
    setStored(null);
    setRefused(false);
  }, []);

  const download = useCallback(async () => {
    begin();
    const outcome = await send('mappings.export', { locale });
    if (outcome.ok) setSaved(outcome.value.fileName);
    else setRefused(true);
  }, [send, locale, begin]);

  const choose = useCallback(
    async (chosen: File) => {
      begin();
      if (chosen.size > FILE_BYTES_MAX) {
        const problem = phrase('file.tooBig', { megabytes: FILE_BYTES_MAX / 1_000_000 });
        const look = { problems: [problem], problemCount: 1, changes: [], seal: 'too big' };
        setLooked({ fileName: chosen.name, file: '', look });
        return;
      }
      const file = toBase64(await chosen.arrayBuffer());
      const outcome = await send('mappings.look', { locale, file });
      if (outcome.ok) setLooked({ fileName: chosen.name, file, look: outcome.value });
      else setRefused(true);
    },
    [send, locale, begin],
  );

  const store = useCallback(async () => {
    if (!looked) return;
    const { file, look } = looked;
    const outcome = await send('mappings.apply', { locale, file, seal: look.seal });
    begin();
    if (outcome.ok) setStored(look.changes.length);
    else setRefused(true);
  }, [send, locale, looked, begin]);

  return {
    doing: (busy === null ? undefined : DOING[busy]) ?? 'nothing',
    saved,
    stored,
    looked,
    trouble: refused ? asking.trouble : null,
    onDismiss: asking.dismiss,
    onDownload: () => void download(),
    onChoose: (file) => void choose(file),
    onStore: () => void store(),
    onForget: () => setLooked(null),
  };
}
