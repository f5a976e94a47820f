import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Status } from '#shared/status/status.ts';
import { complaintsOf, type Complaint, type Diagnosis } from './diagnosis.ts';

/** A diagnosis for people. */
export function diagnosisText(diagnosis: Diagnosis, platform: Status['platform'], t: Translate): string {
  const { browsers, data, files, lastSync, refusedBrowsers, running, runtime, signIns } = diagnosis;
  const complaints = complaintsOf(diagnosis);
  const hotkey = (active: string | null): string =>
    active === null ? t('cli.doctor.none') : formatAccelerator(active, platform, t);
  return [
    `Tidegate ${diagnosis.version}, Electron ${runtime.electron}, Chromium ${runtime.chromium}, Node ${runtime.node}`,
    t('cli.doctor.system', { system: diagnosis.system }),
    t(data.writable ? 'cli.doctor.data' : 'cli.doctor.dataUnwritable', { folder: data.folder }),
    ...files.map(({ file, state }) => `  ${file}: ${t(`cli.doctor.file.${state}`)}`),
    t('cli.doctor.browsers'),
    ...(browsers.length === 0 ? [`  ${t('cli.doctor.none')}`] : []),
    ...browsers.map(({ id, isDefault, name, version }) => {
      const words = [`${name} ${version ?? ''}`.trim(), ...(isDefault ? [t('cli.doctor.default')] : [])];
      return `  ${id}: ${words.join(', ')}`;
    }),
    ...refusedBrowsers.map(({ name, path, reason }) => t('cli.doctor.refused', { name, path, reason })),
    t(running === null ? 'cli.doctor.notRunning' : 'cli.doctor.running'),
    ...(running === null
      ? []
      : [
          t('cli.doctor.hotkey', { hotkey: hotkey(running.hotkey.active) }),
          t('cli.doctor.clipboardHotkey', { hotkey: hotkey(running.clipboardHotkey.active) }),
        ]),
    t(signIns.keep ? 'cli.doctor.keep' : 'cli.doctor.keepNot', { store: signIns.store ?? '?' }),
    t(signIns.onDisk ? 'cli.doctor.tokens' : 'cli.doctor.noTokens'),
    ...lastSync.map(({ at, customers, source }) => t('cli.doctor.sync', { source, at, count: customers })),
    ...(complaints.length === 0
      ? [t('cli.doctor.well')]
      : [t('cli.doctor.complaints'), ...complaints.map((each) => `  ${complaintText(each, platform, t)}`)]),
  ].join('\n');
}

function complaintText(complaint: Complaint, platform: Status['platform'], t: Translate): string {
  switch (complaint.kind) {
    case 'data-unwritable':
      return t('cli.complaint.data');
    case 'file':
      return t('cli.complaint.file', {
        file: complaint.file,
        state: t(`cli.doctor.file.${complaint.state}`),
      });
    case 'own-policy':
      return explain(t, complaint.problem).message;
    case 'browser':
      return t('cli.complaint.browser', { problem: complaint.problem });
    case 'policy':
      return t('cli.complaint.policy', { browser: complaint.browser, policy: complaint.policy });
    case 'hotkey':
      return t('problem.hotkey-taken', { hotkey: formatAccelerator(complaint.hotkey, platform, t) });
    case 'sign-in':
      return t('cli.complaint.signIn', { count: complaint.accounts });
  }
}
