import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** The way back to the first run. */
export function FirstStepsSection({ api }: Pick<SectionProps, 'api'>) {
  const { t } = useText();
  return (
    <Section title={t('help.setup.title')} about={t('help.setup.about')}>
      <div class="buttons">
        <Button onClick={() => void api.run({ kind: 'showSetup' })}>{t('help.setup.open')}</Button>
      </div>
    </Section>
  );
}
