import { faultsOfLists, firstPage, laterPage } from '../../support/list-faults.ts';

faultsOfLists([
  ['the first page of GDAP customers', 'gdap', 'graph.gdap-customers', firstPage],
  ['a later page of GDAP customers', 'gdap', 'graph.gdap-customers', laterPage],
  ['the first page of GDAP relationships', 'gdap', 'graph.gdap-relationships', firstPage],
  ['a later page of GDAP relationships', 'gdap', 'graph.gdap-relationships', laterPage],
  ['the first page of governance relationships', 'governance', 'graph.governance', firstPage],
  ['a later page of governance relationships', 'governance', 'graph.governance', laterPage],
  ['the first page of contracts', 'contracts', 'graph.contracts', firstPage],
  ['a later page of contracts', 'contracts', 'graph.contracts', laterPage],
]);
