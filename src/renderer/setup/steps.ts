import { useKept } from '../ui/use-kept.ts';

/** The steps of the first run, in their order. */
export const steps = ['get', 'habit', 'ready'] as const;
export type Step = (typeof steps)[number];

/** How many steps are counted: what follows them only says how to begin. */
export const countedSteps = 2;

export function stepAfter(step: Step): Step {
  return steps[steps.indexOf(step) + 1] ?? step;
}

export function stepBefore(step: Step): Step {
  return steps[steps.indexOf(step) - 1] ?? step;
}

/** The step the user is at, also when the window was closed in between. */
export function useStep(): readonly [step: Step, go: (step: Step) => void] {
  const [kept, keep] = useKept('setup.step');
  return [steps.find((step) => step === kept) ?? 'get', keep];
}
