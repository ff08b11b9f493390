import type { Words } from "../words.ts";

export const consent: Words["consent"] = {
  title: "Zustimmung des Kunden",
  lead: "Schicken Sie der Administration des Kunden einen Link. Er gilt einmal und eine Stunde lang, und wer ihn öffnet, braucht hier kein Konto.",
  what: {
    read: "Liest die Konfiguration für Inventar, Snapshots und Vergleiche. Ändern kann sie nichts.",
    write:
      "Nur zum Wiederherstellen nötig. Sie darf die Konfiguration des Mandanten ändern: Fragen Sie erst danach, wenn jemand wiederherstellen will.",
  },
  make: "Link erstellen",
  makeNew: "Neuen Link erstellen",
  link: "Link für die Administration",
  valid: (clock, left) => `Gültig bis ${clock}, noch ${left}; gilt einmal.`,
  expired: "Dieser Link ist abgelaufen. Erstellen Sie einen neuen.",
  next: {
    title: "Wie es weitergeht",
    added: "Der Mandant ist hinzugefügt",
    waiting: "Die Administration des Kunden stimmt zu",
    waitingHelp:
      "Sie öffnet den Link, meldet sich mit einem Konto des Kunden an und akzeptiert. Danach sagt eine Seite, dass die Antwort angekommen ist.",
    given: "Die Administration des Kunden hat zugestimmt",
    notFound: (why) => `Die letzte Prüfung kam nicht hinein: ${why}.`,
    check: "TenantPilot prüft, was erteilt wurde",
    checkHelp:
      "Das beginnt nach der Zustimmung von selbst. Niemand muss hier warten: Diese Seite kann verlassen und wieder geöffnet werden.",
    checking: "Die Prüfung läuft",
    checked: "Was erteilt wurde, ist geprüft",
    seeRun: "Prüfung ansehen",
    becomes: "Der Mandant wird aktiv",
    becomesHelp: "Dann kann er gelesen werden.",
    active: "Der Mandant ist aktiv",
    ready: "Alles, was das Lesen braucht, ist da.",
    lacking: "Etwas, was das Lesen braucht, fehlt.",
    missing: (names) => `Es fehlt: ${names}.`,
    excess: (names) => `Ohne Bedarf erteilt: ${names}.`,
    openTenant: "Mandanten öffnen",
    notMember: "Sie sind kein Mitglied dieses Mandanten. Sein Besitzer macht weiter.",
  },
  waits: {
    title: "Dieser Mandant wartet auf Zustimmung",
    text: "Nichts kann gelesen werden, bevor die Administration des Kunden zustimmt. Der Link dafür entsteht in den Einstellungen.",
    open: "Zustimmung öffnen",
  },
};
