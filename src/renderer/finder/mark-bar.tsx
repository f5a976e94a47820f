import { formatAccelerator } from '../../shared/key-label.ts';
import type { Status } from '../../shared/status.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.tsx';
import type { FinderController, FinderView } from './finder-controller.ts';

/** What holds from now on: how many are marked, and that the finder stays. */
export function MarkBar(props: {
  readonly view: FinderView;
  readonly controller: FinderController;
  readonly platform: Status['platform'];
}) {
  const { controller, platform } = props;
  const { marks, pinned } = props.view;
  const { t } = useText();
  const keys = (accelerator: string) => <kbd>{formatAccelerator(accelerator, platform, t)}</kbd>;
  return (
    <>
      {marks.length > 0 && (
        <div class="mark-bar" role="group" aria-label={t('marks.label')}>
          <p>{t('marks.count', { count: marks.length })}</p>
          <Button onClick={() => void controller.openMarked()}>
            {t('marks.open')} {keys('CommandOrControl+Return')}
          </Button>
          <Button look="quiet" onClick={() => controller.hunt()}>
            {t('marks.hunt')} {keys('CommandOrControl+Shift+H')}
          </Button>
        </div>
      )}
      {pinned && (
        <p class="pinned" aria-hidden="true">
          <Icon name="lock" /> {t('finder.pinned')}
        </p>
      )}
      <p class="unseen" role="status">
        {marks.length > 0 ? t('marks.count', { count: marks.length }) : ''} {pinned ? t('finder.pinned') : ''}
      </p>
    </>
  );
}
