import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { Fold } from './fold.tsx';
import type { SettingsPlace } from './settings-place.ts';

/** A part of a form under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly about?: string;
  /** The page of the settings that it stands for, where a form is to be entered at it. */
  readonly part?: SettingsPage;
  /** Where somebody who is led to this part arrives. */
  readonly place?: SettingsPlace;
  /** Folded until it is opened: for what few need. A name, under which it is kept that it is open. */
  readonly fold?: string;
  /** Something in it is to be mended: it is open until the user folds it. */
  readonly trouble?: boolean;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  const { fold, place } = props;
  const heading = (
    <h2 id={id} data-place={place} tabIndex={place === undefined ? undefined : -1}>
      {props.title}
    </h2>
  );
  const content = (
    <>
      {props.about !== undefined && <p class="section-about">{props.about}</p>}
      {props.children}
    </>
  );
  return (
    <section class="section" data-part={props.part} aria-labelledby={id}>
      {fold === undefined ? (
        <>
          {heading}
          {content}
        </>
      ) : (
        <Fold name={fold} summary={heading} trouble={props.trouble === true}>
          {content}
        </Fold>
      )}
    </section>
  );
}
