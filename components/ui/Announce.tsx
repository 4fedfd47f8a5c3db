import { useEffect, useRef, useState } from 'react';

const ANNOUNCE_MS_MIN = 5_000;

/** Tells a screen reader how far we are, at most every five seconds, always the newest. */
export function Announce({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text);
  const lastMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, lastMs.current + ANNOUNCE_MS_MIN - Date.now());
    const timer = setTimeout(() => {
      lastMs.current = Date.now();
      setSpoken(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" className="lb-hidden">
      {spoken}
    </div>
  );
}
