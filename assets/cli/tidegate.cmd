@echo off
rem Tidegate.exe belongs to no console, so a console would not wait for it nor show what it writes.
rem Not proven on a real Windows: docs/command-line.md.
start "" /b /wait "%~dp0Tidegate.exe" %*
exit /b %errorlevel%
