; The installer for Windows: one user, no administrator, per-user registry only. Untested on Windows; compiled on Linux.
; package.py calls makensis with VERSION, BUNDLE (the folder that PyInstaller made), ICON, LICENCE and OUT defined.

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!define NAME "Follow-Up Desktop"
!define COMMAND "followup-desktop"
!define PROGRAM "${COMMAND}.exe"
!define NOTEBOOK "FollowUpDesktop.Notebook"
!define INVITATION "FollowUpDesktop.Invitation"
!define CONTACTS "FollowUpDesktop.Contacts"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\${NAME}\Capabilities"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "CompanyName" "The Follow-Up Desktop developers"
VIAddVersionKey "LegalCopyright" "The Follow-Up Desktop developers. MIT licence."

!include "MUI2.nsh"
!include "FileFunc.nsh"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} will be removed. Your notebook, your settings and what you printed stay."
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A program that runs cannot be replaced or removed. Deleting its file is the test and the first step at once.
!macro REMOVE_PROGRAM UN
  Function ${UN}RemoveProgram
    again:
      ClearErrors
      Delete "$INSTDIR\${PROGRAM}"
      IfErrors 0 gone
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is open. Please close it, then try again." /SD IDCANCEL IDRETRY again
      Abort
    gone:
      ; Only what an installer has put there: the folder may be one that the user has chosen, with other things in it.
      RMDir /r "$INSTDIR\_internal"
  FunctionEnd
!macroend
!insertmacro REMOVE_PROGRAM ""
!insertmacro REMOVE_PROGRAM "un."

; A kind of file with its words and icon, and how it is opened.
!macro KIND ID WORDS
  WriteRegStr HKCU "${CLASSES}\${ID}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${ID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

; An ending that the program can open. Whatever opens it today stays as it is: the user decides, under "Open with".
!macro OFFERED ENDING ID
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${ID}" ""
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${ENDING}" "${ID}"
!macroend

Section
  Call RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*"
  File "/oname=LICENSE.txt" "${LICENCE}"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0 SW_SHOWNORMAL "" \
    "Thank-you cards and well-timed follow-ups after a job interview"

  !insertmacro KIND "${NOTEBOOK}" "${NAME} notebook"
  !insertmacro KIND "${INVITATION}" "Invitation"
  !insertmacro KIND "${CONTACTS}" "Address book"
  WriteRegStr HKCU "${CLASSES}\.followup" "" "${NOTEBOOK}"
  WriteRegStr HKCU "${CLASSES}\.followup" "Content Type" "application/x-followup-desktop"
  !insertmacro OFFERED ".followup" "${NOTEBOOK}"
  !insertmacro OFFERED ".ics" "${INVITATION}"
  !insertmacro OFFERED ".vcf" "${CONTACTS}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "Thank-you cards and well-timed follow-ups after a job interview"
  WriteRegStr HKCU "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"
  ${RefreshShellIcons}

  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Follow-Up Desktop developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The notebook is in %LOCALAPPDATA%\followup-desktop, which nothing here touches.
Section "Uninstall"
  Call un.RemoveProgram
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${NOTEBOOK}"
  DeleteRegKey HKCU "${CLASSES}\${INVITATION}"
  DeleteRegKey HKCU "${CLASSES}\${CONTACTS}"
  DeleteRegKey HKCU "${CLASSES}\.followup"
  DeleteRegValue HKCU "${CLASSES}\.ics\OpenWithProgids" "${INVITATION}"
  DeleteRegValue HKCU "${CLASSES}\.vcf\OpenWithProgids" "${CONTACTS}"
  DeleteRegValue HKCU "Software\RegisteredApplications" "${NAME}"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "FollowUpDesktop" ; as packaging/README.md has it set
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd
