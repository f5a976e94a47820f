/* Writes what it was started with, in UTF-8: arguments, then environment, each text with a NUL behind it; an empty one
   ends each part. It goes to the file that TIDEGATE_ARGUMENTS names: written whole, then renamed. What TIDEGATE_SAY holds
   it says as Electron does: where its output goes, and else in the console of whoever started it. */
#include <windows.h>
#include <stdio.h>

static void put(FILE *file, const wchar_t *text) {
  char bytes[65536];
  int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
  fwrite(bytes, 1, size > 0 ? size : 0, file);
}

static void say(const wchar_t *text) {
  HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
  char bytes[4096];
  DWORD mode, done;
  if (output == NULL || GetFileType(output) == FILE_TYPE_UNKNOWN) {
    AttachConsole(ATTACH_PARENT_PROCESS);
    output = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                         OPEN_EXISTING, 0, NULL);
  }
  if (GetConsoleMode(output, &mode)) WriteConsoleW(output, text, wcslen(text), &done, NULL);
  else
    WriteFile(output, bytes, WideCharToMultiByte(CP_UTF8, 0, text, wcslen(text), bytes, sizeof bytes, NULL, NULL),
              &done, NULL);
}

int wmain(int count, wchar_t **arguments) {
  wchar_t path[4096], aside[4096], code[16], answer[1024];
  if (GetEnvironmentVariableW(L"TIDEGATE_ARGUMENTS", path, 4096) == 0) return 3;
  swprintf(aside, 4096, L"%ls.aside", path);
  FILE *file = _wfopen(aside, L"wb");
  if (file == NULL) return 4;
  for (int at = 1; at < count; at += 1) {
    fputc('+', file);
    put(file, arguments[at]);
  }
  put(file, L"");
  wchar_t *environment = GetEnvironmentStringsW();
  for (wchar_t *entry = environment; *entry != 0; entry += wcslen(entry) + 1) put(file, entry);
  put(file, L"");
  fclose(file);
  if (!MoveFileExW(aside, path, MOVEFILE_REPLACE_EXISTING)) return 5;
  if (GetEnvironmentVariableW(L"TIDEGATE_SAY", answer, 1024) > 0) say(answer);
  return GetEnvironmentVariableW(L"TIDEGATE_EXIT", code, 16) == 0 ? 0 : _wtoi(code);
}
