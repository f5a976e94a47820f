import type { SectionProps } from '../../sections/section-props.ts';
import { HandOverSection } from './hand-over-section.tsx';
import { JournalSettings } from './journal-settings.tsx';
import { JournalTable } from './journal-table.tsx';
import { useJournal } from './use-journal.ts';

/** What was opened, when and as whom; handing a shift over, and how long lines are kept. */
export function JournalPage(props: SectionProps) {
  const { look, read } = useJournal(props.api, props.state.usage);
  return (
    <>
      <HandOverSection {...props} read={read} />
      <JournalTable {...props} read={read} />
      <JournalSettings {...props} read={read} look={look} />
    </>
  );
}
