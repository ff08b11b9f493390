import type { PropertyWords } from "../src/domain/definition/name-of-property.ts";

/**
 * Property names of Microsoft Graph that read badly when they are split into words. All others are split. A German name
 * stands here where the English words would puzzle a reader of the portal; the others stay English, as in the portal of
 * Intune's own where nobody has translated them.
 */
export const propertyWords: PropertyWords = {
  properties: {
    displayName: { en: "Name", de: "Name" },
    description: { en: "Description", de: "Beschreibung" },
    omaSettings: { en: "Custom settings (OMA-URI)", de: "Eigene Einstellungen (OMA-URI)" },
    omaUri: { en: "OMA-URI" },
    roleScopeTagIds: { en: "Scope tags", de: "Bereichstags" },
    assignments: { en: "Assignments", de: "Zuweisungen" },
    scheduledActionsForRule: { en: "Actions for noncompliance", de: "Aktionen bei Nichtkonformität" },
    scheduledActionConfigurations: { en: "Actions", de: "Aktionen" },
    gracePeriodHours: { en: "Grace period in hours", de: "Frist in Stunden" },
    passwordMinutesOfInactivityBeforeLock: {
      en: "Minutes of inactivity before a password is required",
      de: "Minuten ohne Eingabe, bis ein Kennwort verlangt wird",
    },
    passwordMinimumLength: { en: "Minimum password length", de: "Mindestlänge des Kennworts" },
    passwordRequired: { en: "Password required", de: "Kennwort erforderlich" },
    osMinimumVersion: { en: "Minimum version of the operating system", de: "Mindestversion des Betriebssystems" },
    osMaximumVersion: { en: "Maximum version of the operating system", de: "Höchstversion des Betriebssystems" },
    storageRequireEncryption: { en: "Require encryption of storage", de: "Verschlüsselung des Speichers verlangen" },
  },
  terms: [
    "BitLocker",
    "iOS",
    "iPadOS",
    "macOS",
    "OneDrive",
    "SmartScreen",
    "AirPrint",
    "AirDrop",
    "iCloud",
    "iTunes",
    "AppLocker",
    "Wi-Fi",
    "Bluetooth",
    "PIN",
    "VPN",
    "URL",
    "ID",
    "USB",
    "NFC",
    "MDM",
    "TPM",
  ],
};
