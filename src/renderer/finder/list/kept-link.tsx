import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { inputId } from './ids.ts';
import type { RowTarget } from '../results/row.ts';

/** The link that names no tenant, and the question whose it is. It stays until it is opened or dropped. */
export function KeptLink(props: { readonly view: FinderView; readonly controller: FinderController }) {
  const { controller, view } = props;
  const { t } = useText();
  const target = view.link ?? unnamedTarget(view.rows[0]?.target);
  if (target === undefined) return null;
  const { place, unwrapped } = target;
  const count = view.selection.length;
  return (
    <div class="kept-link" role="group" aria-label={t('finder.link.label')}>
      <Icon name="link" />
      <p role="status">
        <strong>{t('finder.link.ask', { place })}</strong>{' '}
        {count === 0 ? t('finder.link.next') : t('finder.link.all', { count })}
        {unwrapped.length > 0 && ` ${t('finder.row.unwrapped', { wrapper: unwrapped.join(', ') })}`}
      </p>
      {view.link !== null && (
        <Button
          look="quiet"
          label={t('finder.link.drop')}
          onClick={() => {
            controller.dropLink();
            document.getElementById(inputId)?.focus();
          }}
        >
          ×
        </Button>
      )}
    </div>
  );
}

function unnamedTarget(target: RowTarget | undefined) {
  return target?.kind === 'link' && target.unnamed ? target : undefined;
}
