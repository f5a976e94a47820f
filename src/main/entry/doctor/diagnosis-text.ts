import { inPrintedKeys } from '#shared/hotkeys/hotkey-problem.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Platform } from '#shared/platform.ts';
import type { CheckUp } from '#shared/status/check-up.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Surroundings } from './surroundings.ts';
import { complaintsOf, notesOf, type Complaint, type Diagnosis, type Note } from './diagnosis.ts';

/** A diagnosis for people, in its parts. */
export function checkUpOf(diagnosis: Diagnosis, platform: Platform, t: Translate): CheckUp {
  const complaints = complaintsOf(diagnosis).map((each) => complaintText(each, platform, t));
  return {
    healthy: complaints.length === 0,
    complaints,
    notes: notesOf(diagnosis).map((each) => noteText(each, t)),
    facts: factsText(diagnosis, platform, t),
  };
}

/** A diagnosis for people, as one text. */
export function diagnosisText(diagnosis: Diagnosis, platform: Platform, t: Translate): string {
  const { complaints, facts, notes } = checkUpOf(diagnosis, platform, t);
  return [
    facts,
    ...(notes.length === 0 ? [] : [t('cli.doctor.notes'), ...notes.map((each) => `  ${each}`)]),
    ...(complaints.length === 0
      ? [t('cli.doctor.well')]
      : [t('cli.doctor.complaints'), ...complaints.map((each) => `  ${each}`)]),
  ].join('\n');
}

function factsText(diagnosis: Diagnosis, platform: Platform, t: Translate): string {
  const { browsers, data, files, lastSync, refusedBrowsers, running, runtime, signIns, surroundings } =
    diagnosis;
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
    ...surroundingsText(surroundings, t),
  ].join('\n');
}

function surroundingsText(
  { clockAhead, freeMegabytes, network, tray }: Surroundings,
  t: Translate,
): string[] {
  return [
    ...(freeMegabytes === null ? [] : [t('cli.doctor.disk', { megabytes: freeMegabytes })]),
    ...network.map(({ host, problem, proxy }) => {
      const way = proxy === null ? '' : ` (${proxy})`;
      return t(problem === null ? 'cli.doctor.reached' : 'cli.doctor.notReached', { host: `${host}${way}` });
    }),
    ...(clockAhead === null ? [] : [t('cli.doctor.clock', { seconds: clockAhead })]),
    ...(tray === null ? [] : [t(tray ? 'cli.doctor.tray' : 'cli.doctor.noTray')]),
  ];
}

function noteText(note: Note, t: Translate): string {
  switch (note.kind) {
    case 'policy':
      return policyText(note, t);
    case 'no-tray':
      return t('cli.note.noTray');
    case 'no-keyring':
      return explained(problem('tokens-not-kept', {}), t);
    case 'old-list':
      return t('cli.note.oldList', { source: note.source, count: note.days });
  }
}

function policyText({ browser, effect, policy }: Extract<Note, { kind: 'policy' }>, t: Translate): string {
  return t(`browser.policy.${effect}`, { browser, policy });
}

/** What happened, and what to do now. */
function explained(trouble: Problem, t: Translate): string {
  const { message, next } = explain(t, trouble);
  return `${message} ${next}`;
}

function complaintText(complaint: Complaint, platform: Platform, t: Translate): string {
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
      return policyText(complaint, t);
    case 'hotkey':
      return explained(inPrintedKeys(complaint.problem, platform, t), t);
    case 'disk-full':
      return t('cli.complaint.disk', { megabytes: complaint.megabytes });
    case 'network':
      return explained(complaint.problem, t);
    case 'clock':
      return t('cli.complaint.clock', { count: complaint.minutes });
    case 'sign-in':
      return t('cli.complaint.signIn', { count: complaint.accounts });
  }
}
