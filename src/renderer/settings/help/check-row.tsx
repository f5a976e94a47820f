import { accessKindsText } from '#shared/access/access-kinds-text.ts';
import { accessEndText } from '#shared/access/access-end.ts';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { AccessCheck, AccessVerdict } from '#shared/status/access-check.ts';
import { explain } from '#shared/locales/messages.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLink } from '../../ui/error-link.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx';
import { useText } from '../../ui/text.tsx';
import { timeAgo } from '../../ui/time-ago.ts';
import { useCommand } from '../../ui/use-command.ts';
import { useNow } from '../../ui/use-now.ts';

const tones: Readonly<Record<AccessVerdict, StateTone>> = {
  reached: 'success',
  'not-invited': 'danger',
  blocked: 'danger',
  interaction: 'warning',
  'signed-out': 'warning',
  'no-account': 'warning',
  unknown: 'neutral',
  unreached: 'neutral',
};

/** One customer: what is known without asking, what its tenant answered, and when and to whom. */
export function CheckRow(props: {
  readonly api: TidegateApi;
  readonly customer: Customer;
  readonly check: AccessCheck | undefined;
  readonly checking: boolean;
  readonly signingIn: boolean;
  readonly onRemove?: () => void;
}) {
  const { api, check, checking, customer } = props;
  const { t, language } = useText();
  const now = useNow();
  const command = useCommand(api);
  const { tenantId } = customer;
  const known = [accessKindsText(t, customer), accessEndText(t, customer.ends, now)];
  const proceed = async (): Promise<void> => {
    const outcome = await command.run({ kind: 'stepUp', tenantId });
    if (outcome.ok) await api.run({ kind: 'checkAccess', tenantIds: [tenantId] });
  };
  return (
    <li class="own-row" aria-label={customer.name}>
      <span class="own-text">
        <span>{customer.name}</span>
        <span class="own-detail">{known.filter((text) => text !== undefined).join(' · ')}</span>
        {check && (
          <>
            <span>{t(`help.verdict.${check.verdict}.about`)}</span>
            {check.problem && <span class="own-detail">{explain(t, check.problem).message}</span>}
            {check.problem && (
              <span>
                <ErrorLink problem={check.problem} />
              </span>
            )}
            <span class="own-detail">
              {t(check.account === null ? 'help.check.askedNobody' : 'help.check.asked', {
                account: check.account ?? '',
                when: timeAgo(check.at, now, language),
              })}
            </span>
          </>
        )}
      </span>
      {checking ? (
        <StateBadge tone="busy">{t('help.check.checking')}</StateBadge>
      ) : (
        <StateBadge tone={check ? tones[check.verdict] : 'neutral'}>
          {t(check ? `help.verdict.${check.verdict}` : 'help.check.never')}
        </StateBadge>
      )}
      {check?.verdict === 'interaction' && (
        <Button
          label={t('help.check.signInFor', { customer: customer.name })}
          disabled={props.signingIn || checking}
          onClick={() => void proceed()}
        >
          {t('details.signIn')}
        </Button>
      )}
      {props.onRemove && (
        <Button
          look="quiet"
          label={t('help.check.removeOne', { customer: customer.name })}
          onClick={props.onRemove}
        >
          {t('help.check.remove')}
        </Button>
      )}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </li>
  );
}
