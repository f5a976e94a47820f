import { useMemo } from 'preact/hooks';
import type { SectionProps } from '../../sections/section-props.ts';
import { useText } from '../../ui/text.tsx';
import { AccountCard } from './account-card.tsx';
import { reachedBy } from './reached.ts';

/** Who is signed in, also who has to sign in again. */
export function AccountList({ api, state }: SectionProps) {
  const { t } = useText();
  const { accounts, signIn } = state.status;
  const reached = useMemo(() => reachedBy(state.customers.values()), [state.customers]);
  if (accounts.length === 0) return <p class="none">{t('settings.accounts.none')}</p>;
  return (
    <ul class="cards">
      {accounts.map((account) => (
        <AccountCard
          key={account.id}
          api={api}
          account={account}
          home={state.customers.get(account.homeTenantId)?.name ?? account.homeTenantId}
          reached={reached.get(account.id) ?? 0}
          waiting={signIn === 'waiting'}
        />
      ))}
    </ul>
  );
}
