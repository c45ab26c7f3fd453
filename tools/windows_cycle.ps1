# The life of the installer on a real Windows: installed, started by its link, upgraded while it runs, refused, removed.
# Run from the root of the project after the build. It leaves the computer as it was, except for the data of QinDesk.
$ErrorActionPreference = 'Stop'
$version = & .venv\Scripts\python -c 'import app; print(app.VERSION)'
$folder = "$env:LOCALAPPDATA\Programs\QinDesk"
$link = "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\QinDesk 亲台.lnk"
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\QinDesk'
$screens = New-Item -ItemType Directory -Force build\installer

function Expect($what, $is, $wanted) {
    if ($is -ne $wanted) { throw "${what}: $is instead of $wanted" }
    Write-Host "ok  $what"
}
function Run($file, $arguments) { (Start-Process $file $arguments -Wait -PassThru).ExitCode }
function Wait-For($what, $is) {
    foreach ($look in 1..120) { if (& $is) { Write-Host "ok  $what"; return }; Start-Sleep -Milliseconds 500 }
    throw "$what did not come about within a minute"
}
function Photograph($name) {
    Add-Type -AssemblyName System.Windows.Forms, System.Drawing
    $area = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
    $picture = New-Object System.Drawing.Bitmap $area.Width, $area.Height
    [System.Drawing.Graphics]::FromImage($picture).CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)
    $picture.Save("$screens\$name.png")
}

Expect 'the installation' (Run "dist\qindesk-$version-setup.exe" '/S') 0
Expect 'the version that Windows knows' (Get-ItemProperty $uninstall).DisplayVersion $version
Start-Process $link
Wait-For 'the start by the link' { Test-Path "$env:LOCALAPPDATA\qindesk\qindesk.db" }
Start-Sleep -Seconds 3
Photograph 'installed'
Expect 'the upgrade of the running program' (Run 'dist\qindesk-9.9.9-setup.exe' '/S') 0
Wait-For 'the new start' { Get-Process qindesk -ErrorAction SilentlyContinue }
Expect 'the refusal of an older version' (Run 'dist\qindesk-0.0.9-setup.exe' '/S') 6
Expect 'the removal' (Run "$folder\uninstall.exe" '/S', "_?=$folder") 0
Expect 'the link that is gone' (Test-Path $link) $false
Expect 'the data that stays' (Test-Path "$env:LOCALAPPDATA\qindesk\qindesk.db") $true
Remove-Item -Recurse -Force $folder
