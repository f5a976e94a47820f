import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Help below a field, with a tick once what is written there is right. The colour alone says nothing: the tick does. */
export function Checked(props: { readonly good: boolean; readonly children: ComponentChildren }) {
  return (
    <span class="checked" data-good={props.good || undefined}>
      {props.good && <Icon name="check" />}
      <span>{props.children}</span>
    </span>
  );
}
