import { Button } from '../../ui/button.tsx';
import { Locked } from '../../ui/locked.tsx';
import { useText } from '../../ui/text.tsx';

/** The hosts of a customer's links that have to be trusted before the links open. Main asks about each by its name. */
export function HostsToConfirm(props: {
  readonly hosts: readonly string[];
  readonly locked: boolean;
  readonly busy: boolean;
  readonly onTrust: (host: string) => void;
}) {
  const { busy, hosts, locked, onTrust } = props;
  const { t } = useText();
  if (hosts.length === 0) return null;
  return (
    <div class="field" role="group" aria-label={t('details.newHosts')}>
      <p class="field-help">{t('details.newHostHelp')}</p>
      <div class="buttons">
        {hosts.map((host) => (
          <Button key={host} disabled={locked} busy={busy} onClick={() => onTrust(host)}>
            {t('details.trustHost', { host })}
          </Button>
        ))}
      </div>
      {locked && <Locked setting="portalHosts" />}
    </div>
  );
}
