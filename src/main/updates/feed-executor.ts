import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { guardRequests, type CreateRequest, type Guard, type RequestOptions } from './guarded-requests.ts';

/**
 * Requests of electron-updater, behind the guard. SECURITY: never in its own session, for which Electron fetches a dictionary
 * from a host of Google's as soon as there is one.
 */
export class FeedExecutor extends ElectronHttpExecutor {
  readonly #request: CreateRequest;

  /** `create`: makes the real request. */
  constructor(guard: Guard, create: CreateRequest) {
    super();
    this.#request = guardRequests(create, guard);
  }

  override createRequest(options: RequestOptions, callback: (response: never) => void) {
    // Electron's and Node's requests can both do all that electron-updater asks of one.
    return this.#request(options, callback as never) as ReturnType<ElectronHttpExecutor['createRequest']>;
  }
}
