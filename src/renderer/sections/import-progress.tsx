import type { SectionProps } from './section-props.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../ui/text.tsx';

/** How far an import is, and the way to end it: until it is done nothing of it is kept. */
export function ImportProgressBar({ api, state }: SectionProps) {
  const { t } = useText();
  const { importing } = state.status;
  if (importing === null) return null;
  const { done, total } = importing;
  const text = total === 0 ? t('import.progress.reading') : t('import.progress.domains', { done, total });
  return (
    <div class="import-progress">
      <p role="status">{text}</p>
      <progress aria-label={t('import.progress')} {...(total > 0 && { value: done, max: total })} />
      <div class="buttons">
        <Button onClick={() => void api.run({ kind: 'cancelImport' })}>{t('import.progress.cancel')}</Button>
      </div>
    </div>
  );
}
