import { test } from 'vitest';
import {
  addressesAreComplete,
  linksOpenTheirCustomer,
  onlyListedHostsAreRead,
  waysInAgree,
} from './properties.ts';

// The same at full size: test/long.
const cases = 2_000;

test('no page gives anything but its own host, complete', () => addressesAreComplete(cases));
test('no text opens anything but a link of its customer', () => linksOpenTheirCustomer(cases));
test('no host is read but those of the list', () => onlyListedHostsAreRead(cases));
test('finder, clipboard and command line make the same of a text', () => waysInAgree(cases));
