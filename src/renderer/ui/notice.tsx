import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
};

/** A bar with something to know. With `announce` a screen reader is interrupted by it. */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly announce?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="notice" data-tone={props.tone} role={props.announce ? 'alert' : undefined}>
      <Icon name={icons[props.tone]} />
      <div class="notice-text">{props.children}</div>
    </div>
  );
}
