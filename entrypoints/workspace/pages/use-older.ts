import { useRef, useState } from 'react';

/** When older ones are asked for, so many times as much comes. */
const MORE = 10;

/** How far back the history of a run, or of all, is shown. `Page`: what the worker answers with. */
export function useOlder<Page>(runId: string | null, atFirst: number) {
  const [asked, setAsked] = useState({ runId, newest: atFirst });
  const newest = asked.runId === runId ? asked.newest : atFirst;
  const last = useRef<{ readonly runId: string | null; readonly page: Page } | null>(null);
  return {
    newest,
    load: () => setAsked({ runId, newest: newest * MORE }),
    /** What was shown stays until what is older has come. */
    meanwhile(page: Page | null): Page | null {
      if (page) last.current = { runId, page };
      return last.current?.runId === runId ? last.current.page : null;
    },
  };
}
