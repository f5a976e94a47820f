import { useEffect, useState } from 'preact/hooks';
import type { About, CheckUp } from '#shared/status/check-up.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** Which Tidegate this is, what the doctor finds, a report for whoever helps, and where everything lies. */
export function AboutPage({ api }: SectionProps) {
  const { t } = useText();
  const [about, setAbout] = useState<About | null>(null);
  const [checkUp, setCheckUp] = useState<CheckUp | null>(null);
  const [looking, setLooking] = useState(true);
  const [said, setSaid] = useState('');
  const command = useCommand(api);
  const look = async (): Promise<void> => {
    setLooking(true);
    setSaid('');
    setCheckUp(await api.checkUp());
    setLooking(false);
  };
  useEffect(() => {
    void api.about().then(setAbout);
    void look();
  }, []);
  const copy = async (): Promise<void> => {
    setSaid('');
    if ((await command.run({ kind: 'copyReport' })).ok) setSaid(t('about.report.copied'));
  };
  return (
    <>
      <Section title={t('about.versions')} about={t('about.licence')}>
        {about !== null && (
          <p>
            {`Tidegate ${about.version} · Electron ${about.electron} · Chromium ${about.chromium} · Node ${about.node} · ${about.system}`}
          </p>
        )}
        <p class="buttons">
          <Button onClick={() => void command.run({ kind: 'showPlace', place: 'licences' })}>
            {t('about.licences')}
          </Button>
        </p>
      </Section>
      <Section title={t('about.doctor')} about={t('about.doctorAbout')}>
        <div role="status">
          {looking && <p>{t('about.doctor.looking')}</p>}
          {!looking && checkUp === null && <Notice tone="danger">{t('about.doctor.silent')}</Notice>}
          {checkUp?.complaints.map((text) => (
            <Notice key={text} tone="danger">
              {text}
            </Notice>
          ))}
          {checkUp?.notes.map((text) => (
            <Notice key={text} tone="warning">
              {text}
            </Notice>
          ))}
          {/* A note is no complaint, but “no problems” right below it would deny it. */}
          {checkUp?.healthy === true && checkUp.notes.length === 0 && <p>{t('cli.doctor.well')}</p>}
        </div>
        {checkUp !== null && (
          <pre class="doctor-facts" tabIndex={0} role="group" aria-label={t('about.doctor')}>
            {checkUp.facts}
          </pre>
        )}
        <p class="buttons">
          <Button busy={looking} onClick={() => void look()}>
            {t('about.doctor.again')}
          </Button>
          <Button busy={looking} onClick={() => void copy()}>
            {t('about.report.copy')}
          </Button>
        </p>
        <p class="field-help" role="status">
          {said}
        </p>
        <p class="field-help">{t('about.report.help')}</p>
        {command.problem && <ProblemNotice problem={command.problem} announce />}
      </Section>
      <Section title={t('about.places')} about={about?.dataFolder ?? ''}>
        <p class="buttons">
          <Button onClick={() => void command.run({ kind: 'showPlace', place: 'data' })}>
            {t('about.places.data')}
          </Button>
          <Button onClick={() => void command.run({ kind: 'showPlace', place: 'log' })}>
            {t('about.places.log')}
          </Button>
        </p>
      </Section>
      <Section title={t('about.more')} about={t('about.documentation')}>
        <p>{t('about.security')}</p>
      </Section>
    </>
  );
}
