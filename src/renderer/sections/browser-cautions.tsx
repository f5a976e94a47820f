import { policiesAt, policyEffects } from '#shared/status/policy-effect.ts';
import type { Status } from '#shared/status/status.ts';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/text.tsx';

/** What about the browser in force can undo the separation of customers: an administrator's policy, or macOS itself. */
export function BrowserCautions(props: {
  readonly status: Pick<Status, 'browsers' | 'settings' | 'platform'>;
}) {
  const { t } = useText();
  const { browsers, platform, settings } = props.status;
  const browser =
    settings.browser === null ? browsers[0] : browsers.find(({ id }) => id === settings.browser);
  if (browser === undefined) return null;
  const { name, isDefault, policies } = browser;
  return (
    <>
      {policiesAt(settings.isolation, policies).map(({ effect, policy }) => (
        <Notice key={policy} tone={policyEffects[effect] === 'harm' ? 'warning' : 'info'}>
          <p>{t(`browser.policy.${effect}`, { browser: name, policy })}</p>
        </Notice>
      ))}
      {platform === 'darwin' && isDefault && (
        <Notice tone="warning">
          <p>{t('browser.macDefault', { browser: name })}</p>
        </Notice>
      )}
    </>
  );
}
