/* Stands for a browser: holds a file as Chromium on Windows holds its lock (opened for itself alone, deleted when it is
   closed), has a top-level window, and ends as soon as that window is asked to close.
   holder.exe <file> [lock|read|stubborn] [anything, as --user-data-dir=...]
   lock: as Chromium. read: open for reading, shared for reading alone, as a virus scanner does. stubborn: as lock, and
   the window is not closed when it is asked. It prints "held" once all is there. */
#include <windows.h>
#include <stdio.h>

static int stubborn = 0;

static LRESULT CALLBACK hear(HWND window, UINT message, WPARAM wide, LPARAM lng) {
  if (message == WM_CLOSE && stubborn) return 0;
  if (message == WM_DESTROY) PostQuitMessage(0);
  return DefWindowProcW(window, message, wide, lng);
}

int wmain(int count, wchar_t **arguments) {
  if (count < 3) return 3;
  int reads = wcscmp(arguments[2], L"read") == 0;
  stubborn = wcscmp(arguments[2], L"stubborn") == 0;
  HANDLE file = reads ? CreateFileW(arguments[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL)
                      : CreateFileW(arguments[1], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS,
                                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, NULL);
  if (file == INVALID_HANDLE_VALUE) return 4;
  WNDCLASSW kind = {0};
  kind.lpfnWndProc = hear;
  kind.hInstance = GetModuleHandleW(NULL);
  kind.lpszClassName = L"Chrome_WidgetWin_1";
  RegisterClassW(&kind);
  HWND window = CreateWindowExW(0, kind.lpszClassName, L"A page", WS_OVERLAPPEDWINDOW | WS_VISIBLE, 0, 0, 300, 200,
                                NULL, NULL, kind.hInstance, NULL);
  puts(window == NULL ? "held without a window" : "held");
  fflush(stdout);
  MSG message;
  while (GetMessageW(&message, NULL, 0, 0) > 0) DispatchMessageW(&message);
  CloseHandle(file);
  return 0;
}
