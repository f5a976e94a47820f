import { useState } from 'preact/hooks';
import type { Command } from '#shared/commands/command.ts';
import type { ProfileRow } from '#shared/commands/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { sizeInWords } from '../../ui/bytes.ts';
import { useText } from '../../ui/text.tsx';
import { timeAgo } from '../../ui/time-ago.ts';
import { ProfileLookForm } from './profile-look-form.tsx';
import { waitingText } from './waiting-text.ts';

/** One profile with what can be done about it. Main asks before something goes for good. */
export function ProfileItem(props: {
  readonly row: ProfileRow;
  readonly busy: boolean;
  readonly run: (command: Command, done: string) => Promise<void>;
  readonly remove: () => void;
}) {
  const { t, language } = useText();
  const { row, busy, run } = props;
  const [isOpen, setOpen] = useState(false);
  const name = row.name === '' ? row.id : row.name;
  const profile = { browser: row.browser, id: row.id, kind: row.kind };
  const waiting = waitingText(row);
  const details = [
    row.kind === 'apart' ? t('profiles.sealed', { browser: row.browserName }) : row.browserName,
    row.bytes === null ? t('profiles.counting') : sizeInWords(row.bytes, language),
    row.lastUsed !== null && t('profiles.used', { when: timeAgo(row.lastUsed, Date.now(), language) }),
    row.owner === 'nobody' && t('profiles.nobody'),
    row.running && t('profiles.running'),
    waiting !== null && t(waiting),
  ].filter((detail) => detail !== false);
  const clear = (what: 'cache' | 'siteData'): void =>
    void run({ kind: 'clearProfile', profile, what }, t(`profiles.cleared.${what}`, { customer: name }));
  const { tenantId } = row;
  return (
    <li class="own-row profile-row" aria-label={name}>
      <svg class="profile-colour" viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="6" fill={row.colour ?? 'currentColor'} />
      </svg>
      <span class="own-text">
        <span class="own-name">{name}</span>
        <span class="own-detail">{details.join(' · ')}</span>
      </span>
      <span class="buttons">
        {row.owner === 'customer' && tenantId !== null && (
          <>
            <Button
              look="quiet"
              disabled={busy}
              label={t('profiles.openOne', { customer: name })}
              onClick={() => void run({ kind: 'open', tenantId, page: 'defender' }, '')}
            >
              {t('profiles.open')}
            </Button>
            <Button
              look="quiet"
              pressed={isOpen}
              label={t('profiles.lookOne', { customer: name })}
              onClick={() => setOpen(!isOpen)}
            >
              {t('profiles.look')}
            </Button>
          </>
        )}
        <Button
          look="quiet"
          disabled={busy || row.running}
          label={t('profiles.clearCacheOne', { customer: name })}
          onClick={() => clear('cache')}
        >
          {t('profiles.clearCache')}
        </Button>
        <Button
          look="quiet"
          disabled={busy || row.running}
          label={t('profiles.clearSitesOne', { customer: name })}
          onClick={() => clear('siteData')}
        >
          {t('profiles.clearSites')}
        </Button>
        <Button
          look="quiet"
          disabled={busy || row.running}
          label={t('profiles.deleteOne', { customer: name })}
          onClick={props.remove}
        >
          {t('profiles.delete')}
        </Button>
      </span>
      {isOpen && tenantId !== null && (
        <ProfileLookForm row={row} tenantId={tenantId} run={run} close={() => setOpen(false)} />
      )}
    </li>
  );
}
