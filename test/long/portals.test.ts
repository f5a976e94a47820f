import { test } from 'vitest';
import {
  addressesAreComplete,
  linksOpenTheirCustomer,
  onlyListedHostsAreRead,
  waysInAgree,
} from '../unit/shared/portals/properties.ts';

const cases = 100_000;
const patience = 600_000;

test('no page gives anything but its own host, complete', () => addressesAreComplete(cases), patience);
test('no text opens anything but a link of its customer', () => linksOpenTheirCustomer(cases), patience);
test('no host is read but those of the list', () => onlyListedHostsAreRead(cases), patience);
test('finder, clipboard and command line make the same of a text', () => waysInAgree(cases), patience);
