@echo off
rem Opens the desk (oit edit) by a double click. ASCII alone: cmd.exe loses its place in batch files of other letters.
rem What is said in Thai stands in the text files beside this one. A data folder may be dropped on this file, too.
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
set "HERE=%~dp0"
pushd "%HERE%" || exit /b 1

set "DATA=data"
if exist "agency.yaml" set "DATA=."
if not "%~1"=="" set "DATA=%~1"

rem The program, wherever it was installed: beside this file, by uv tool or pipx, on the path, or for Python itself.
set "OIT="
if not defined OIT if exist "%HERE%program\Scripts\oit.exe" set OIT="%HERE%program\Scripts\oit.exe"
if not defined OIT if exist "%USERPROFILE%\.local\bin\oit.exe" set OIT="%USERPROFILE%\.local\bin\oit.exe"
if not defined OIT where oit >nul 2>nul && set "OIT=oit"
if not defined OIT py -3 -c "import generator.cli" >nul 2>nul && set "OIT=py -3 -m generator"
if not defined OIT python -c "import generator.cli" >nul 2>nul && set "OIT=python -m generator"
if defined OIT goto found

set "WHY=no-python.txt"
py -3 -c "" >nul 2>nul && set "WHY=no-program.txt"
python -c "" >nul 2>nul && set "WHY=no-program.txt"
type "%HERE%%WHY%"
echo.
pause
popd
exit /b 1

:found
if not exist "%DATA%\agency.yaml" %OIT% new "%DATA%" || goto failed
%OIT% edit --data "%DATA%" || goto failed
popd
exit /b 0

:failed
echo.
pause
popd
exit /b 1
