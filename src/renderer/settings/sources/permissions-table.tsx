import { permissions } from '#shared/settings/permissions.ts';
import { Section } from '../../ui/section.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import { useText } from '../../ui/text.tsx';
import { PermissionName } from './permission-name.tsx';

/** All that Tidegate ever asks Microsoft for, whoever has to consent, and what is lost without it. */
export function PermissionsTable() {
  const { t } = useText();
  const title = t('settings.permissions.title');
  return (
    <Section fold="permissions" title={title} about={t('settings.permissions.about')}>
      <TableScroller label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('settings.permissions.permission')}</th>
              <th scope="col">{t('settings.permissions.feature')}</th>
              <th scope="col">{t('settings.permissions.consent')}</th>
              <th scope="col">{t('settings.permissions.without')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(permissions).map(([use, { api, consent, feature, name, without }]) => (
              <tr key={use}>
                <th scope="row">
                  <PermissionName name={name} />
                  <span class="card-detail">{t(`settings.permissions.api.${api}`)}</span>
                </th>
                <td>{t(feature)}</td>
                <td>{t(`settings.permissions.${consent}`)}</td>
                <td>{t(without)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroller>
    </Section>
  );
}
