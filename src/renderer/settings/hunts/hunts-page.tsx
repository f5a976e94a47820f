import type { SectionProps } from '../../sections/section-props.ts';
import { HuntsSection } from './hunts-section.tsx';
import { TeamHuntsForm } from './team-hunts-form.tsx';

/** The user's own hunts, and those that the team shares. */
export function HuntsPage(props: SectionProps) {
  return (
    <>
      <HuntsSection {...props} />
      <TeamHuntsForm {...props} />
    </>
  );
}
