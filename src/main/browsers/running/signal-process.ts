/** Signals a process; one that has ended meanwhile needs none. */
export function signalProcess(pid: number, signal: 'SIGTERM'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
