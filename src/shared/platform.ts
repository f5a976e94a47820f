/** The systems Tidegate runs on, as Node names them. */
export type Platform = 'win32' | 'darwin' | 'linux';
