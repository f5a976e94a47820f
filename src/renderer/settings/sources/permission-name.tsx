import { Fragment } from 'preact';

/** A permission's name, which may break after its dots and nowhere else. */
export function PermissionName({ name }: { readonly name: string }) {
  return (
    <code>
      {name.split(/(?<=[._])/).map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
