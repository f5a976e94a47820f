import { useRef } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { useCommand } from '../ui/use-command.ts';
import { useKept } from '../ui/use-kept.ts';
import { leftToMend } from './left-to-mend.ts';

/** A list that is being pasted: its text, and the way to add what it names. */
export type ImportText = ReturnType<typeof useImportText>;

export function useImportText(api: TidegateApi) {
  const [text, setText] = useKept('import.text');
  const command = useCommand(api);
  const box = useRef<HTMLTextAreaElement>(null);
  /** True when nothing of the text is left to mend. */
  const add = async (): Promise<boolean> => {
    const outcome = await command.run({ kind: 'importText', text });
    // What was refused stays, to be mended; unless the user has gone on writing meanwhile.
    if (!outcome.ok || outcome.value.kind !== 'imported') return false;
    const left = leftToMend(text, outcome.value.report);
    setText((now) => (now === text ? left : now));
    return left === '';
  };
  return { text, setText, command, box, add, isPending: text.trim() !== '' };
}
