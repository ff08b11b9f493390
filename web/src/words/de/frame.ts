import type { Words } from "../words.ts";

export const frame: Words["frame"] = {
  product: "TenantPilot",
  skip: "Zum Inhalt springen",
  loading: "Wird geladen",
  navigationLabel: "Hauptnavigation",
  openNavigation: "Navigation öffnen",
  platform: "Plattform",
  navigation: {
    home: "Startseite",
    tenants: "Mandanten",
    overview: "Übersicht",
    inventory: "Inventar",
    snapshots: "Snapshots",
    compare: "Vergleichen",
    schedules: "Zeitpläne",
    operations: "Vorgänge",
    audit: "Protokoll",
    members: "Mitglieder",
    settings: "Einstellungen",
    platformOperations: "Plattformvorgänge",
    platformAudit: "Protokoll der Plattform",
    about: "Info",
  },
  person: {
    menu: (name) => `Konto von ${name}`,
    language: "Sprache",
    languages: { en: "English", de: "Deutsch" },
    look: "Design",
    looks: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
    signOut: "Abmelden",
  },
  tenantSwitcher: {
    label: "Mandanten wechseln",
    none: "Mandanten wählen",
    search: "Mandanten suchen",
    noMatch: (text) => `Kein Mandant passt zu „${text}“.`,
  },
  bell: {
    label: (unread) =>
      unread === "0" ? "Benachrichtigungen, keine ungelesen" : `Benachrichtigungen, ${unread} ungelesen`,
    all: "Alle Benachrichtigungen",
  },
  toast: {
    started: (what) => `${what} gestartet`,
    joined: "Einem laufenden Vorgang beigetreten",
    view: "Vorgang ansehen",
    close: "Schließen",
  },
  consented: {
    received: {
      title: "Ihre Antwort ist angekommen",
      help: "TenantPilot prüft jetzt, was erteilt wurde. Wer Ihnen den Link geschickt hat, sieht das Ergebnis. Sie können diese Seite schließen.",
    },
    refused: {
      title: "Es wurde keine Berechtigung erteilt",
      help: "Nichts wurde geändert. War das ein Versehen, bitten Sie um einen neuen Link. Sie können diese Seite schließen.",
    },
    expired: {
      title: "Dieser Link gilt nicht mehr",
      help: "Ein Link gilt einmal und eine Stunde lang. Bitten Sie die Person, die ihn geschickt hat, um einen neuen. Sie können diese Seite schließen.",
    },
  },
  signIn: {
    signedOut: "Sie sind abgemeldet",
    signedOutHelp: "Schließen Sie an einem gemeinsam genutzten Gerät den Browser, oder melden Sie sich wieder an.",
    refused: "Die Anmeldung ist nicht gelungen",
    refusedHelp: (code) =>
      `Das Verzeichnis antwortete mit ${code}. Versuchen Sie es noch einmal, oder zeigen Sie diesen Code der Administration.`,
    notStarted: "Der Dienst antwortet nicht",
    notStartedHelp:
      "TenantPilot konnte nicht sagen, wie man sich anmeldet. Vielleicht startet es gerade: Laden Sie gleich neu.",
    again: "Bitte wieder anmelden",
    againUnsaved:
      "Ihre Sitzung ist zu Ende. Was Sie eingegeben haben, bleibt und steht nach der Anmeldung wieder hier.",
    againCircle:
      "Zweimal nacheinander half die Anmeldung nicht. Versuchen Sie es noch einmal oder mit einem anderen Konto.",
    button: "Anmelden",
  },
  newVersion: "Eine neue Version ist da.",
  reload: "Neu laden",
  pageNotFound: "Diese Seite gibt es nicht",
  pageNotFoundHelp: "Die Adresse führt in dieser Version nirgendwohin. Wählen Sie links eine Seite.",
  pageBroken: "Diese Seite konnte nicht angezeigt werden",
  pageBrokenHelp: "Laden Sie die Seite neu. Passiert es wieder, wenden Sie sich an die Betreuung von TenantPilot.",
};
