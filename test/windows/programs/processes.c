/* Writes the processes that this user may look into, in UTF-8: a number, a tab, the command line, a NUL. Wine has no
   PowerShell to ask. */
#include <windows.h>
#include <tlhelp32.h>
#include <winternl.h>
#include <fcntl.h>
#include <io.h>
#include <stdio.h>

/* Of a process of 64 bits: where its block has the parameters, and these the command line. */
#define PARAMETERS 0x20
#define COMMAND_LINE 0x70

typedef NTSTATUS(NTAPI *Query)(HANDLE, PROCESSINFOCLASS, PVOID, ULONG, PULONG);

static void put_process(Query query, DWORD id) {
  HANDLE process = OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ, FALSE, id);
  PROCESS_BASIC_INFORMATION basic;
  char *parameters;
  UNICODE_STRING line;
  static wchar_t text[32768];
  static char bytes[98304];
  if (process == NULL) return;
  if (query(process, ProcessBasicInformation, &basic, sizeof basic, NULL) == 0 &&
      ReadProcessMemory(process, (char *)basic.PebBaseAddress + PARAMETERS, &parameters, sizeof parameters, NULL) &&
      ReadProcessMemory(process, parameters + COMMAND_LINE, &line, sizeof line, NULL) &&
      ReadProcessMemory(process, line.Buffer, text, line.Length, NULL)) {
    int size = WideCharToMultiByte(CP_UTF8, 0, text, line.Length / 2, bytes, sizeof bytes, NULL, NULL);
    printf("%lu\t", id);
    fwrite(bytes, 1, size, stdout);
    fputc(0, stdout);
  }
  CloseHandle(process);
}

int wmain(void) {
  Query query = (Query)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtQueryInformationProcess");
  HANDLE list = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
  PROCESSENTRY32W entry = {sizeof entry};
  if (query == NULL || list == INVALID_HANDLE_VALUE) return 3;
  _setmode(_fileno(stdout), _O_BINARY);
  for (BOOL more = Process32FirstW(list, &entry); more; more = Process32NextW(list, &entry))
    put_process(query, entry.th32ProcessID);
  return 0;
}
