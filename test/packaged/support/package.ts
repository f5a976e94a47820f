import { join } from 'node:path';

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the lane with "npm test -- packaged".`);
  return value;
};

/** The folder that electron-builder made: what an installer would put on a user's machine. */
export const packageFolder = needed('TIDEGATE_TEST_PACKAGE');
export const executable = join(packageFolder, 'tidegate');
export const archive = join(packageFolder, 'resources', 'app.asar');

/** A runtime with its fuses as they come, and the application unpacked: what the package is compared with. */
export const openRuntime = {
  executable: needed('TIDEGATE_TEST_ELECTRON'),
  application: needed('TIDEGATE_TEST_APP'),
};
