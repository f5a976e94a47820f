import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon.tsx';
import type { SetupPart } from './asked-part.ts';

/** One way to get customers: a wide button. With children it opens below itself what it needs. */
export function Way(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly about: string;
  readonly part?: SetupPart;
  readonly open?: boolean;
  readonly busy?: boolean;
  readonly onClick: () => void;
  readonly children?: ComponentChildren;
}) {
  const id = useId();
  const opens = props.children !== undefined;
  return (
    <section class="way" data-part={props.part} aria-labelledby={`${id}-title`}>
      <button
        type="button"
        class="way-button"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-about`}
        aria-expanded={opens ? props.open === true : undefined}
        aria-controls={opens && props.open === true ? `${id}-body` : undefined}
        aria-disabled={props.busy === true ? true : undefined}
        onClick={props.busy ? undefined : props.onClick}
      >
        <Icon name={props.icon} />
        <span class="way-text">
          <strong id={`${id}-title`}>{props.title}</strong>
          <span id={`${id}-about`} class="way-about">
            {props.about}
          </span>
        </span>
      </button>
      {opens && props.open === true && (
        <div id={`${id}-body`} class="way-body">
          {props.children}
        </div>
      )}
    </section>
  );
}
