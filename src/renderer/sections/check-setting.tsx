import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Settings } from '#shared/settings/settings.ts';
import { Locked } from '../ui/locked.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { SectionProps } from './section-props.ts';
import { useSetting } from './use-setting.ts';

type SwitchName = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

/** A setting that is on or off. `help` says what that means; children say what stands in its way. */
export function CheckSetting({
  name,
  label,
  help,
  children,
  ...props
}: SectionProps & {
  readonly name: SwitchName;
  readonly label: string;
  readonly help: string;
  readonly children?: ComponentChildren;
}) {
  const helpId = useId();
  const setting = useSetting(props, name);
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={setting.value}
          disabled={setting.locked}
          aria-describedby={setting.locked ? `${helpId} ${helpId}-locked` : helpId}
          onChange={(event) => void setting.change(event.currentTarget.checked)}
        />
        {label}
      </label>
      <p id={helpId} class="field-help">
        {help}
      </p>
      {setting.locked && <Locked id={`${helpId}-locked`} setting={name} />}
      {children}
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </div>
  );
}
