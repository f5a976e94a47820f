import { Fragment, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { chordOf, onKeys, type HeardPress } from '../../ui/keyboard.ts';
import { useText } from '../../ui/text.tsx';
import { move, motionOf } from '../state/motion.ts';
import { shortened } from '../results/shortened.ts';
import { usePointerMoved } from '../list/use-pointer-moved.ts';
import { detailAt, filtered, indexIn, type Choice } from './choices.ts';

/** A short list to choose from by typing: a combobox over a listbox, like the finder itself. */
export function ChoicePanel(props: {
  /** Whom or what it is about: stands above the input. */
  readonly header: ComponentChildren;
  /** Names the input and the list. */
  readonly label: string;
  readonly choices: readonly Choice[];
  /** What was just done or not done, in words. */
  readonly told: string | null;
  readonly onChoose: (id: string, pin: boolean) => void;
  readonly onBack: () => void;
}) {
  const { choices, label, onBack } = props;
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const shown = filtered(choices, query);
  const index = indexIn(shown, at);
  const current = shown[index];
  const hasMoved = usePointerMoved(0, query, index);
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);

  const choose = (choice: Choice | undefined, pin: boolean): void => {
    if (choice !== undefined && choice.obstacle === undefined) props.onChoose(choice.id, pin);
  };
  const isBack = (press: HeardPress): boolean => {
    const chord = chordOf(press);
    if (press.key === 'Tab') return chord === 'shift';
    const { selectionStart, selectionEnd } = input.current ?? {};
    const atStart = selectionStart === 0 && selectionEnd === 0;
    // Left that is held moves the caret to the beginning of the text, and no further.
    const isLeft = press.key === 'ArrowLeft' && atStart && !press.repeat;
    return (press.key === 'Escape' || isLeft) && chord === 'none';
  };
  const keys = onKeys((press) => {
    const motion = motionOf(press);
    const chord = chordOf(press);
    if (motion !== undefined) setAt(shown[move(motion, index, shown.length)]?.id ?? null);
    else if (press.key === 'Enter' && (chord === 'none' || chord === 'shift'))
      choose(current, chord === 'shift');
    else if (isBack(press)) onBack();
    else return false;
    return true;
  });
  const optionId = (id: string): string => `choice-${id}`;

  return (
    <>
      <div class="choices-header">
        <Button look="quiet" label={t('finder.back')} onClick={onBack}>
          ←
        </Button>
        {props.header}
      </div>
      <div class="query choices-query">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={shown.length > 0}
          aria-controls={shown.length > 0 ? 'choices' : undefined}
          aria-activedescendant={current && optionId(current.id)}
          placeholder={label}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(null);
          }}
          {...keys}
        />
      </div>
      {shown.length > 0 ? (
        <div
          class="choices-list"
          id="choices"
          ref={list}
          role="listbox"
          aria-label={label}
          // The keyboard stays in the input.
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown.map((choice, place) => (
            <div
              key={choice.id}
              class="choice"
              id={optionId(choice.id)}
              role="option"
              aria-selected={place === index}
              aria-disabled={choice.obstacle !== undefined}
              data-choice={choice.id}
              onPointerMove={(event) => {
                if (hasMoved(event)) setAt(choice.id);
              }}
              onClick={() => choose(choice, false)}
            >
              <span class="choice-label">{choice.label}</span>{' '}
              {detailAt(shown, place) !== undefined && (
                <span class="choice-detail">{detailAt(shown, place)}</span>
              )}{' '}
              {choice.keys !== undefined && (
                <span class="choice-keys">
                  {choice.keys.map((chord) => (
                    <Fragment key={chord}>
                      <kbd>{chord}</kbd>{' '}
                    </Fragment>
                  ))}
                </span>
              )}
            </div>
          ))}
        </div>
      ) : (
        <p class="choices-none">{t('finder.choices.none', { query: shortened(query) })}</p>
      )}
      <p class="choices-told" role="status">
        {props.told}
      </p>
      <p class="unseen" role="status">
        {query === '' ? '' : t('finder.choices.count', { count: shown.length })}
      </p>
    </>
  );
}
