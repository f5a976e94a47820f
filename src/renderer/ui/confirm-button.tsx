import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setAsking(false);
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
        <Button elementRef={keep} onClick={() => setAsking(false)} onKeyDown={onKeyDown}>
          {t('common.keep')}
        </Button>
        <Button
          look="danger"
          onKeyDown={onKeyDown}
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
