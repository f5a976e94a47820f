import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TidegateApi } from '../../shared/channels.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.tsx';
import type { FinderController, FinderView } from './finder-controller.ts';
import { inputId, listId, optionId } from './ids.ts';
import { motionOf } from './motion.ts';
import { pastedQuery } from './link-rows.ts';
import { rowKey } from './row-target.ts';

/** The combobox: what is typed, and every key that acts on the list below it. */
export function QueryInput(props: {
  readonly api: TidegateApi;
  readonly controller: FinderController;
  readonly view: FinderView;
}) {
  const { api, controller, view } = props;
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    const takeKeyboard = (): void => {
      input.current?.focus();
      input.current?.select();
    };
    takeKeyboard();
    return api.onFinderShown(takeKeyboard);
  }, [api]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // While letters are being composed, Enter and the arrows belong to the input method.
    if (event.isComposing) return;
    const motion = motionOf(event);
    if (motion !== undefined) controller.move(motion);
    else if (event.key === 'Enter') void controller.open();
    else if (event.key === 'Escape') controller.hide();
    else if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) controller.showDetails();
    else return;
    event.preventDefault();
  };

  // An input has one line: of a mail that is pasted it keeps the link, which its line breaks would tear apart.
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    controller.type(pastedQuery(text));
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
        aria-label={t('finder.label')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={highlighted && optionId(rowKey(highlighted))}
        aria-busy={view.opening !== null}
        placeholder={t('finder.placeholder')}
        autocomplete="off"
        autocorrect="off"
        autocapitalize="off"
        spellcheck={false}
        readOnly={view.opening !== null}
        value={view.query}
        onInput={(event) => controller.type(event.currentTarget.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
