import { Icon, type IconName } from './icon.tsx';

export type StateTone = 'success' | 'warning' | 'danger' | 'busy' | 'neutral';

const icons: Readonly<Record<StateTone, IconName>> = {
  success: 'check',
  warning: 'warning',
  danger: 'warning',
  busy: 'sync',
  neutral: 'dash',
};

/** How something stands, in a word or two; the picture and the colour only repeat it. */
export function StateBadge(props: { readonly tone: StateTone; readonly children: string }) {
  return (
    <span class="state" data-tone={props.tone}>
      <Icon name={icons[props.tone]} />
      {props.children}
    </span>
  );
}
