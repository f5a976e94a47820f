import { LanguageSection } from '../../sections/language-section.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { LoginSection } from './login-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { RemoveEverything } from './remove-everything.tsx';
import { UpdatesSection } from './updates-section.tsx';
import { SyncSection } from './sync-section.tsx';

export function GeneralPage(props: SectionProps) {
  return (
    <>
      <LanguageSection {...props} />
      <LoginSection {...props} />
      <NoticesSection {...props} />
      <SyncSection {...props} />
      <UpdatesSection {...props} />
      <RemoveEverything {...props} />
    </>
  );
}
