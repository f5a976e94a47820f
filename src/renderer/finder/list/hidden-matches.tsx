import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { inputId } from './ids.ts';

/** How many hidden customers the query names as well, and the way to them. */
export function HiddenMatches(props: { readonly view: FinderView; readonly controller: FinderController }) {
  const { controller, view } = props;
  const { t } = useText();
  return (
    <p class="hidden-matches">
      <span role="status">{t('finder.hidden', { count: view.hidden })}</span>
      <Button
        look="quiet"
        onClick={() => {
          controller.type(`is:${t('finder.filter.hidden')} ${view.query}`);
          document.getElementById(inputId)?.focus();
        }}
      >
        {t('finder.hidden.show')}
      </Button>
    </p>
  );
}
