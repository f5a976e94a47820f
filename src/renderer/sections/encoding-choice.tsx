import { listEncodings, type ListEncoding } from '#shared/imports/list-encoding.ts';
import { Field } from '../ui/field.tsx';
import type { Lock } from '../ui/locked.tsx';
import { useText } from '../ui/text.tsx';

/** How the letters of a list are written. `found`: the word for leaving that to Tidegate, where that can be chosen. */
export function EncodingChoice(props: {
  readonly label: string;
  readonly help?: string;
  readonly found?: string;
  readonly value: ListEncoding | null;
  readonly locked?: Lock;
  readonly busy?: boolean;
  readonly change: (encoding: ListEncoding | null) => void;
}) {
  const { t } = useText();
  const { found, help, locked = false } = props;
  return (
    <Field label={props.label} locked={locked} {...(help !== undefined && { help })}>
      {(control) => (
        <select
          {...control}
          disabled={locked !== false || props.busy === true}
          value={props.value ?? ''}
          onChange={({ currentTarget: { value } }) =>
            props.change(listEncodings.find((encoding) => encoding === value) ?? null)
          }
        >
          {found !== undefined && <option value="">{found}</option>}
          {listEncodings.map((encoding) => (
            <option key={encoding} value={encoding}>
              {t(`encoding.${encoding}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
