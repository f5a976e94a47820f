import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { chordOf, type KeyHandler } from './keyboard.ts';
import { useText } from './text.tsx';

/** A button for what cannot be taken back. It asks once more, in its place; Escape keeps everything as it is. */
export function ConfirmButton(props: {
  readonly children: ComponentChildren;
  /** What is asked, which also says what will be gone. */
  readonly question: string;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly look?: 'plain' | 'quiet';
  readonly label?: string;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
}) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const keys: KeyHandler = (press) => {
    if (press.key !== 'Escape' || chordOf(press) !== 'none') return false;
    setAsking(false);
    return true;
  };
  if (!asking) {
    return (
      <Button
        elementRef={ask}
        look={props.look ?? 'plain'}
        disabled={props.disabled ?? false}
        {...(props.label !== undefined && { label: props.label })}
        onClick={() => setAsking(true)}
      >
        {props.children}
      </Button>
    );
  }
  return (
    <div class="confirm" role="group" aria-label={props.question}>
      <p>{props.question}</p>
      <div class="buttons">
        <Button elementRef={keep} onClick={() => setAsking(false)} keys={keys}>
          {t('common.keep')}
        </Button>
        <Button
          look="danger"
          keys={keys}
          onClick={() => {
            setAsking(false);
            props.onConfirm();
          }}
        >
          {props.confirm}
        </Button>
      </div>
    </div>
  );
}
