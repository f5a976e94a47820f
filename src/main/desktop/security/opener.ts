import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { parseAddressOn, shownAddress } from '../../system/net/https-address.ts';

/** Opens an address in the browser the system prefers. Electron's `shell.openExternal` is one. */
type OpenExternal = (url: string) => Promise<void>;

/** The only way an address leaves Tidegate for the system's own browser: pages of Microsoft's sign-in. */
export class Opener {
  readonly #openExternal: OpenExternal;
  readonly #hosts: ReadonlySet<string>;

  constructor(openExternal: OpenExternal, hosts: ReadonlySet<string>) {
    this.#openExternal = openExternal;
    this.#hosts = hosts;
  }

  /** Errors: `address-refused`, `sign-in-page-unopened`. */
  async open(address: string): Promise<Result<void, Problem>> {
    // SECURITY: what is opened is the parsed address, never the text, and only on a host of the list.
    const url = parseAddressOn(address, this.#hosts);
    if (!url) return err(problem('address-refused', { address: shownAddress(address) }));
    try {
      await this.#openExternal(url.href);
      return ok(undefined);
    } catch (error) {
      return err(problem('sign-in-page-unopened', { reason: reasonOf(error) }));
    }
  }
}
