import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
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
    <form
      class="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
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
        <Button type="submit" look="primary" disabled={command.busy}>
          {t('setup.import.add')}
        </Button>
        <Button disabled={command.busy} onClick={() => void command.run({ kind: 'importFile' })}>
          {t('setup.import.open')}
        </Button>
      </div>
      {command.busy && <ImportProgressBar {...props} />}
      {problem && <ProblemNotice problem={problem} announce />}
      {command.done?.kind === 'imported' && <ImportReportView report={command.done.report} />}
    </form>
  );
}
