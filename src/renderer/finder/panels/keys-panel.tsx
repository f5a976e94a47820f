import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Platform } from '#shared/platform.ts';
import { useText } from '../../ui/text.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { everyKey } from '../state/every-key.ts';

/** Every key and what it does, found by typing. */
export function KeysPanel(props: { readonly platform: Platform; readonly onBack: () => void }) {
  const { onBack, platform } = props;
  const { t } = useText();
  return (
    <ChoicePanel
      header={<h2>{t('keys.title')}</h2>}
      label={t('keys.filter')}
      told={null}
      choices={everyKey.map(({ id, keys, text }) => ({
        id,
        label: t(text),
        keys: keys.map((key) => formatAccelerator(key, platform, t)),
      }))}
      onChoose={onBack}
      onBack={onBack}
    />
  );
}
