import { useLayoutEffect } from 'preact/hooks';
import type { TidegateApi } from '../../shared/channels.ts';
import type { ProblemKind } from '../../shared/problem.ts';
import type { AppStore } from '../ui/app-store.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { TextProvider, useText } from '../ui/text.tsx';
import { useStore } from '../ui/use-store.ts';
import { BrowserSection } from './browser-section.tsx';
import { CustomersSection } from './customers-section.tsx';
import { FinishBar } from './finish-bar.tsx';
import { HotkeySection } from './hotkey-section.tsx';
import { LanguageSection } from './language-section.tsx';
import type { SectionProps } from './section-props.ts';
import { SignInSection } from './sign-in-section.tsx';

/** The first-run form, later reached as Settings. What is chosen applies at once: there is nothing to save. */
export function Setup(props: { readonly api: TidegateApi; readonly store: AppStore }) {
  const state = useStore(props.store);
  if (state === null) return null;
  return (
    <TextProvider language={state.status.language}>
      <SetupForm api={props.api} state={state} />
    </TextProvider>
  );
}

/** Standing problems that the part of the form which mends them shows itself. */
const shownInPlace: ReadonlySet<ProblemKind> = new Set(['hotkey-taken', 'tokens-not-kept', 'no-browser']);

function SetupForm(props: SectionProps) {
  const { t } = useText();
  const { settings, problems } = props.state.status;
  const title = t(settings.setUp ? 'setup.title' : 'setup.welcome');
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <main class="setup">
        <header>
          <h1>{title}</h1>
          <p>{t('setup.about')}</p>
        </header>
        {problems
          .filter(({ kind }) => !shownInPlace.has(kind))
          .map((problem, index) => (
            <ProblemNotice key={index} problem={problem} tone="warning" />
          ))}
        <LanguageSection {...props} />
        <HotkeySection {...props} />
        <CustomersSection {...props} />
        <SignInSection {...props} />
        <BrowserSection {...props} />
      </main>
      <FinishBar {...props} />
    </>
  );
}
