import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { ImportProgressBar } from './import-progress.tsx';
import { ImportReportView } from './import-report.tsx';
import type { SectionProps } from './section-props.ts';
import type { ImportText } from './use-import-text.ts';

/** Many customers at once, from a paste or a file. */
export function ImportForm({ list, ...props }: SectionProps & { readonly list: ImportText }) {
  const { t } = useText();
  const { add, box, command, setText, text } = list;
  const { problem } = command;
  return (
    <Form submit={add} busy={command.busy}>
      <Field label={t('setup.import.label')} help={t('setup.import.help')}>
        {(control) => (
          <textarea
            {...control}
            ref={box}
            rows={4}
            spellcheck={false}
            placeholder={t('setup.import.example')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <SubmitButton look="primary">{t('setup.import.add')}</SubmitButton>
        <Button busy={command.busy} onClick={() => void command.run({ kind: 'importFile' })}>
          {t('setup.import.open')}
        </Button>
      </div>
      {command.busy && <ImportProgressBar {...props} />}
      {problem && <ProblemNotice problem={problem} announce />}
      {command.done?.kind === 'imported' && <ImportReportView report={command.done.report} />}
    </Form>
  );
}
