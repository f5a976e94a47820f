import { useId } from 'preact/hooks';
import { Locked } from './locked.tsx';

/** Something that is on or off at once. `label` stands beside it, if there is room; `name` says to a screen reader what it is. */
export function Switch(props: {
  readonly label?: string;
  readonly name: string;
  readonly checked: boolean;
  readonly locked: boolean;
  /** Why it is locked stands elsewhere, once for many. */
  readonly lockTold?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  const tells = props.locked && props.lockTold !== true;
  return (
    <div class="switch">
      <label>
        {props.label !== undefined && <span aria-hidden="true">{props.label}</span>}
        <input
          type="checkbox"
          role="switch"
          aria-label={props.name}
          checked={props.checked}
          disabled={props.locked}
          aria-describedby={tells ? id : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </label>
      {tells && <Locked id={id} />}
    </div>
  );
}
