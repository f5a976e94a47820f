import { useLayoutEffect, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { BrowserSection } from '../sections/browser-section.tsx';
import { HabitSection } from './habit-section.tsx';
import { HotkeySection } from '../sections/hotkey-section.tsx';
import { LanguageSection } from '../sections/language-section.tsx';
import type { SectionProps } from '../sections/section-props.ts';
import { StandingProblems } from '../sections/standing-problems.tsx';
import { useImportText } from '../sections/use-import-text.ts';
import type { AppStore } from '../ui/app-store.ts';
import { TextProvider, useText } from '../ui/text.tsx';
import { useDroppedList } from '../ui/use-dropped-list.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useStore } from '../ui/use-store.ts';
import { Notice } from '../ui/notice.tsx';
import { useAskedPart } from './asked-part.ts';
import { CustomersSection } from './customers-section.tsx';
import { FinishBar } from './finish-bar.tsx';
import { SignInSection } from './sign-in-section.tsx';

/** The first-run form: what a new user needs. What is chosen applies at once; the rest is in the settings. */
export function Setup(props: { readonly api: TidegateApi; readonly store: AppStore }) {
  const state = useStore(props.store);
  if (state === null) return null;
  return (
    <TextProvider language={state.status.language}>
      <SetupForm api={props.api} state={state} />
    </TextProvider>
  );
}

function SetupForm(props: SectionProps) {
  const { t } = useText();
  const list = useImportText(props.api);
  const isLater = useAskedPart();
  const [dropProblem, tellDrop] = useState<Problem | null>(null);
  useDroppedList(props.api, tellDrop);
  const title = t('setup.welcome');
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <main class="setup">
        <header>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{t('setup.about')}</p>
          {isLater && (
            <Notice tone="info" announce>
              {t('setup.later', { start: t('setup.finish.start') })}
            </Notice>
          )}
        </header>
        {dropProblem && <ProblemNotice problem={dropProblem} announce />}
        <StandingProblems {...props} />
        <LanguageSection {...props} />
        <HotkeySection {...props} />
        <CustomersSection {...props} list={list} />
        <SignInSection {...props} />
        <BrowserSection {...props} />
        <HabitSection {...props} />
      </main>
      <FinishBar {...props} list={list} />
    </>
  );
}
