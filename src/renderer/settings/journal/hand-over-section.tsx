import { useMemo } from 'preact/hooks';
import { identityDetail } from '#shared/customer/customer-identity.ts';
import { handOverText, shiftPeriod } from '#shared/journal/hand-over.ts';
import { type HandOver, lastShift } from '#shared/journal/shift.ts';
import { journalPageName } from '#shared/journal/journal-texts.ts';
import { pageSettings } from '#shared/portals/pages.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import type { JournalRead } from './journal-reader.ts';

/** The shift as a text for a ticket and as a link for a colleague. */
export function HandOverSection({ api, read, state }: SectionProps & { readonly read: JournalRead | null }) {
  const { t, language } = useText();
  const command = useCommand(api);
  const { customers, status } = state;
  const shift = useMemo(() => (read === null ? null : lastShift(read.entries)), [read]);
  const copy = (what: HandOver): void => void command.run({ kind: 'handOver', what });
  const none = status.settings.journal ? 'journal.shift.none' : 'journal.shift.noneOff';
  return (
    <Section title={t('journal.shift.title')} about={t('journal.shift.about')}>
      {read !== null && shift === null && <p class="none">{t(none)}</p>}
      {shift !== null && (
        <>
          <p>
            {t('journal.shift.count', {
              count: shift.customers.length,
              period: shiftPeriod(shift, language),
            })}
          </p>
          <p class="field-help">{t(`journal.shift.begin.${shift.begin}`)}</p>
          <details class="journal-text">
            <summary>{t('journal.shift.show')}</summary>
            <pre tabIndex={0} role="region" aria-label={t('journal.shift.show')}>
              {handOverText(shift, {
                t,
                language,
                pageName: (page) => journalPageName(page, pageSettings(status), t),
                detailOf: ({ tenantId }) =>
                  identityDetail(t, customers.get(tenantId) ?? { tenantId, domains: [] }),
              })}
            </pre>
          </details>
          <div class="buttons">
            <Button busy={command.busy} onClick={() => copy('text')}>
              {t('journal.shift.copyText')}
            </Button>
            <Button busy={command.busy} onClick={() => copy('links')}>
              {t('journal.shift.copyLinks')}
            </Button>
          </div>
          <p class="field-help" role="status">
            {command.done?.kind === 'handedOver'
              ? t('journal.shift.copied', { count: command.done.customers })
              : ''}
          </p>
          <p class="field-help">{t('journal.shift.linkHelp')}</p>
        </>
      )}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </Section>
  );
}
