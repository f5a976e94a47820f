import { BrowserSection } from '../../sections/browser-section.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { IsolationSection } from './isolation-section.tsx';
import { MoreSection } from './more-section.tsx';
import { TagRules } from './tag-rules.tsx';

export function BrowsersPage(props: SectionProps) {
  return (
    <>
      <BrowserSection {...props} />
      <IsolationSection {...props} />
      <TagRules {...props} />
      <MoreSection {...props} />
    </>
  );
}
