import { useMemo } from 'preact/hooks';
import { isSample } from '#shared/customer/samples.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** Says that there are sample customers, with the one press that removes them. */
export function SamplesNotice({ api, state }: SectionProps) {
  const { t } = useText();
  const command = useCommand(api);
  const count = useMemo(() => [...state.customers.keys()].filter(isSample).length, [state.customers]);
  if (count === 0) return null;
  return (
    <Notice tone="info">
      <p>{t('settings.samples', { count })}</p>
      <div class="buttons">
        <Button disabled={command.busy} onClick={() => void command.run({ kind: 'removeSamples' })}>
          {t('setup.get.samplesThere')}
        </Button>
      </div>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </Notice>
  );
}
