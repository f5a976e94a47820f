import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A part of a form under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="section-about">{props.about}</p>
      {props.children}
    </section>
  );
}
