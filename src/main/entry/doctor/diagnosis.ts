import { hotkeyProblem } from '#shared/hotkeys/hotkey-problem.ts';
import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import type { SourceId } from '#shared/customer/customer.ts';
import { policyEffects, type BrowserPolicyStatus, type PolicyEffect } from '#shared/status/policy-effect.ts';
import type { RunningState } from '../channel/wire.ts';
import type { Surroundings } from './surroundings.ts';
import type { FileFound } from '../command-line/disk-copy.ts';

/** What `tidegate doctor` finds. It names no customer and no account, so that it can be sent to whoever helps. */
export interface Diagnosis {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly chromium: string; readonly node: string };
  /** Such as `linux x64 6.1.0`. */
  readonly system: string;
  readonly data: { readonly folder: string; readonly writable: boolean };
  readonly files: readonly FileFound[];
  /** What is wrong with the administrator's policy of Tidegate. */
  readonly policyProblems: readonly Problem[];
  readonly browsers: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: string | null;
    /** The system opens web links in it. */
    readonly isDefault: boolean;
    /** What an administrator's policies do to customers' profiles. */
    readonly policies: readonly BrowserPolicyStatus[];
  }[];
  readonly refusedBrowsers: readonly {
    readonly name: string;
    readonly path: string;
    readonly reason: string;
  }[];
  /** Why no customer could be opened; null when one could. */
  readonly browserProblem: ProblemKind | null;
  readonly surroundings: Surroundings;
  readonly signIns: {
    /** The application is registered, so that somebody can sign in. */
    readonly wanted: boolean;
    /** The setting. */
    readonly keep: boolean;
    /** There is a sealed file. */
    readonly onDisk: boolean;
    /** What would seal it on Linux, such as `gnome_libsecret`; null where the system has one kind only, or it is not known. */
    readonly store: string | null;
  };
  /** The state of the application that runs; null when none does. */
  readonly running: RunningState | null;
  /** When this was found: ISO 8601. */
  readonly at: string;
  readonly lastSync: readonly {
    readonly source: SourceId;
    readonly at: string;
    readonly customers: number;
  }[];
}

/** A policy of a browser that does something to customers' profiles. */
interface PolicyFinding extends BrowserPolicyStatus {
  readonly kind: 'policy';
  /** Its name. */
  readonly browser: string;
}

/** What is wrong, in the order in which it is worth mending. Empty when all is well. */
export type Complaint =
  | { readonly kind: 'data-unwritable' }
  | {
      readonly kind: 'file';
      readonly file: string;
      readonly state: Exclude<FileFound['state'], 'ok' | 'missing'>;
    }
  | { readonly kind: 'own-policy'; readonly problem: Problem }
  | { readonly kind: 'browser'; readonly problem: ProblemKind }
  | PolicyFinding
  | { readonly kind: 'hotkey'; readonly problem: Problem }
  | { readonly kind: 'sign-in'; readonly accounts: number }
  | { readonly kind: 'disk-full'; readonly megabytes: number }
  | { readonly kind: 'network'; readonly problem: Problem }
  /** The clock is so many minutes off. */
  | { readonly kind: 'clock'; readonly minutes: number };

/** What is worth knowing though it keeps nothing from working. */
export type Note =
  | PolicyFinding
  | { readonly kind: 'no-tray' }
  | { readonly kind: 'no-keyring' }
  /** The source was last listed so many days ago. */
  | { readonly kind: 'old-list'; readonly source: SourceId; readonly days: number };

/** With less free space than this a list can no longer be written safely. */
const leastMegabytes = 200;
/** Microsoft refuses a token that is more than five minutes off. */
const mostSecondsOff = 300;
const oldAfterDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

export function complaintsOf(diagnosis: Diagnosis): readonly Complaint[] {
  const { browserProblem, browsers, data, files, policyProblems, running, surroundings } = diagnosis;
  const { clockAhead, freeMegabytes, network } = surroundings;
  const hotkeys = running === null ? [] : [running.hotkey, running.clipboardHotkey];
  return [
    ...(data.writable ? [] : [{ kind: 'data-unwritable' } as const]),
    ...(freeMegabytes !== null && freeMegabytes < leastMegabytes
      ? [{ kind: 'disk-full', megabytes: freeMegabytes } as const]
      : []),
    ...files.flatMap(({ file, state }): Complaint[] =>
      state === 'ok' || state === 'missing' ? [] : [{ kind: 'file', file, state }],
    ),
    ...policyProblems.map((problem): Complaint => ({ kind: 'own-policy', problem })),
    ...(browserProblem === null ? [] : [{ kind: 'browser', problem: browserProblem } as const]),
    ...policiesIn(browsers, 'harm'),
    ...hotkeys.flatMap((hotkey): Complaint[] => {
      const trouble = hotkeyProblem(hotkey);
      return trouble === undefined ? [] : [{ kind: 'hotkey', problem: trouble }];
    }),
    ...(running !== null && running.accountsToSignIn > 0
      ? [{ kind: 'sign-in', accounts: running.accountsToSignIn } as const]
      : []),
    ...network.flatMap(({ problem: trouble }): Complaint[] =>
      trouble === null ? [] : [{ kind: 'network', problem: trouble }],
    ),
    ...(clockAhead !== null && Math.abs(clockAhead) > mostSecondsOff
      ? [{ kind: 'clock', minutes: Math.round(Math.abs(clockAhead) / 60) } as const]
      : []),
  ];
}

export function notesOf({ at, browsers, lastSync, signIns, surroundings }: Diagnosis): readonly Note[] {
  const withoutKeyring = signIns.store === 'basic_text' || signIns.store === 'unknown';
  return [
    ...policiesIn(browsers, 'note'),
    ...(surroundings.tray === false ? [{ kind: 'no-tray' } as const] : []),
    ...(signIns.wanted && signIns.keep && withoutKeyring ? [{ kind: 'no-keyring' } as const] : []),
    ...lastSync.flatMap((listed): Note[] => {
      const days = Math.floor((Date.parse(at) - Date.parse(listed.at)) / dayMs);
      return days >= oldAfterDays ? [{ kind: 'old-list', source: listed.source, days }] : [];
    }),
  ];
}

function policiesIn(
  browsers: Diagnosis['browsers'],
  wanted: (typeof policyEffects)[PolicyEffect],
): readonly PolicyFinding[] {
  return browsers.flatMap(({ name, policies }) =>
    policies
      .filter(({ effect }) => policyEffects[effect] === wanted)
      .map((each) => ({ kind: 'policy' as const, browser: name, ...each })),
  );
}
