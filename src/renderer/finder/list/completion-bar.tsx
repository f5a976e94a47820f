import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';
import type { Completion } from '../results/completions.ts';
import type { FinderController } from '../state/finder-controller.ts';
import { inputId } from './ids.ts';

/** How the tag or filter that is being typed may go on. Tab takes the first. */
export function CompletionBar(props: {
  readonly completions: readonly Completion[];
  readonly controller: FinderController;
}) {
  const { completions, controller } = props;
  const { t } = useText();
  if (completions.length === 0) return null;
  return (
    <div class="completions" role="group" aria-label={t('finder.completions')}>
      {completions.map(({ count, label, query }, place) => (
        <Button
          key={label}
          look="quiet"
          onClick={() => {
            controller.type(query);
            document.getElementById(inputId)?.focus();
          }}
        >
          {label}
          {count !== undefined && <span class="completion-count">{count}</span>}
          {place === 0 && <kbd>{t('common.key.tab')}</kbd>}
        </Button>
      ))}
    </div>
  );
}
