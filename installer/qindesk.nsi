; The installer of QinDesk for Windows: per user, without an administrator, in Chinese and English.
; The rule: the version that is there stays whole and working until the new one lies beside it, complete.
;
;   makensis -DVERSION=0.1.0 -DSOURCE=… -DART=… -DOUT=qindesk-0.1.0-setup.exe [-DSIGN=command] [-DQUICK] qindesk.nsi
;
; Arguments: /S says nothing · /AUTOSTART and /DESKTOP turn these on · /NOSTART does not start again what was running
;   /START starts it in any case · /LANG=2052 or 1033 · /D=FOLDER (the last one, without quotes). A policy.json beside the installer is taken along.
; Uninstaller: /S keeps the data, /S /REMOVEDATA deletes it too.
; Exit codes: 0 done · 1 ended by the user · 3 QinDesk does not quit, nothing was changed · 4 Windows is too old
;   5 not written (disk full, no permission), the old version is as it was · 6 a newer version is installed
;   7 another installer of QinDesk is at work
Unicode true
Target amd64-unicode
!ifndef VERSION | SOURCE | OUT | ART
  !error "VERSION, SOURCE, OUT and ART are needed"
!endif
!define APP "QinDesk"
!define PROGRAM "qindesk.exe"
!define LINK "QinDesk 亲台.lnk"
!define OWN_KEY "Software\QinDesk"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define DATA "$LOCALAPPDATA\qindesk"
!define MOST_LOOKS 80 ; of a quarter of a second each
!define RUNNING 3
!define TOO_OLD 4
!define NOT_WRITTEN 5
!define NEWER 6
!define TWICE 7

Name "QinDesk 亲台 ${VERSION}"
BrandingText "QinDesk 亲台 ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${OWN_KEY}" "InstallDir"
!ifdef QUICK ; for tests: larger, but packed in a moment
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
SetFont "Microsoft YaHei UI" 9
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!ifdef SIGN ; a command that signs the file that is its argument: the uninstaller lies inside the installer
  !uninstfinalize '"${SIGN}" "%1"'
  !finalize '"${SIGN}" "%1"'
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh

Var Before ; the folder of the version that is installed, empty where there is none
Var WasRunning ; 1 where that one ran when we came

!define MUI_ICON "${ART}/qindesk.ico"
!define MUI_UNICON "${ART}/qindesk.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ART}/side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ART}/side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${ART}/head.bmp"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(START_NOW)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_FINISHPAGE_TEXT "$(FINISHED)"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_CUSTOMFUNCTION_SHOW un.WithoutSpace
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English" ; what everybody else gets
!insertmacro MUI_LANGUAGE "SimpChinese"
!include "chinese.nsh"
!include "english.nsh"

VIProductVersion "${VERSION}.0"
!macro Tell LANGUAGE DESCRIPTION
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "QinDesk 亲台"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "QinDesk"
!macroend
!insertmacro Tell ${LANG_SIMPCHINESE} "亲台安装程序"
!insertmacro Tell ${LANG_ENGLISH} "QinDesk installer"

; Leaves with an exit code; a person is told why, a script is not.
!macro Leave CODE WHY
  MessageBox MB_OK|MB_ICONEXCLAMATION "${WHY}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
!define Leave "!insertmacro Leave"

; Asks the program in a folder to quit and waits until it has: a program that runs cannot be opened for writing.
!macro Closing UN
Function ${UN}IsFree ; folder on the stack → 1 or 0
  Exch $R0
  Push $R1
  ${If} ${FileExists} "$R0\${PROGRAM}"
    ClearErrors
    FileOpen $R1 "$R0\${PROGRAM}" a
    ${If} ${Errors}
      StrCpy $R0 0
    ${Else}
      FileClose $R1
      StrCpy $R0 1
    ${EndIf}
  ${Else}
    StrCpy $R0 1
  ${EndIf}
  Pop $R1
  Exch $R0
FunctionEnd

Function ${UN}CloseProgram ; folder on the stack
  Exch $R2
  Push $R2
  Call ${UN}IsFree
  Pop $R3
  ${If} $R3 == 0
    StrCpy $WasRunning 1
    ask:
    DetailPrint "$(CLOSING)"
    ExecWait '"$R2\${PROGRAM}" --quit'
    StrCpy $R4 0
    ${Do}
      Push $R2
      Call ${UN}IsFree
      Pop $R3
      ${If} $R3 == 1
        ${Break}
      ${EndIf}
      IntOp $R4 $R4 + 1
      ${If} $R4 > ${MOST_LOOKS}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_RUNNING)" /SD IDCANCEL IDRETRY ask
        RMDir /r "$INSTDIR\.new"
        SetErrorLevel ${RUNNING}
        Quit
      ${EndIf}
      Sleep 250
    ${Loop}
  ${EndIf}
  Pop $R2
FunctionEnd
!macroend
!insertmacro Closing ""
!insertmacro Closing "un."

Section "QinDesk 亲台" PROGRAM_PART
  SectionIn RO
  ; 1. The new version, whole, beside the old one.
  RMDir /r "$INSTDIR\.new"
  ClearErrors
  SetOutPath "$INSTDIR\.new"
  File /r "${SOURCE}/*.*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\.new"
    RMDir "$INSTDIR"
    ${Leave} ${NOT_WRITTEN} "$(NOT_WRITTEN)"
  ${EndIf}
  SetOutPath "$INSTDIR"

  ; 2. The old one quits, wherever it was installed.
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    Push $Before
    Call CloseProgram
  ${EndIf}
  Push $INSTDIR
  Call CloseProgram

  ; 3. Both change places by renaming; a file that anybody still holds keeps that from happening.
  RMDir /r "$INSTDIR\.old"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    CreateDirectory "$INSTDIR\.old"
    Rename "$INSTDIR\_internal" "$INSTDIR\.old\_internal"
    Rename "$INSTDIR\${PROGRAM}" "$INSTDIR\.old\${PROGRAM}"
  ${Else} ; what is left of a version without its program is of no use
    RMDir /r "$INSTDIR\_internal"
  ${EndIf}
  Rename "$INSTDIR\.new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\.new\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  ${If} ${Errors}
    Call PutBack
    ${Leave} ${RUNNING} "$(STILL_HELD)"
  ${EndIf}
  CopyFiles /SILENT "$INSTDIR\.new\*.*" "$INSTDIR"
  RMDir /r "$INSTDIR\.new"
  RMDir /r "$INSTDIR\.old"
  ${If} ${FileExists} "$EXEDIR\policy.json"
    CopyFiles /SILENT "$EXEDIR\policy.json" "$INSTDIR\policy.json"
  ${EndIf}

  ; 4. What Windows knows of it.
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    Call RemoveBefore
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${OWN_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "QinDesk 亲台"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "QinDesk"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
  CreateShortcut "$SMPROGRAMS\${LINK}" "$INSTDIR\${PROGRAM}"
SectionEnd

Section /o "$(DESKTOP_LINK)" DESKTOP_PART
  CreateShortcut "$DESKTOP\${LINK}" "$INSTDIR\${PROGRAM}"
SectionEnd

Section /o "$(WITH_WINDOWS)" AUTOSTART_PART
  WriteRegStr HKCU "${RUN_KEY}" "${APP}" '"$INSTDIR\${PROGRAM}" --hidden'
  DeleteRegValue HKCU "${APPROVED_KEY}" "${APP}" ; the mark of the task manager that it was turned off
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM_PART} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${DESKTOP_PART} "$(ABOUT_DESKTOP)"
  !insertmacro MUI_DESCRIPTION_TEXT ${AUTOSTART_PART} "$(ABOUT_AUTOSTART)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE $1
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    ${Leave} ${TOO_OLD} "$(NEEDS_WINDOWS_10)"
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\QinDesk-setup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    ${Leave} ${TWICE} "$(AT_WORK)"
  ${EndIf}
  ReadRegStr $Before HKCU "${OWN_KEY}" "InstallDir"
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
  ${AndIf} ${FileExists} "$Before\${PROGRAM}"
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      ${Leave} ${NEWER} "$(NEWER_IS_HERE)"
    ${EndIf}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${AUTOSTART_PART}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${DESKTOP_PART}
  ${EndIf}
FunctionEnd

Function .onInstFailed ; a file could not be written: NSIS itself has asked what to do, or was told to say nothing
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\.new"
  RMDir "$INSTDIR"
  SetErrorLevel ${NOT_WRITTEN}
FunctionEnd

Function PutBack ; the old version in its place again, whatever of it was moved
  ${If} ${FileExists} "$INSTDIR\.old\_internal"
    ${If} ${FileExists} "$INSTDIR\_internal"
      Rename "$INSTDIR\_internal" "$INSTDIR\.new\_internal"
    ${EndIf}
    Rename "$INSTDIR\.old\_internal" "$INSTDIR\_internal"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\.old\${PROGRAM}"
    Delete "$INSTDIR\${PROGRAM}"
    Rename "$INSTDIR\.old\${PROGRAM}" "$INSTDIR\${PROGRAM}"
  ${EndIf}
  RMDir "$INSTDIR\.old"
  RMDir /r "$INSTDIR\.new"
FunctionEnd

Function RemoveBefore ; the version in another folder, but not what Windows knows of us
  ${If} ${FileExists} "$Before\policy.json"
  ${AndIfNot} ${FileExists} "$INSTDIR\policy.json"
    CopyFiles /SILENT "$Before\policy.json" "$INSTDIR\policy.json"
  ${EndIf}
  Push $Before
  Call RemoveFiles
FunctionEnd

; Only what we brought is deleted, so that a folder that was chosen badly loses nothing else.
!macro Removing UN
Function ${UN}RemoveFiles ; folder on the stack
  Exch $R0
  RMDir /r "$R0\.new"
  RMDir /r "$R0\.old"
  RMDir /r "$R0\_internal"
  Delete "$R0\${PROGRAM}"
  Delete "$R0\THIRD_PARTY.txt"
  Delete "$R0\sbom.cdx.json"
  Delete "$R0\policy.json"
  Delete "$R0\uninstall.exe"
  RMDir "$R0"
  Pop $R0
FunctionEnd
!macroend
!insertmacro Removing ""
!insertmacro Removing "un."

Function .onInstSuccess ; what we asked to quit comes back, unless somebody says what they want
  ${IfNot} ${Silent}
    Return
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NOSTART" $1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/START" $1
  ${IfNot} ${Errors}
  ${OrIf} $WasRunning = 1
    Exec '"$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd

Section "un.QinDesk 亲台" UN_PROGRAM_PART
  SectionIn RO
  Push $INSTDIR
  Call un.CloseProgram
  SetOutPath "$TEMP"
  Push $INSTDIR
  Call un.RemoveFiles
  Delete "$SMPROGRAMS\${LINK}"
  Delete "$DESKTOP\${LINK}"
  DeleteRegValue HKCU "${RUN_KEY}" "${APP}"
  DeleteRegValue HKCU "${APPROVED_KEY}" "${APP}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
SectionEnd

Section /o "un.$(MY_DATA)" UN_DATA_PART
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(REALLY_REMOVE)" /SD IDYES IDNO kept
  RMDir /r "${DATA}"
  kept:
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_PROGRAM_PART} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_DATA_PART} "$(ABOUT_DATA)"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.WithoutSpace ; removing needs none
  FindWindow $0 "#32770" "" $HWNDPARENT
  GetDlgItem $0 $0 1023
  ShowWindow $0 ${SW_HIDE}
FunctionEnd

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEDATA" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UN_DATA_PART}
  ${EndIf}
FunctionEnd
