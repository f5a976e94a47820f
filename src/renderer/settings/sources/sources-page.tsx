import { accountSourceIds } from '#shared/customer/customer.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { IncidentsCard } from '../incidents/incidents-card.tsx';
import { NamesCard } from './names-card.tsx';
import { PermissionsTable } from './permissions-table.tsx';
import { SharedListCard } from './shared-list-card.tsx';
import { SourceCard } from './source-card.tsx';
import { SyncBar } from './sync-bar.tsx';

export function SourcesPage(props: SectionProps) {
  return (
    <>
      <SyncBar {...props} />
      {accountSourceIds.map((source) => (
        <SourceCard key={source} {...props} source={source} />
      ))}
      <SharedListCard {...props} />
      <NamesCard {...props} />
      <IncidentsCard {...props} />
      <PermissionsTable />
    </>
  );
}
