# What electron-builder's installer leaves out. Macros by these names are inserted by its own script.

# %LOCALAPPDATA%\Microsoft\WindowsApps is on every user's PATH since Windows 10: a file there needs no change of the PATH,
# which this NSIS would cut off at its longest string.
!define TIDEGATE_SHIM "$LOCALAPPDATA\Microsoft\WindowsApps\tidegate.cmd"
!define TIDEGATE_SCHEME "Software\Classes\tidegate"

!macro customInstall
  # A folder's name in other letters does not survive in a batch file, so it is named by its variable where it can be.
  StrCpy $R0 "$INSTDIR\bin\tidegate.cmd"
  StrLen $R1 $LOCALAPPDATA
  StrCpy $R2 $INSTDIR $R1
  ${if} $R2 == $LOCALAPPDATA
    StrCpy $R2 "$INSTDIR\bin\tidegate.cmd" "" $R1
    StrCpy $R0 "%LOCALAPPDATA%$R2"
  ${endIf}
  ClearErrors
  FileOpen $R3 "${TIDEGATE_SHIM}" w
  ${ifNot} ${Errors}
    FileWrite $R3 '@"$R0" %*$\r$\n'
    FileClose $R3
  ${endIf}

  # Tidegate registers its links when it starts as well; so they work before the first start.
  WriteRegStr HKCU "${TIDEGATE_SCHEME}" "" "URL:Tidegate"
  WriteRegStr HKCU "${TIDEGATE_SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "${TIDEGATE_SCHEME}\shell\open\command" "" '"$INSTDIR\${PRODUCT_FILENAME}.exe" "%1"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    Delete "${TIDEGATE_SHIM}"

    # The links and the autostart of this very installation; another one's stay.
    StrCpy $R0 '"$INSTDIR\${PRODUCT_FILENAME}.exe"'
    StrLen $R1 $R0
    ReadRegStr $R2 HKCU "${TIDEGATE_SCHEME}\shell\open\command" ""
    StrCpy $R2 $R2 $R1
    ${if} $R2 == $R0
      DeleteRegKey HKCU "${TIDEGATE_SCHEME}"
    ${endIf}
    ReadRegStr $R2 HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.tidegate"
    StrCpy $R2 $R2 $R1
    ${if} $R2 == $R0
      DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.tidegate"
    ${endIf}

    # What was downloaded for updates is no data of the user's.
    RMDir /r "$LOCALAPPDATA\tidegate-updater"
    RMDir /r "$LOCALAPPDATA\Tidegate\updates"

    # The user's data stays. Silently removed, nobody is there to be told.
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/S" $R1
    ${if} ${Errors}
      ${if} $LANGUAGE == 1036
        MessageBox MB_OK|MB_ICONINFORMATION "Tidegate est désinstallé. Vos données (liste, réglages, profils de navigateur) restent dans $LOCALAPPDATA\Tidegate. Pour les supprimer, supprimez ce dossier."
      ${else}
        MessageBox MB_OK|MB_ICONINFORMATION "Tidegate is removed. Your data (list, settings, browser profiles) stays in $LOCALAPPDATA\Tidegate. To remove it, delete that folder."
      ${endIf}
    ${endIf}
  ${endIf}
!macroend
