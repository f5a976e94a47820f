import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { SettingsPlace } from './settings-place.ts';

/** A part of a form under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly about?: string;
  /** The page of the settings that it stands for, where a form is to be entered at it. */
  readonly part?: SettingsPage;
  /** Where somebody who is led to this part arrives. */
  readonly place?: SettingsPlace;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" data-part={props.part} aria-labelledby={id}>
      <h2 id={id} data-place={props.place} tabIndex={props.place === undefined ? undefined : -1}>
        {props.title}
      </h2>
      {props.about !== undefined && <p class="section-about">{props.about}</p>}
      {props.children}
    </section>
  );
}
