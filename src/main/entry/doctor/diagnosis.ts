import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import type { SourceId } from '#shared/customer/customer.ts';
import type { BrowserPolicyStatus } from '#shared/status/status.ts';
import type { RunningState } from '../channel/wire.ts';
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
    /** What undoes that customers are kept apart. */
    readonly policies: readonly BrowserPolicyStatus[];
  }[];
  readonly refusedBrowsers: readonly {
    readonly name: string;
    readonly path: string;
    readonly reason: string;
  }[];
  /** Why no customer could be opened; null when one could. */
  readonly browserProblem: ProblemKind | null;
  readonly signIns: {
    /** The setting. */
    readonly keep: boolean;
    /** There is a sealed file. */
    readonly onDisk: boolean;
    /** What would seal it on Linux, such as `gnome_libsecret`; null where the system has one kind only, or it is not known. */
    readonly store: string | null;
  };
  /** Of the application that runs; null when none does. */
  readonly running: RunningState | null;
  readonly lastSync: readonly {
    readonly source: SourceId;
    readonly at: string;
    readonly customers: number;
  }[];
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
  | { readonly kind: 'policy'; readonly browser: string; readonly policy: string }
  | { readonly kind: 'hotkey'; readonly hotkey: string }
  | { readonly kind: 'sign-in'; readonly accounts: number };

export function complaintsOf(diagnosis: Diagnosis): readonly Complaint[] {
  const { browserProblem, browsers, data, files, policyProblems, running } = diagnosis;
  const hotkeys = running === null ? [] : [running.hotkey, running.clipboardHotkey];
  return [
    ...(data.writable ? [] : [{ kind: 'data-unwritable' } as const]),
    ...files.flatMap(({ file, state }): Complaint[] =>
      state === 'ok' || state === 'missing' ? [] : [{ kind: 'file', file, state }],
    ),
    ...policyProblems.map((problem): Complaint => ({ kind: 'own-policy', problem })),
    ...(browserProblem === null ? [] : [{ kind: 'browser', problem: browserProblem } as const]),
    ...browsers.flatMap(({ name, policies }) =>
      policies.map(({ policy }): Complaint => ({ kind: 'policy', browser: name, policy })),
    ),
    ...hotkeys.flatMap(({ active, refused }): Complaint[] =>
      active === null && refused !== null ? [{ kind: 'hotkey', hotkey: refused }] : [],
    ),
    ...(running !== null && running.accountsToSignIn > 0
      ? [{ kind: 'sign-in', accounts: running.accountsToSignIn } as const]
      : []),
  ];
}
