import type { ImportReport } from '#shared/commands/command.ts';
import { explain } from '#shared/locales/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';

/** What became of a list: how many were taken, and each line that was not, with the reason. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t, language } = useText();
  const counts = (['added', 'updated', 'unchanged'] as const)
    .filter((part) => report[part] > 0)
    .map((part) => t(`setup.report.${part}`, { count: report[part] }));
  const refused = report.refusedCount;
  if (report.duplicates > 0) counts.push(t('setup.report.duplicates', { count: report.duplicates }));
  if (refused > 0) counts.push(t('setup.report.refused', { count: refused }));
  const summary = new Intl.ListFormat(language, { type: 'unit' }).format(counts);
  const unlisted = refused - report.refused.length;
  return (
    <Notice tone={refused + report.told.length > 0 ? 'warning' : 'success'} announce>
      <p>{counts.length > 0 ? summary : t('setup.report.nothing')}</p>
      {report.told.map((each) => (
        <p key={each.kind}>{Object.values(explain(t, each)).join(' ')}</p>
      ))}
      {refused > 0 && (
        <ul class="refused">
          {report.refused.map((row) => {
            const { message, next } = explain(t, row.problem);
            return (
              <li key={row.line}>
                <span class="refused-line">
                  {row.column === null
                    ? t('setup.report.line', { line: row.line })
                    : t('setup.report.cell', { line: row.line, column: row.column })}
                </span>{' '}
                <code>
                  <bdi>{row.text}</bdi>
                </code>{' '}
                <bdi>{message}</bdi> {next}
              </li>
            );
          })}
          {unlisted > 0 && <li>{t('setup.report.more', { count: unlisted })}</li>}
        </ul>
      )}
    </Notice>
  );
}
