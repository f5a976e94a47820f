import type { SectionProps } from '../../sections/section-props.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { TeamListForm } from '../team-list-form.tsx';

/** Where the team's hunts are read from, how that went, and which there are. */
export function TeamHuntsForm(props: SectionProps) {
  const { t } = useText();
  const { teamHunts, teamHuntsProblem } = props.state.status;
  return (
    <Section title={t('settings.teamHunts.title')} about={t('settings.teamHunts.about')}>
      <TeamListForm {...props} list="huntList">
        {teamHuntsProblem && <ProblemNotice problem={teamHuntsProblem} tone="warning" />}
        {teamHunts.length > 0 && (
          <ul class="own-list" aria-label={t('settings.teamHunts.list')}>
            {teamHunts.map(({ name, query }) => (
              <li key={name} class="own-row">
                <span class="own-text">
                  <span class="own-name">{name}</span>
                  <span class="own-detail">{query}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </TeamListForm>
    </Section>
  );
}
