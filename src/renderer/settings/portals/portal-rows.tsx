import type { PortalPage } from '#shared/portals/page.ts';
import { exactHosts } from '#shared/portals/hosts.ts';
import { allPages } from '#shared/portals/pages.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { OwnPortal } from '#shared/portals/own-portal.ts';
import type { PortalSettings } from '#shared/portals/portal-settings.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { moved, placeOf, toggled } from './portal-list.ts';

/** Every page, with its standing and what can be done with it. */
export function PortalRows(props: SectionProps & { readonly edit: (portal: OwnPortal) => void }) {
  const { settings, locked } = props.state.status;
  const { t } = useText();
  const command = useCommand(props.api);
  const change = (part: Partial<PortalSettings>) =>
    void command.run({ kind: 'changeSettings', change: part });
  const all = allPages(settings);
  const ids = all.map(({ id }) => id);
  const hidden = (page: PortalPage): boolean => settings.hiddenPortals.includes(page.id);
  return (
    <>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <ol class="portal-rows" aria-label={t('settings.portals.list.title')}>
        {all.map((page, index) => {
          const { id } = page;
          const name = nameOf(page, t);
          const own = settings.ownPortals.find((portal) => portal.id === id);
          return (
            <li key={id} class="portal-row" data-hidden={hidden(page)}>
              <PortalText page={page} confirmed={settings.portalHosts} />
              <span class="buttons" role="group" aria-label={name}>
                {([-1, 1] as const).map((by) => (
                  <Button
                    key={by}
                    look="quiet"
                    label={t(by < 0 ? 'settings.portals.up' : 'settings.portals.down', { name })}
                    disabled={
                      locked.includes('portalOrder') || (by < 0 ? index === 0 : index === all.length - 1)
                    }
                    onClick={() => change({ portalOrder: moved(ids, id, by) })}
                  >
                    {by < 0 ? '↑' : '↓'}
                  </Button>
                ))}
                <Button
                  look="quiet"
                  label={t(hidden(page) ? 'settings.portals.showOne' : 'settings.portals.hideOne', {
                    name,
                  })}
                  disabled={locked.includes('hiddenPortals')}
                  onClick={() => change({ hiddenPortals: toggled(settings.hiddenPortals, id) })}
                >
                  {t(hidden(page) ? 'settings.portals.show' : 'settings.portals.hide')}
                </Button>
                {own && (
                  <>
                    <Button
                      look="quiet"
                      label={t('settings.portals.editOne', { name })}
                      disabled={locked.includes('ownPortals')}
                      onClick={() => props.edit(own)}
                    >
                      {t('settings.portals.edit')}
                    </Button>
                    <Button
                      look="quiet"
                      label={t('settings.portals.removeOne', { name })}
                      disabled={locked.includes('ownPortals')}
                      onClick={() =>
                        change({ ownPortals: settings.ownPortals.filter((each) => each !== own) })
                      }
                    >
                      {t('settings.portals.remove')}
                    </Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What the page is called, where it is, and how well it is known that it opens in the tenant it names. */
function PortalText(props: { readonly page: PortalPage; readonly confirmed: readonly string[] }) {
  const { page, confirmed } = props;
  const { host, standing, source, tenant } = page;
  const { t } = useText();
  const unconfirmed = 'name' in host && ![...exactHosts, ...confirmed].includes(host.name);
  const notes = [
    source === null ? '' : t(source),
    tenant === 'own' ? t('settings.portals.ownTenant') : '',
    unconfirmed
      ? t('settings.portals.unconfirmed', { host: host.name, section: t('settings.portals.hosts.title') })
      : '',
  ];
  return (
    <span class="portal-text">
      <span class="portal-name">
        {nameOf(page, t)} <span class="portal-standing">{t(`settings.portals.standing.${standing}`)}</span>
      </span>
      <span class="portal-place">{placeOf(page)}</span>
      <span class="portal-source">{notes.filter((note) => note !== '').join(' · ')}</span>
    </span>
  );
}
