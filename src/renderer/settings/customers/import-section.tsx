import { useEffect } from 'preact/hooks';
import { ImportProgressBar } from '../../sections/import-progress.tsx';
import { ImportReportView } from '../../sections/import-report.tsx';
import { leftToMend } from '../../sections/left-to-mend.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { ImportPreviewView } from './import-preview.tsx';
import { useImport } from './use-import.ts';

/** Many customers at once, from a paste or a file: first what would change, then the change. */
export function ImportSection({ api, state: app }: SectionProps) {
  const { t } = useText();
  const [text, setText] = useKept('import.text');
  const { state, busy, carryOut, forget, preview } = useImport(api);
  const { dropped } = app.status;
  useEffect(() => {
    if (dropped !== null) void preview({ kind: 'again' });
  }, [dropped]);
  const apply = async (): Promise<void> => {
    if (state.kind !== 'previewed') return;
    const done = await carryOut(state.preview, state.origin);
    // What was refused stays, to be mended; what was typed meanwhile stays too.
    if (done.kind !== 'imported' || done.origin.kind !== 'text') return;
    const taken = done.origin.text;
    setText((now) => (now === taken ? leftToMend(taken, done.report) : now));
  };
  return (
    <Section title={t('settings.import.title')} about={t('settings.import.about')}>
      <Form submit={() => preview({ kind: 'text', text })} busy={busy}>
        <Field label={t('setup.import.label')} help={t('setup.import.help')}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              spellcheck={false}
              placeholder={t('setup.import.example')}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                // A preview is of a text; of another one it would tell what is not so.
                if (state.kind !== 'idle') forget();
              }}
            />
          )}
        </Field>
        <div class="buttons">
          <SubmitButton look={state.kind === 'previewed' ? 'plain' : 'primary'}>
            {t('settings.import.preview')}
          </SubmitButton>
          <Button busy={busy} onClick={() => void preview({ kind: 'file' })}>
            {t('setup.import.open')}
          </Button>
        </div>
        {busy && <ImportProgressBar api={api} state={app} />}
        {state.kind === 'failed' && <ProblemNotice problem={state.problem} announce />}
        {state.kind === 'imported' && <ImportReportView report={state.report} />}
      </Form>
      {state.kind === 'previewed' && (
        <ImportPreviewView
          preview={state.preview}
          busy={busy}
          apply={() => void apply()}
          readAs={(encoding) => void preview({ kind: 'again', ...(encoding !== null && { encoding }) })}
          discard={forget}
        />
      )}
    </Section>
  );
}
