import type { Destination, DestinationId } from './destination.ts';

/**
 * Every page that can be opened.
 * `defender`: documented by Microsoft for MSSPs and for the multitenant view ("access the MSSP customer portal",
 * "mto-requirements": `https://security.microsoft.com/?tid=tenant_id`), for B2B and for GDAP access alike.
 */
export const catalogue: Readonly<Record<DestinationId, Destination>> = {
  defender: {
    id: 'defender',
    name: 'destination.defender',
    host: 'defender',
    path: '/',
    query: { tid: 'tenantId' },
  },
};
