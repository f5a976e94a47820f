import { writeSync } from 'node:fs';
import { readPolicy } from '../../../../../src/main/state/settings/policy.ts';

// Says what the policy of this machine is, for a machine that forbid-keeping.test.ts has made.
writeSync(1, JSON.stringify(await readPolicy('linux')));
