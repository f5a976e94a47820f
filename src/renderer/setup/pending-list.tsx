import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { chordOf, onKeys } from '../ui/keyboard.ts';
import { useText } from '../ui/text.tsx';

/** Asks what becomes of a list that was pasted and not added. Escape goes back to the form. */
export function PendingList(props: {
  readonly add: () => void;
  readonly without: () => void;
  readonly back: () => void;
}) {
  const { t } = useText();
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => add.current?.focus(), []);
  const keys = onKeys((press) => {
    if (press.key !== 'Escape' || chordOf(press) !== 'none') return false;
    props.back();
    return true;
  });
  return (
    <div class="finish-line" role="alertdialog" aria-labelledby="pending-list" {...keys}>
      <p id="pending-list">
        <strong>{t('setup.pending.title')}</strong> {t('setup.pending.text')}
      </p>
      <div class="buttons">
        <Button onClick={props.without}>{t('setup.pending.without')}</Button>
        <Button elementRef={add} look="primary" onClick={props.add}>
          {t('setup.pending.add')}
        </Button>
      </div>
    </div>
  );
}
