import { useEffect, useState } from 'preact/hooks';

/** The time in milliseconds since 1970, anew each minute, for words such as "5 minutes ago". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
