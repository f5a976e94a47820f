import type { Problem } from '../problems/problem.ts';

/** What is known of newer versions of Tidegate. */
export type UpdateStatus =
  /** This Tidegate never looks for them. */
  | { readonly kind: 'none'; readonly why: NoUpdates }
  /** The setting, or an administrator, says no. */
  | { readonly kind: 'off' }
  /** None is known. `checked`: ISO 8601 time of the last look that worked; null before the first. */
  | { readonly kind: 'current'; readonly checked: string | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'downloading'; readonly version: string }
  /** The newer version is here, checked, and waits for a restart. */
  | { readonly kind: 'ready'; readonly version: string }
  /** On Linux the user, or the distribution, installs it: `command` is what to type, `file` what to download before. */
  | { readonly kind: 'offered'; readonly version: string; readonly file: string; readonly command: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * `no-feed`: the package was made without the address of one. `managed`: installed for everybody by an administrator, who
 * updates it. `portable`, `unpacked`: no installer knows this copy.
 */
export type NoUpdates = 'no-feed' | 'managed' | 'portable' | 'unpacked';
