import type { Translate } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
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
  const { t } = useText();
  const setting = useSetting(props, name);
  const { platform } = props.state.status;
  return (
    <>
      {setting.problem && setting.problem.kind !== 'hotkey-taken' && (
        <ProblemNotice problem={inWords(setting.problem, platform, t)} announce />
      )}
      <HotkeyRecorder
        record={record}
        takeBack={takeBack}
        platform={platform}
        locked={setting.locked}
        setRecording={(recording) => props.api.run({ kind: 'recordHotkey', recording })}
        choose={setting.change}
        isDefault={setting.value === null}
      />
      {setting.locked && <Locked />}
    </>
  );
}

/** The keys as they are printed. */
function inWords(problem: Problem, platform: Status['platform'], t: Translate): Problem {
  if (problem.kind !== 'hotkey-own' && problem.kind !== 'hotkey-invalid') return problem;
  return { ...problem, values: { hotkey: formatAccelerator(problem.values.hotkey, platform, t) } };
}
