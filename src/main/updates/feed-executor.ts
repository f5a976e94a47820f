import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { guardRequests, type CreateRequest, type Guard, type RequestOptions } from './guarded-requests.ts';

/** Requests of electron-updater, in a session of its own that keeps nothing, behind the guard. */
export class FeedExecutor extends ElectronHttpExecutor {
  readonly #request: CreateRequest;

  /** `create`: what really asks; Electron's network where nothing else is said. */
  constructor(guard: Guard, create?: CreateRequest) {
    super();
    const electron = ((options, callback) => super.createRequest(options, callback)) as CreateRequest;
    this.#request = guardRequests(create ?? electron, guard);
  }

  override createRequest(options: RequestOptions, callback: (response: never) => void) {
    // Both kinds of request can do all that electron-updater asks of one.
    return this.#request(options, callback as never) as ReturnType<ElectronHttpExecutor['createRequest']>;
  }
}
