import type { TidegateApi } from '#shared/commands/channels.ts';
import { exportFormats } from '#shared/imports/import.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** All customers and what the user wrote about them, as a file that an import takes back. */
export function ExportSection({ api }: { readonly api: TidegateApi }) {
  const { t } = useText();
  const { busy, done, problem, run } = useCommand(api);
  return (
    <Section fold="export" title={t('settings.export.title')} about={t('settings.export.about')}>
      <div class="buttons">
        {exportFormats.map((format) => (
          <Button key={format} disabled={busy} onClick={() => void run({ kind: 'exportCustomers', format })}>
            {t(`settings.export.${format}`)}
          </Button>
        ))}
      </div>
      {done?.kind === 'exported' && (
        <Notice tone="success" announce>
          {t('settings.export.done', { file: done.file, count: done.customers })}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} announce />}
    </Section>
  );
}
