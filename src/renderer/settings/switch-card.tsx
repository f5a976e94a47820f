import type { ComponentChildren } from 'preact';
import type { Lock } from '../ui/locked.tsx';
import { Switch } from '../ui/switch.tsx';
import { useText } from '../ui/text.tsx';

/** A card that a setting switches on and off. */
export function SwitchCard(props: {
  readonly title: string;
  readonly about: string;
  /** How it stands now. */
  readonly standing?: string | undefined;
  readonly setting: {
    readonly value: boolean;
    readonly lock: Lock;
    readonly change: (value: boolean) => Promise<unknown>;
  };
  readonly children: ComponentChildren;
}) {
  const { t } = useText();
  const { about, setting, standing, title } = props;
  return (
    <section class="card" aria-label={title}>
      <div class="card-text">
        <h2 class="card-title">{title}</h2>
        <p class="card-detail">{about}</p>
        {standing !== undefined && <p class="card-detail">{standing}</p>}
      </div>
      <Switch
        label={t(setting.value ? 'common.on' : 'common.off')}
        name={title}
        checked={setting.value}
        locked={setting.lock}
        onChange={(wanted) => void setting.change(wanted)}
      />
      {props.children}
    </section>
  );
}
