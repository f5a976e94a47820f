#!/bin/sh

# dpkg and rpm run this after an upgrade too, rpm even after the newer version was set up: what that set up has to stay.
case "$1" in
  upgrade | failed-upgrade | abort-upgrade | disappear | [1-9]*) exit 0 ;;
esac

if type update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
else
  rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && hash apparmor_parser 2>/dev/null; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

if hash update-desktop-database 2>/dev/null; then
  update-desktop-database /usr/share/applications || true
fi

# rpm leaves folders that no package names; what somebody else put there stays.
if [ -d '/opt/${sanitizedProductName}' ]; then
  find '/opt/${sanitizedProductName}' -depth -type d -empty -delete || true
fi

# A package must not touch homes: what a user wrote is the user's.
if [ "$1" != purge ]; then
  echo 'Tidegate is removed. Each user'"'"'s data (list, settings, browser profiles) stays in ~/.config/Tidegate, sign-ins in it are encrypted.'
  echo 'To remove it: rm -r ~/.config/Tidegate  (before removing Tidegate: tidegate wipe)'
fi
exit 0
