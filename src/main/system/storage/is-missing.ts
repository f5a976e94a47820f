/** True for what the file system throws where nothing has the name: not there is not the same as out of reach. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
