import { EncodingChoice } from '../../sections/encoding-choice.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { HeldList } from './held-list.tsx';
import { TeamListForm } from '../team-list-form.tsx';

/** Where the team's list is read from, how that went, and what of it waits for the user. */
export function SharedListCard(props: SectionProps) {
  const { t } = useText();
  const encoding = useSetting(props, 'sharedListEncoding');
  const { leftOut, sharedListTold, sync } = props.state.status;
  const isDoubtful =
    encoding.value !== null || sharedListTold.some(({ kind }) => kind === 'list-encoding-guessed');
  const state = sync.sources.find(({ source }) => source === 'shared-list');
  const title = t('settings.sharedList.title');
  const heading = (
    <>
      <h2 class="card-title">{title}</h2>
      <p class="field-help">{t('settings.sharedList.about')}</p>
    </>
  );
  return (
    <section class="card" aria-label={title}>
      <TeamListForm {...props} list="sharedList" class="card-text card-form" heading={heading}>
        {state?.listed !== undefined && state.listed !== null && (
          <p class="card-detail">{t('common.customers', { count: state.listed })}</p>
        )}
        {state?.problem && <ProblemNotice problem={state.problem} />}
        {sharedListTold.map((each) => (
          <ProblemNotice key={each.kind} problem={each} tone="warning" />
        ))}
        {isDoubtful && (
          <EncodingChoice
            label={t('settings.sharedList.encoding')}
            found={t('settings.sharedList.found')}
            value={encoding.value}
            locked={encoding.lock}
            change={(value) => void encoding.change(value)}
          />
        )}
        {leftOut && <ProblemNotice problem={leftOut} tone="warning" />}
        <HeldList {...props} />
      </TeamListForm>
    </section>
  );
}
