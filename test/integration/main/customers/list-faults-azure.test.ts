import { faultsOfLists, firstPage, laterPage } from '../../support/list-faults.ts';

faultsOfLists([
  ['the first page of Azure tenants', 'azure-tenants', 'arm.tenants', firstPage],
  ['a later page of Azure tenants', 'azure-tenants', 'arm.tenants', laterPage],
  ['the first page of subscriptions', 'lighthouse', 'arm.subscriptions', firstPage],
  ['a later page of subscriptions', 'lighthouse', 'arm.subscriptions', laterPage],
]);
