import { useState } from 'preact/hooks';
import { toPrune, totalBytes, type ProfileRow, type Pruning } from '#shared/commands/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { sizeInWords } from '../../ui/bytes.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

const gigabyte = 1_000_000_000;

/** What can be thrown away at once. The choice says what goes before anything does. */
const prunings = {
  month: { days: 30 },
  quarter: { days: 90 },
  year: { days: 365 },
  one: { bytes: gigabyte },
  five: { bytes: 5 * gigabyte },
} as const satisfies Record<string, Pruning>;
type PruningId = keyof typeof prunings | 'orphans';

/** Deletes many profiles by age, by size, or because nobody has them. */
export function PruneForm(props: {
  readonly rows: readonly ProfileRow[];
  readonly counting: boolean;
  readonly orphans: readonly ProfileRow[];
  readonly busy: boolean;
  readonly remove: (profiles: readonly ProfileRow[]) => void;
}) {
  const { t, language } = useText();
  const [choice, setChoice] = useState<PruningId>('quarter');
  const { busy, counting, orphans, remove, rows } = props;
  const doomed =
    choice === 'orphans'
      ? orphans.filter(({ running }) => !running)
      : toPrune(rows, prunings[choice], new Date());
  const values = { count: doomed.length, size: sizeInWords(totalBytes(doomed), language) };
  return (
    <Section title={t('profiles.prune')} about={t('profiles.pruneAbout')}>
      <Field label={t('profiles.pruneWhich')} help={t('profiles.pruneFinds', values)}>
        {(control) => (
          <select
            {...control}
            value={choice}
            onChange={(event) => setChoice(event.currentTarget.value as PruningId)}
          >
            {([...Object.keys(prunings), 'orphans'] as PruningId[]).map((id) => (
              <option key={id} value={id}>
                {t(`profiles.prune.${id}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="buttons">
        {/* By size only what has been counted can be chosen. */}
        <Button disabled={busy || counting || doomed.length === 0} onClick={() => remove(doomed)}>
          {t('profiles.pruneStart')}
        </Button>
      </div>
    </Section>
  );
}
