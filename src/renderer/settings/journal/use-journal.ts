import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Usage } from '#shared/status/usage.ts';
import { JournalReader, type JournalRead } from './journal-reader.ts';

/** The journal; null until it was read once. New lines are read after a customer was opened, and when the window comes back. */
export function useJournal(
  api: Pick<TidegateApi, 'journal'>,
  usage: Usage,
): {
  readonly read: JournalRead | null;
  readonly look: () => Promise<void>;
} {
  const [read, setRead] = useState<JournalRead | null>(null);
  const reader = useMemo(() => new JournalReader(api.journal), [api]);
  const look = async (): Promise<void> => setRead(await reader.readOn());
  useEffect(() => void look(), [usage]);
  useEffect(() => {
    const again = (): void => void look();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
  return { read, look };
}
