import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Platform } from '#shared/platform.ts';
import type { AppState } from '../../ui/app-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { inputId } from './ids.ts';
import { MarkedCustomers } from './marked-customers.tsx';
import { markedNames } from '../state/marked-names.ts';
import { mostUnasked } from '../state/marks.ts';

/** What holds from now on: who is marked, and that the finder stays. */
export function MarkBar(props: {
  readonly view: FinderView;
  readonly controller: FinderController;
  readonly customers: AppState['customers'];
  readonly platform: Platform;
}) {
  const { controller, customers, platform } = props;
  const { marks, pinned } = props.view;
  const { t } = useText();
  const keys = (accelerator: string) => <kbd>{formatAccelerator(accelerator, platform, t)}</kbd>;
  return (
    <>
      {marks.length > 0 && (
        <div class="mark-bar" role="group" aria-label={t('marks.label')}>
          <p>{t('marks.count', { count: marks.length })}</p>
          <Button onClick={() => void controller.marked.open()}>
            {t('marks.open')} {keys('CommandOrControl+Return')}
          </Button>
          <Button look="quiet" onClick={() => controller.marked.hunt()}>
            {t('marks.hunt')} {keys('CommandOrControl+Shift+H')}
          </Button>
          <Button look="quiet" onClick={() => void controller.marked.check()}>
            {t('marks.check')}
          </Button>
          <MarkedCustomers
            marked={markedNames(marks, customers, t)}
            most={mostUnasked}
            onUnmark={(tenantId) => {
              controller.marked.unmark(tenantId);
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
        {marks.length > 0 ? t('finder.selected', { count: marks.length }) : ''}{' '}
        {pinned ? t('finder.pinned') : ''}
      </p>
    </>
  );
}
