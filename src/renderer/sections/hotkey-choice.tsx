import { inPrintedKeys } from '#shared/hotkeys/hotkey-problem.ts';
import type { ProblemKind } from '#shared/problems/problem.ts';
import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { HotkeyRecorder } from './hotkey-recorder.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

const toldBySection: ReadonlySet<ProblemKind> = new Set(['hotkey-taken', 'hotkey-withheld']);

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
      {setting.problem && !toldBySection.has(setting.problem.kind) && (
        <ProblemNotice problem={inPrintedKeys(setting.problem, platform, t)} announce />
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
      {setting.locked && <Locked setting={name} />}
    </>
  );
}
