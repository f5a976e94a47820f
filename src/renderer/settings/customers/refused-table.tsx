import type { RefusedImport } from '#shared/imports/import.ts';
import { explain } from '#shared/locales/messages.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import { useText } from '../../ui/text.tsx';

/** The rows of a list that are not taken: where, what stood there, why. `count` counts also those not among `rows`. */
export function RefusedTable(props: { readonly rows: readonly RefusedImport[]; readonly count: number }) {
  const { t } = useText();
  const more = props.count - props.rows.length;
  const title = t('settings.import.refusedTitle', { count: props.count });
  return (
    <>
      <h3>{title}</h3>
      <TableScroller label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('settings.import.line')}</th>
              <th scope="col">{t('settings.import.column')}</th>
              <th scope="col">{t('settings.import.text')}</th>
              <th scope="col">{t('settings.import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, index) => {
              const { message, next } = explain(t, row.problem);
              return (
                <tr key={index}>
                  <td>{row.line}</td>
                  <td>{row.column ?? t('settings.import.wholeRow')}</td>
                  <td>
                    <code>
                      <bdi>{row.text}</bdi>
                    </code>
                  </td>
                  <td>
                    <bdi>{message}</bdi> {next}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroller>
      {more > 0 && <p class="card-detail">{t('setup.report.more', { count: more })}</p>}
    </>
  );
}
