import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { SettingsPage } from '../../shared/settings-page.ts';

/** A part of a form under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly about: string;
  /** The page of the settings that it stands for, where a form is to be entered at it. */
  readonly part?: SettingsPage;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" data-part={props.part} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="section-about">{props.about}</p>
      {props.children}
    </section>
  );
}
