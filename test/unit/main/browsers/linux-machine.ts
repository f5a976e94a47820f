import type {
  DesktopFile,
  Executable,
  LinuxScan,
} from '../../../../src/main/browsers/discovery/plan-linux.ts';

/** A desktop file with what the planner reads of it. */
export function desktopFile(id: string, exec: string, ...more: string[]): DesktopFile {
  return { id, text: ['[Desktop Entry]', 'Type=Application', `Exec=${exec}`, ...more, ''].join('\n') };
}

/** An executable; `realPath` is where its links lead. */
export function executable(path: string, realPath = path, script?: string): Executable {
  return { path, realPath, ...(script === undefined ? {} : { script }) };
}

export function linux(listing: Partial<LinuxScan>): LinuxScan {
  return {
    searchPath: ['/usr/local/bin', '/usr/bin', '/bin', '/snap/bin'],
    desktopFiles: [],
    executables: [],
    defaults: [],
    ...listing,
  };
}
