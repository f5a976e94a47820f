import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Button } from './button.tsx';
import { isSaveKey, onKeys } from './keyboard.ts';

const FormContext = createContext({ ready: true, busy: false });

/** A form. Its button, Enter and Ctrl+S all submit it, and none of them does while it is busy or not ready. */
export function Form(props: {
  readonly submit: () => unknown;
  /** Whether what is written can be submitted at all. */
  readonly ready?: boolean;
  /** Main still does what was submitted last. */
  readonly busy?: boolean;
  readonly class?: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}) {
  const { busy = false, ready = true } = props;
  const submit = (): void => {
    if (ready && !busy) props.submit();
  };
  const keys = onKeys((press) => {
    if (!isSaveKey(press)) return false;
    submit();
    return true;
  });
  return (
    <form
      class={props.class ?? 'part'}
      aria-label={props.label}
      noValidate
      {...keys}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormContext.Provider value={{ ready, busy }}>{props.children}</FormContext.Provider>
    </form>
  );
}

/** The button that submits the form around it. */
export function SubmitButton(props: {
  readonly look?: 'primary' | 'plain';
  readonly children: ComponentChildren;
}) {
  const { busy, ready } = useContext(FormContext);
  return (
    <Button type="submit" look={props.look ?? 'plain'} disabled={!ready} busy={busy}>
      {props.children}
    </Button>
  );
}
