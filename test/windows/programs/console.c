/* Runs a command line in a console of its own and writes down, in UTF-8, what stands on it at the end: a line each. The
   file comes first. Ends as the command does. */
#include <windows.h>
#include <stdio.h>

static void put_line(FILE *file, HANDLE screen, SHORT width, SHORT row) {
  wchar_t text[1024];
  char bytes[4096];
  DWORD count = 0;
  COORD from = {0, row};
  ReadConsoleOutputCharacterW(screen, text, width < 1024 ? width : 1024, from, &count);
  while (count > 0 && text[count - 1] == L' ') count -= 1;
  fwrite(bytes, 1, WideCharToMultiByte(CP_UTF8, 0, text, count, bytes, sizeof bytes, NULL, NULL), file);
  fputc('\n', file);
}

int wmain(int count, wchar_t **arguments) {
  STARTUPINFOW start = {sizeof start};
  PROCESS_INFORMATION process;
  CONSOLE_SCREEN_BUFFER_INFO info;
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  DWORD both = GENERIC_READ | GENERIC_WRITE, shared = FILE_SHARE_READ | FILE_SHARE_WRITE, code;
  if (count != 3) return 103;
  FreeConsole();
  /* Wine gives up on a console that a busy machine is slow to start. */
  for (int tries = 1; !AllocConsole(); tries += 1) {
    if (tries == 20) return 104;
    Sleep(500);
  }
  /* Whoever started this may have given it other ways in and out. */
  HANDLE keys = CreateFileW(L"CONIN$", both, shared, &inherited, OPEN_EXISTING, 0, NULL);
  HANDLE screen = CreateFileW(L"CONOUT$", both, shared, &inherited, OPEN_EXISTING, 0, NULL);
  SetStdHandle(STD_INPUT_HANDLE, keys);
  SetStdHandle(STD_OUTPUT_HANDLE, screen);
  SetStdHandle(STD_ERROR_HANDLE, screen);
  if (!CreateProcessW(NULL, arguments[2], NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) return 105;
  WaitForSingleObject(process.hProcess, INFINITE);
  if (!GetExitCodeProcess(process.hProcess, &code)) return 106;
  FILE *file = _wfopen(arguments[1], L"wb");
  if (file == NULL || !GetConsoleScreenBufferInfo(screen, &info)) return 107;
  for (SHORT row = 0; row <= info.dwCursorPosition.Y; row += 1) put_line(file, screen, info.dwSize.X, row);
  fclose(file);
  return (int)code;
}
