import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { chordOf, onKeys } from '../../ui/keyboard.ts';

/** Something to be answered before anything is done. The keyboard is on the answer that does nothing; so is Escape. */
export function AskPanel(props: {
  /** Holds an element with the id `ask-title`. */
  readonly header: ComponentChildren;
  readonly children: ComponentChildren;
  /** To be looked through; not read out with the question. */
  readonly list?: ComponentChildren;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const no = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => no.current?.focus(), []);
  const keys = onKeys((press) => {
    if (press.key !== 'Escape' || chordOf(press) !== 'none') return false;
    props.onNo();
    return true;
  });
  return (
    <section
      class="ask"
      // A click beside the answers must not take the keyboard away from them, and Escape with it.
      tabIndex={-1}
      role="alertdialog"
      aria-labelledby="ask-title"
      aria-describedby="ask-text"
      {...keys}
    >
      {props.header}
      <div class="ask-text" id="ask-text">
        {props.children}
      </div>
      {props.list}
      <div class="buttons">
        <Button elementRef={no} onClick={props.onNo}>
          {props.no}
        </Button>
        <Button look="primary" onClick={props.onYes}>
          {props.yes}
        </Button>
      </div>
    </section>
  );
}
