import type { TidegateApi } from '../../shared/channels.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useKept } from '../ui/use-kept.ts';
import { ImportReportView } from './import-report.tsx';
import { leftToMend } from './left-to-mend.ts';

/** Many customers at once, from a paste or a file. */
export function ImportForm({ api }: { readonly api: TidegateApi }) {
  const { t } = useText();
  const [text, setText] = useKept('import.text');
  const command = useCommand(api);
  const addText = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = await command.run({ kind: 'importText', text });
    // What was refused stays, to be mended; unless the user has gone on writing meanwhile.
    if (!outcome.ok || outcome.value.kind !== 'imported') return;
    const left = leftToMend(text, outcome.value.report);
    setText((now) => (now === text ? left : now));
  };
  const { problem } = command;
  return (
    <form class="part" noValidate onSubmit={(event) => void addText(event)}>
      <Field label={t('setup.import.label')} help={t('setup.import.help')}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            spellcheck={false}
            placeholder={t('setup.import.example')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <Button type="submit" look="primary" disabled={command.busy}>
          {t('setup.import.add')}
        </Button>
        <Button disabled={command.busy} onClick={() => void command.run({ kind: 'importFile' })}>
          {t('setup.import.open')}
        </Button>
      </div>
      {problem && problem.kind !== 'cancelled' && <ProblemNotice problem={problem} announce />}
      {command.done?.kind === 'imported' && <ImportReportView report={command.done.report} />}
    </form>
  );
}
