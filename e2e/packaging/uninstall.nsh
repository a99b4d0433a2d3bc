!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\stancemark"
!macroend
