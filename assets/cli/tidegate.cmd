@echo off
rem Within a script cmd waits for a program without a console as well (start /?), and gives its exit code.
rem What a prompt with delayed expansion would replace between two exclamation marks is left alone.
setlocal DisableDelayedExpansion
"%~dp0..\Tidegate.exe" %*
exit /b %errorlevel%
