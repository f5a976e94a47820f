import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { GuardedSetting, Settings } from '#shared/settings/settings.ts';
import { useKept } from '../ui/use-kept.ts';
import type { SectionProps } from './section-props.ts';
import { useSetting, type Changed } from './use-setting.ts';

/**
 * A setting that is written in a text field. What is typed becomes the setting when the field is left or `keep` is
 * called; a text that cannot be one stays in the field with the reason, also when the window is closed and opened
 * again. `keep` tells whether the field is in order.
 */
export function useDraft<Name extends Exclude<keyof Settings, GuardedSetting>>(
  props: SectionProps,
  name: Name,
  form: {
    readonly show: (value: Settings[Name]) => string;
    readonly read: (text: string) => Result<Settings[Name] & Changed<Name>, Problem>;
    /** Whether nothing that is typed after this text can still make it right: then it is said at once. */
    readonly isHopeless?: (text: string) => boolean;
  },
) {
  const setting = useSetting(props, name);
  const [unfinished, setUnfinished] = useKept(`draft.${name}`);
  const [text, setText] = useState(() => unfinished || form.show(setting.value));
  const [problem, setProblem] = useState<Problem | undefined>();
  // A value that changes elsewhere is shown, unless something else is being written here.
  const [kept, setKept] = useState(setting.value);
  useEffect(() => {
    // What is typed before this effect has run is newer than what this render knew.
    setText((now) => (now === form.show(kept) ? form.show(setting.value) : now));
    setKept(setting.value);
  }, [setting.value]);

  const keep = async (): Promise<boolean> => {
    const read = form.read(text);
    setProblem(read.ok ? undefined : read.error);
    if (!read.ok) return false;
    setText(form.show(read.value));
    setUnfinished('');
    return setting.locked || read.value === setting.value || (await setting.change(read.value));
  };
  const reading = form.read(text);
  const typed = form.isHopeless?.(text) === true && !reading.ok ? reading.error : undefined;
  return {
    lock: setting.lock,
    problem: problem ?? typed ?? setting.problem,
    keep,
    /** Something is written, and it can be kept. */
    isGood: text.trim() !== '' && reading.ok,
    input: {
      type: 'text' as const,
      autocomplete: 'off' as const,
      spellcheck: false,
      value: text,
      onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
        setText(event.currentTarget.value);
        setUnfinished(event.currentTarget.value);
        // Now, not when the field is left for a button: what moves under the pointer is not clicked.
        setProblem(undefined);
      },
      onChange: () => void keep(),
    },
  };
}
