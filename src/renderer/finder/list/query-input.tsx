import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { chordOf, onKeys, type HeardPress } from '../../ui/keyboard.ts';
import { useText } from '../../ui/text.tsx';
import type { Completion } from '../results/completions.ts';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { actionOf, selectionActionOf, subjectOf } from '../state/actions.ts';
import { inputId, listId, optionId } from './ids.ts';
import { listKeyOf } from './list-keys.ts';
import { motionOf } from '../state/motion.ts';
import { oneLine, pastedQuery } from '../results/link-rows.ts';
import { rowKey } from '../results/row.ts';

/** The combobox: what is typed, and every key that acts on the list below it. */
export function QueryInput(props: {
  readonly controller: FinderController;
  readonly view: FinderView;
  readonly completions: readonly Completion[];
}) {
  const { controller, view } = props;
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    input.current?.focus();
    if (view.fresh) input.current?.select();
  }, [view.showing]);
  useLayoutEffect(() => {
    if (view.retype > 0) input.current?.select();
  }, [view.retype]);

  const pressed = (press: HeardPress): boolean => {
    if (press.key === '?' && view.query === '') {
      controller.showKeys();
      return true;
    }
    controller.number(isCommandKey(press) && chordOf(press) === 'command');
    if (isTyped(press) && controller.typeAhead(press.key)) return true;
    const motion = motionOf(press);
    if (motion === undefined) return actsAtOnce(press) || actsOnList(press);
    controller.move(motion);
    return true;
  };
  /** False where the key keeps its usual meaning. */
  const actsOnList = (press: HeardPress): boolean => {
    // Right that is held moves the caret to the end of the text, and no further.
    const key = listKeyOf(press, isAtEnd(input.current) && !press.repeat);
    switch (key?.kind) {
      case undefined:
        return false;
      case 'nth':
        void controller.openNth(key.nth);
        return true;
      case 'select':
        controller.toggleSelected();
        return true;
      case 'actions':
        controller.showActions();
        return true;
      case 'open':
        void controller.open(key.pin);
        return true;
      case 'escape':
        controller.escape();
        return true;
      case 'pages':
        return completes() || controller.showPages();
      case 'clear':
        controller.clearQuery();
        return true;
    }
  };
  /** Completes a tag or a filter that has been begun. */
  const completes = (): boolean => {
    const [first] = props.completions;
    if (first === undefined) return false;
    controller.type(first.query);
    return true;
  };
  /** An action by its own key, for whom is highlighted. */
  const actsAtOnce = (press: HeardPress): boolean => {
    const forAll = selectionActionOf(press);
    if (forAll !== undefined && view.selection.length > 0) {
      void controller.selection.performForAll(forAll.what);
      return true;
    }
    const action = actionOf(press);
    const row = controller.highlightedCustomerRow();
    if (action === undefined || row === undefined) return false;
    const { customer } = row;
    const subject = subjectOf(customer, controller.pageIdOf(row), view.selection);
    if (action.when?.(subject) === false) return false;
    void controller.perform(action.effect(subject), customer);
    return true;
  };
  const released = (press: HeardPress): void => {
    if (isCommandKey(press)) controller.number(false);
  };

  // An input has one line, and would tear apart what a mail has in several: the query keeps them.
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { selectionEnd, selectionStart, value = '' } = input.current ?? {};
    const whole = `${value.slice(0, selectionStart ?? 0)}${text}${value.slice(selectionEnd ?? 0)}`;
    if (controller.paste(whole)) event.preventDefault();
    if (event.defaultPrevented || !/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    controller.type(pastedQuery(whole));
  };

  const highlighted = view.rows[view.highlighted];
  const isOpen = view.rows.length > 0;
  return (
    <div class="query">
      <Icon name="search" />
      <input
        ref={input}
        id={inputId}
        type="text"
        role="combobox"
        aria-label={t(view.link === null ? 'finder.label' : 'finder.link.whose')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={highlighted && optionId(rowKey(highlighted))}
        aria-busy={view.opening !== null}
        placeholder={t(view.link === null ? 'finder.placeholder' : 'finder.link.whose')}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        readOnly={view.opening !== null}
        value={oneLine(view.query)}
        onInput={(event) => controller.type(event.currentTarget.value)}
        onPaste={onPaste}
        {...onKeys(pressed, released)}
        onBlur={() => controller.number(false)}
      />
    </div>
  );
}

/** A letter, or what takes the last one away. */
function isTyped(press: HeardPress): boolean {
  if (press.key === 'Backspace') return chordOf(press) === 'none';
  const mayType = press.altGraph || chordOf(press) === 'none' || chordOf(press) === 'shift';
  return [...press.key].length === 1 && mayType;
}

/** Nothing is selected, and nothing stands behind the caret. */
function isAtEnd(input: HTMLInputElement | null): boolean {
  return input !== null && input.selectionStart === input.value.length;
}

function isCommandKey({ key }: HeardPress): boolean {
  return key === 'Control' || key === 'Meta';
}
