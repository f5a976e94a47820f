import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Platform } from '#shared/platform.ts';
import type { AppState } from '../../ui/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { inputId } from './ids.ts';
import { SelectedCustomers } from './selected-customers.tsx';
import { selectedNames } from '../state/selected-names.ts';
import { mostUnasked } from '../state/selection.ts';

/** What holds from now on: who is selected, and that the finder stays. */
export function SelectionBar(props: {
  readonly view: FinderView;
  readonly controller: FinderController;
  readonly customers: AppState['customers'];
  readonly platform: Platform;
}) {
  const { controller, customers, platform } = props;
  const { selection, pinned } = props.view;
  const { t } = useText();
  const keys = (accelerator: string) => <kbd>{formatAccelerator(accelerator, platform, t)}</kbd>;
  return (
    <>
      {selection.length > 0 && (
        <div class="selection-bar" role="group" aria-label={t('selection.label')}>
          <p>{t('selection.count', { count: selection.length })}</p>
          <Button onClick={() => void controller.selection.open()}>
            {t('selection.open')} {keys('CommandOrControl+Return')}
          </Button>
          <Button look="quiet" onClick={() => controller.selection.hunt()}>
            {t('selection.hunt')} {keys('CommandOrControl+Shift+H')}
          </Button>
          <Button look="quiet" onClick={() => void controller.selection.check()}>
            {t('selection.check')}
          </Button>
          <SelectedCustomers
            selected={selectedNames(selection, customers, t)}
            most={mostUnasked}
            onDeselect={(tenantId) => {
              controller.selection.deselect(tenantId);
              // The keyboard belongs to what is typed.
              document.getElementById(inputId)?.focus();
            }}
          />
        </div>
      )}
      {pinned && (
        <p class="pinned" aria-hidden="true">
          <Icon name="lock" /> {t('finder.pinned')}
        </p>
      )}
      <p class="unseen" role="status">
        {selection.length > 0 ? t('finder.selected', { count: selection.length }) : ''}{' '}
        {pinned ? t('finder.pinned') : ''}
      </p>
    </>
  );
}
