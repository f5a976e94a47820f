import fc from 'fast-check';
import { seed } from './seed.ts';

// A change is judged by its own merit and not by luck.
fc.configureGlobal({ seed });

export { fc };
