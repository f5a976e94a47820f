import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { SectionProps } from '../sections/section-props.ts';
import { StandingProblems } from '../sections/standing-problems.tsx';
import { useImportText } from '../sections/use-import-text.ts';
import type { AppStore } from '../ui/app-store.ts';
import { countCustomers } from '../ui/count-customers.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { TextProvider, useText } from '../ui/text.tsx';
import { useDroppedList } from '../ui/use-dropped-list.ts';
import { useStore } from '../ui/use-store.ts';
import { useAskedPart, type SetupPart } from './asked-part.ts';
import { GetStep } from './get-step.tsx';
import { HabitStep } from './habit-step.tsx';
import { PendingList } from './pending-list.tsx';
import { ReadyStep } from './ready-step.tsx';
import { StepBar } from './step-bar.tsx';
import { stepAfter, stepBefore, useStep, type Step } from './steps.ts';
import { useFinish } from './use-finish.ts';
import { useHabit } from './use-habit.ts';
import { usePastedList } from './use-pasted-list.ts';

/** The first run in two steps: get customers, say how you sign in to them; then the hotkey is pressed. */
export function Setup(props: { readonly api: TidegateApi; readonly store: AppStore }) {
  const state = useStore(props.store);
  if (state === null) return null;
  return (
    <TextProvider texts={state.texts}>
      <SetupForm api={props.api} state={state} />
    </TextProvider>
  );
}

function SetupForm(props: SectionProps) {
  const { t } = useText();
  const { api, state } = props;
  const { status } = state;
  const [step, goTo] = useStep();
  const list = useImportText(api);
  const habit = useHabit(status);
  const finish = useFinish(props, step, habit.chosen);
  const [isLater, setLater] = useState(false);
  const [asking, setAsking] = useState(false);
  const [dropProblem, tellDrop] = useState<Problem | null>(null);
  const parts = useOpenParts(status, list.isPending);
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step begins at its heading, for eyes and screen readers.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo(0, 0);
    heading.current?.focus();
  }, [step]);

  const reveal = (part: SetupPart): void => {
    goTo('get');
    parts.reveal(part);
  };
  useAskedPart((part) => {
    setLater(part === 'later');
    if (part !== 'later') reveal(part);
    else document.querySelector<HTMLElement>('h1')?.focus();
  });
  useDroppedList(api, tellDrop);
  useEffect(() => {
    if (status.dropped === null) return;
    reveal('customers');
    void list.command.run({ kind: 'importFile', from: { kind: 'again' } });
  }, [status.dropped]);
  usePastedList((text) => {
    list.setText(text);
    reveal('customers');
  });

  const title = t('setup.welcome');
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);

  const goOn = async (): Promise<void> => {
    setAsking(false);
    if (await finish.leave(step)) goTo(stepAfter(step));
  };
  const addAndGoOn = async (): Promise<void> => {
    setAsking(false);
    if (await list.add()) await goOn();
    // The reason stands below it.
    else list.box.current?.focus();
  };
  const isAsking = asking && step === 'get' && list.isPending;
  return (
    <>
      <main class="setup">
        <header>
          <h1 tabIndex={-1}>{title}</h1>
          {step === 'get' && <p>{t('setup.about')}</p>}
          {isLater && (
            <Notice tone="info" announce>
              {t('setup.later')}
            </Notice>
          )}
        </header>
        {dropProblem && <ProblemNotice problem={dropProblem} announce />}
        <StandingProblems {...props} />
        <div class="step">
          <h2 ref={heading} tabIndex={-1}>
            {t(titleOf(step, status.hotkey.active !== null))}
          </h2>
          {step !== 'get' && <p class="section-about">{t(aboutOf(step, status.hotkey.active !== null))}</p>}
          {step === 'get' && <GetStep {...props} list={list} opened={parts.opened} toggle={parts.toggle} />}
          {step === 'habit' && <HabitStep state={state} {...habit} />}
          {step === 'ready' && <ReadyStep {...props} />}
        </div>
      </main>
      <footer class="finish">
        {finish.problem && <ProblemNotice problem={finish.problem} announce />}
        {isAsking ? (
          <PendingList
            add={() => void addAndGoOn()}
            without={() => void goOn()}
            back={() => setAsking(false)}
          />
        ) : (
          <StepBar
            step={step}
            isAside={step === 'ready' && status.hotkey.active !== null}
            busy={finish.busy || list.command.busy}
            skips={step === 'get' && countCustomers(state.customers) === 0 && !list.isPending}
            back={() => goTo(stepBefore(step))}
            next={() => (step === 'get' && list.isPending ? setAsking(true) : void goOn())}
          />
        )}
      </footer>
    </>
  );
}

/** Which parts of the first step are open. One that is asked for gets the keyboard as well. */
function useOpenParts(status: SectionProps['state']['status'], isPending: boolean) {
  const [opened, setOpened] = useState<ReadonlySet<SetupPart>>(
    () =>
      new Set<SetupPart>([
        ...(isPending ? (['customers'] as const) : []),
        ...(status.signIn === 'waiting' ? (['accounts'] as const) : []),
      ]),
  );
  const [asked, ask] = useState<SetupPart | null>(null);
  // What finds itself by itself needs the user only when it did not.
  const isAmiss = status.hotkey.refused !== null || status.browserProblem !== null;
  useEffect(() => {
    if (isAmiss) setOpened((now) => new Set([...now, 'browsers']));
  }, [isAmiss]);
  useEffect(() => {
    if (asked === null) return;
    const place = document.querySelector(`[data-part=${asked}]`);
    if (place === null) return;
    ask(null);
    place.scrollIntoView({ block: 'start' });
    place.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
  return {
    opened,
    reveal: (part: SetupPart): void => {
      setOpened((now) => new Set([...now, part]));
      ask(part);
    },
    toggle: (part: SetupPart): void => {
      const closes = opened.has(part);
      setOpened((now) => new Set(closes ? [...now].filter((each) => each !== part) : [...now, part]));
      if (!closes && part !== 'browsers') ask(part);
    },
  };
}

function titleOf(step: Step, hasHotkey: boolean) {
  if (step === 'get') return 'setup.get.title';
  if (step === 'habit') return 'setup.habit.title';
  return hasHotkey ? 'setup.ready.title' : 'setup.ready.none';
}

function aboutOf(step: Step, hasHotkey: boolean) {
  if (step === 'habit') return 'setup.habit.about';
  return hasHotkey ? 'setup.ready.about' : 'setup.ready.noneAbout';
}
