import { bySegment } from './address.ts';
import type { Page } from './page.ts';

/** A blade of the Intune admin center: the tenant stands in the path, the blade behind the `#`. */
function blade(view: string): Page {
  return { ...bySegment('intune'), fragment: `view/${view}`, source: 'portalSource.blade' };
}

export const intunePages = {
  intune: bySegment('intune'),
  intuneDevices: blade('Microsoft_Intune_DeviceSettings/DevicesMenu/~/overview'),
  intuneWindows: blade('Microsoft_Intune_DeviceSettings/DevicesWindowsMenu/~/windowsDevices'),
  intuneMac: blade('Microsoft_Intune_DeviceSettings/DevicesMacOsMenu/~/macOsDevices'),
  intuneIos: blade('Microsoft_Intune_DeviceSettings/DevicesIosMenu/~/iosDevices'),
  intuneCompliance: blade('Microsoft_Intune_DeviceSettings/DevicesComplianceMenu/~/policies'),
  intuneConfiguration: blade('Microsoft_Intune_DeviceSettings/DevicesMenu/~/configuration'),
  intuneApps: blade('Microsoft_Intune_DeviceSettings/AppsMenu/~/overview'),
  intuneEnrollment: blade('Microsoft_Intune_DeviceSettings/DevicesEnrollmentMenu/~/windowsEnrollment'),
  intuneAutopilot: blade(
    'Microsoft_Intune_Enrollment/AutopilotDevices.ReactView/filterOnManualRemediationRequired~/false',
  ),
  intuneSecurity: blade('Microsoft_Intune_Workflows/SecurityManagementMenu/~/overview'),
  intuneAntivirus: blade('Microsoft_Intune_Workflows/SecurityManagementMenu/~/antivirus'),
  intuneAsr: blade('Microsoft_Intune_Workflows/SecurityManagementMenu/~/asr'),
  intuneEdr: blade('Microsoft_Intune_Workflows/SecurityManagementMenu/~/edr'),
  intuneFirewall: blade('Microsoft_Intune_Workflows/SecurityManagementMenu/~/firewall'),
  intuneUsers: blade('Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers'),
  intuneTroubleshooting: blade('Microsoft_Intune_DeviceSettings/SupportMenu/~/troubleshooting'),
} as const satisfies Readonly<Record<string, Page>>;
