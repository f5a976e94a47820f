import type { ComponentChildren, Ref } from 'preact';
import { onKeys, type KeyHandler } from './keyboard.ts';

/** A button. `label` names one that shows only a picture. */
export function Button(props: {
  readonly children: ComponentChildren;
  /** Absent for a button that submits its form. */
  readonly onClick?: () => void;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Does nothing for now, but keeps the keyboard, which a disabled button loses: for one that was just pressed. */
  readonly busy?: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
  /** Whether what it shows and hides is on show; `controls`: the id of that. */
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly describedBy?: string | undefined;
  readonly elementRef?: Ref<HTMLButtonElement>;
  readonly keys?: KeyHandler;
  readonly onBlur?: () => void;
}) {
  const busy = props.busy ?? false;
  return (
    <button
      ref={props.elementRef ?? null}
      class="button"
      data-look={props.look ?? 'plain'}
      type={props.type ?? 'button'}
      disabled={props.disabled ?? false}
      aria-disabled={busy || undefined}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      aria-describedby={props.describedBy}
      onClick={busy ? undefined : props.onClick}
      {...(props.keys && onKeys(props.keys))}
      onBlur={props.onBlur}
    >
      {props.children}
    </button>
  );
}
