import { useRef, useState } from 'preact/hooks';
import type { Command } from '#shared/commands/command.ts';
import { totalBytes, type ProfileKey, type ProfileRow } from '#shared/commands/profiles.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { sizeInWords } from '../../ui/bytes.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { ProfileItem } from './profile-item.tsx';
import { PruneForm } from './prune-form.tsx';
import { useProfiles } from './use-profiles.ts';

/** How many rows are shown at first, and added with each press of "show more". */
const step = 50;

/** Every browser profile that Tidegate made: whom it is for, what it weighs, and what can be done about it. */
export function ProfilesPage({ api }: SectionProps) {
  const { t, language } = useText();
  const { report, look } = useProfiles(api);
  const [shown, setShown] = useState(step);
  const [said, setSaid] = useState('');
  const command = useCommand(api);
  const heading = useRef<HTMLParagraphElement>(null);
  // While the disk is looked at, the page says already what can be done on it.
  const { counting, rows } = report ?? { counting: true, rows: [] };
  const orphans = rows.filter(({ owner }) => owner === 'nobody');
  const total = sizeInWords(totalBytes(rows), language);
  const run = async (asked: Command, done: string): Promise<void> => {
    setSaid('');
    // The row that had the keyboard may go; the line above the list stays.
    heading.current?.focus();
    const outcome = await command.run(asked);
    await look();
    if (outcome.ok) setSaid(done);
  };
  const remove = (profiles: readonly ProfileKey[]): void =>
    void run(
      {
        kind: 'deleteProfiles',
        profiles: profiles.map(({ browser, id, kind }) => ({ browser, id, kind })),
      },
      t('profiles.deleted', { count: profiles.length }),
    );
  return (
    <>
      <Section title={t('profiles.list')} about={t('profiles.listAbout')}>
        <p ref={heading} class="profiles-total" tabIndex={-1}>
          {report === null
            ? t('profiles.looking')
            : t(counting ? 'profiles.totalSoFar' : 'profiles.total', { count: rows.length, size: total })}
        </p>
        <p class="field-help" role="status">
          {said}
        </p>
        {command.problem && <ProblemNotice problem={command.problem} announce />}
        {report?.rows.length === 0 && <p>{t('profiles.none')}</p>}
        <ul class="own-list">
          {sorted(rows)
            .slice(0, shown)
            .map((row) => (
              <ProfileItem
                key={`${row.kind}/${row.browser}/${row.id}`}
                row={row}
                busy={command.busy}
                run={run}
                remove={() => remove([row])}
              />
            ))}
        </ul>
        <div class="buttons">
          {rows.length > shown && (
            <Button look="quiet" onClick={() => setShown(shown + step)}>
              {t('setup.list.more', { count: rows.length - shown })}
            </Button>
          )}
          <Button look="quiet" onClick={() => void look()}>
            {t('profiles.lookAgain')}
          </Button>
        </div>
      </Section>
      <PruneForm rows={rows} counting={counting} orphans={orphans} busy={command.busy} remove={remove} />
    </>
  );
}

/** The last used first. */
function sorted(rows: readonly ProfileRow[]): readonly ProfileRow[] {
  return rows.toSorted((one, other) => ((one.lastUsed ?? '') > (other.lastUsed ?? '') ? -1 : 1));
}
