import type { Cloud } from '../cloud.ts';
import type { MessageKey } from '../locales/messages.ts';

/** A portal page that can be opened for a customer. The catalogue holds what each one is. */
export type DestinationId = 'defender';

/** What a page's address needs of the customer. */
export type Placeholder = 'tenantId' | 'defaultDomain';

/** Which host of the cloud a page is on: the name of the cloud's field. */
export type PortalHost = Extract<keyof Cloud, 'defender'>;

/** A portal page as data: where it is, and where in its address the customer stands. */
export interface Destination {
  /** Says in a problem which page it was. */
  readonly id: string;
  readonly name: MessageKey;
  readonly host: PortalHost;
  /** Begins with a slash; no query. */
  readonly path: string;
  /** Query parameter -> what of the customer it carries. */
  readonly query: Readonly<Record<string, Placeholder>>;
}
