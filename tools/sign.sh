#!/usr/bin/env bash
# Signs a program for Windows in its place, with a certificate that is given from outside and never kept here.
#   CERTIFICATE=file.pfx [PASSWORD_FILE=file] [TIMESTAMP=address] tools/sign.sh FILE
# A time stamp of the certificate's issuer lets the signature outlive the certificate; without its address there is none.
set -euo pipefail
file=$1
[ -f "${CERTIFICATE:-}" ] || { echo "There is no certificate: set CERTIFICATE to a .pfx or .p12 file." >&2; exit 2; }
command -v osslsigncode >/dev/null || { echo "Signing needs the package osslsigncode." >&2; exit 2; }
options=(-pkcs12 "$CERTIFICATE" -h sha256 -n QinDesk)
[ -z "${PASSWORD_FILE:-}" ] || options+=(-readpass "$PASSWORD_FILE")
[ -z "${TIMESTAMP:-}" ] || options+=(-ts "$TIMESTAMP")
osslsigncode sign "${options[@]}" -in "$file" -out "$file.signed" >/dev/null
chmod --reference="$file" "$file.signed"
mv "$file.signed" "$file"
