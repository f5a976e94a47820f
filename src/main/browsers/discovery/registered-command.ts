/**
 * The executable a registered command starts, or nothing if it is not an absolute path on a drive.
 * Quoted or not, with arguments or without; a command with a variable in its path is not followed.
 */
export function executableOfCommand(command: string): string | undefined {
  const [, inQuotes, plain] = /^(?:"([^"]*)"|(.*?\.exe)(?=\s|$))/i.exec(command) ?? [];
  const path = (inQuotes ?? plain ?? '').trim();
  // SECURITY: a share (`\\host\...`) or a relative path would let somebody else choose what is started.
  return /^[A-Za-z]:\\[^<>:"|?*%/]+\.exe$/i.test(path) && !/(^|\\)\.\.?(\\|$)/.test(path) ? path : undefined;
}
