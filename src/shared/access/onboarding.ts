import type { Customer } from '../customer/customer.ts';

/**
 * What a customer can be guided through: the consent that lets incidents be counted, and each model of access. B2B: guests by
 * entitlement management.
 */
export const onboardingGuides = ['consent', 'b2b', 'gdap', 'governance', 'lighthouse'] as const;
export type OnboardingGuide = (typeof onboardingGuides)[number];

/** `asked`: the letter has been sent. `done`: the customer has done it. */
const onboardingStages = ['asked', 'done'] as const;
export type OnboardingStage = (typeof onboardingStages)[number];

/**
 * Where a customer stands is kept as a tag, such as `gdap-asked`: it can be looked for (`#gdap-asked`), is exported with all
 * tags, and is the same in every language, because teams share it.
 */
function stageTag(guide: OnboardingGuide, stage: OnboardingStage): string {
  return `${guide}-${stage}`;
}

/** Where the customer stands; null while it has not been asked. */
export function stageOf({ tags }: Pick<Customer, 'tags'>, guide: OnboardingGuide): OnboardingStage | null {
  return onboardingStages.findLast((stage) => tags.includes(stageTag(guide, stage))) ?? null;
}

/** The customer's tags once it stands there; the others stay as they are. */
export function tagsAt(
  { tags }: Pick<Customer, 'tags'>,
  guide: OnboardingGuide,
  stage: OnboardingStage | null,
): readonly string[] {
  const others = tags.filter((tag) => !onboardingStages.some((each) => tag === stageTag(guide, each)));
  return stage === null ? others : [...others, stageTag(guide, stage)];
}
