import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { HotkeyRecorder } from './hotkey-recorder.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

/** The way to another hotkey, whichever setting keeps it. That one is taken is told by its section, from the status. */
export function HotkeyChoice({
  name,
  record,
  takeBack,
  ...props
}: SectionProps & {
  readonly name: 'hotkey' | 'clipboardHotkey';
  readonly record: string;
  readonly takeBack: string;
}) {
  const setting = useSetting(props, name);
  return (
    <>
      {setting.problem && setting.problem.kind !== 'hotkey-taken' && (
        <ProblemNotice problem={setting.problem} announce />
      )}
      <HotkeyRecorder
        record={record}
        takeBack={takeBack}
        platform={props.state.status.platform}
        locked={setting.locked}
        setRecording={(recording) => props.api.run({ kind: 'recordHotkey', recording })}
        choose={setting.change}
        isDefault={setting.value === null}
      />
      {setting.locked && <Locked />}
    </>
  );
}
