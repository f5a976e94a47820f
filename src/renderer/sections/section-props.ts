import type { TidegateApi } from '#shared/commands/channels.ts';
import type { AppState } from '../ui/app-store.ts';

/** What every part of the form gets. */
export interface SectionProps {
  readonly api: TidegateApi;
  readonly state: AppState;
}
