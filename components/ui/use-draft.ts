import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const KEY = 'draft.description';

/**
 * A description that is being typed. Kept in memory of the browser (`storage.session`), because the
 * page of TPS or QuickBooks may rebuild itself and load our frame anew in the middle of a word.
 */
export function useDraft(): { draft: string; setDraft: (text: string) => void } {
  const [draft, setText] = useState('');
  useEffect(() => {
    let gone = false;
    void browser.storage.session.get(KEY).then(({ [KEY]: kept }) => {
      // What was typed since the page was drawn is newer than what was kept.
      if (!gone && typeof kept === 'string') setText((typed) => typed || kept);
    });
    return () => {
      gone = true;
    };
  }, []);
  const setDraft = useCallback((text: string) => {
    setText(text);
    void browser.storage.session.set({ [KEY]: text });
  }, []);
  return { draft, setDraft };
}
