import type { Words } from "../words.ts";

export const codes: Words["codes"] = {
  unauthenticated: { title: "Nicht angemeldet", help: "Melden Sie sich wieder an." },
  not_found: { title: "Nicht gefunden", help: "Es gibt es nicht, oder Sie sind kein Mitglied des Mandanten." },
  missing_right: { title: "Ein Recht fehlt", help: "Bitten Sie einen Besitzer des Mandanten um das Recht." },
  delegated_token_required: {
    title: "Nur eine Person kann Gruppen suchen",
    help: "Melden Sie sich neu an, oder geben Sie die Id der Gruppe ein.",
  },
  delegated_consent_required: {
    title: "Niemand hat der Gruppensuche zugestimmt",
    help: "Ein Administrator Ihrer Organisation erteilt TenantPilot GroupMember.Read.All. Geben Sie bis dahin die Id der Gruppe ein.",
  },
  directory_unavailable: {
    title: "Das Verzeichnis hat nicht rechtzeitig geantwortet",
    help: "Suchen Sie noch einmal, oder geben Sie die Id der Gruppe ein.",
  },
  graph_feed_expired: {
    title: "Graph weiß nicht mehr, wo das letzte Lesen endete",
    help: "Starten Sie es noch einmal: dann wird alles gelesen.",
  },
  definitions_shrank: {
    title: "Viel weniger Einstellungen haben Namen als vorher",
    help: "Die Namen bleiben, wie sie waren. Sie werden morgen noch einmal gelesen.",
  },
  no_tenant_to_ask: {
    title: "Kein Mandant kann gefragt werden",
    help: "Namen von Einstellungen werden in einem Mandanten gelesen: er muss zugestimmt haben, und seine Anfragen dürfen nicht angehalten sein.",
  },
  invalid_request: {
    title: "Eine Eingabe ist nicht gültig",
    help: "Korrigieren Sie, was genannt ist, und senden Sie noch einmal.",
  },
  unknown_object_type: {
    title: "Unbekannter Objekttyp",
    help: "Wählen Sie einen der Objekttypen, die die Einstellungen des Mandanten zeigen.",
  },
  unknown_tenants: { title: "Unbekannte Mandanten", help: "Wählen Sie Mandanten aus der Liste." },
  conflict: {
    title: "Gleichzeitig geändert",
    help: "Sehen Sie nach, was jetzt dort steht, und versuchen Sie es noch einmal.",
  },
  precondition_required: { title: "Erst lesen", help: "Laden Sie die Seite neu und speichern Sie dann." },
  precondition_failed: {
    title: "Jemand anderes hat es geändert",
    help: "Vergleichen Sie die andere Fassung mit Ihrer und speichern Sie noch einmal.",
  },
  not_high_risk: { title: "Kein hohes Risiko", help: "Nur Objekttypen mit hohem Risiko müssen freigegeben werden." },
  last_owner: {
    title: "Der letzte Besitzer bleibt",
    help: "Ein Mandant behält einen Besitzer, der eine Person oder Gruppe ist. Machen Sie zuerst jemand anderen zum Besitzer.",
  },
  tenant_exists: {
    title: "Den Mandanten gibt es schon",
    help: "Nichts wurde geändert. Suchen Sie ihn in der Liste der Mandanten.",
  },
  tenant_suspended: {
    title: "Der Mandant ist stillgelegt",
    help: "Nichts startet in ihm, bis ein Besitzer ihn in den Einstellungen fortsetzt.",
  },
  tenant_archived: {
    title: "Der Mandant ist archiviert",
    help: "Er kann nur noch gelesen werden, für immer. Alles in ihm bleibt lesbar.",
  },
  not_suspended: { title: "Der Mandant ist nicht stillgelegt", help: "Legen Sie ihn still, dann archivieren Sie ihn." },
  tenant_busy: {
    title: "Ein Vorgang des Mandanten ist aktiv",
    help: "Seine Vorgänge wurden gebeten abzubrechen. Warten Sie, bis keiner aktiv ist, dann archivieren Sie ihn.",
  },
  already_completed: {
    title: "Der Vorgang ist beendet",
    help: "Es gibt nichts abzubrechen; lesen Sie, wie er endete.",
  },
  cancelling: {
    title: "Der Vorgang wird abgebrochen",
    help: "Warten Sie, bis er beendet ist, und starten Sie dann neu.",
  },
  not_completed: {
    title: "Der Vorgang läuft noch",
    help: "Warten Sie auf sein Ende oder brechen Sie ihn ab, und wiederholen Sie ihn dann.",
  },
  types_withheld: {
    title: "Alle Objekttypen sind ausgeschaltet",
    help: "Ein Besitzer schaltet Objekttypen in den Einstellungen des Mandanten ein.",
  },
  too_many_schedules: {
    title: "Zu viele Zeitpläne",
    help: "Ändern oder löschen Sie stattdessen einen vorhandenen Zeitplan.",
  },
  nothing_to_retry: {
    title: "Nichts zu wiederholen",
    help: "Kein Teil ist fehlgeschlagen. Wiederholen Sie alles oder nichts.",
  },
  idempotency_mismatch: {
    title: "Eine andere Anfrage hat denselben Schlüssel",
    help: "Schließen Sie den Dialog und öffnen Sie ihn neu.",
  },
  body_too_large: { title: "Die Eingabe ist zu groß", help: "Wählen Sie weniger auf einmal." },
  unsupported_media_type: {
    title: "Die Anfrage wurde nicht verstanden",
    help: "Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  },
  too_many_requests: { title: "Zu viele Anfragen", help: "Es wird von selbst noch einmal gefragt." },
  portal_missing: {
    title: "Das Portal ist nicht eingerichtet",
    help: "Wer TenantPilot betreibt, ergänzt, was genannt ist.",
  },
  application_missing: {
    title: "Die Anwendung ist nicht eingerichtet",
    help: "Wer TenantPilot betreibt, ergänzt die genannte Einstellung.",
  },
  not_ready: { title: "Der Dienst ist nicht bereit", help: "Es wird von selbst noch einmal gefragt." },
  unreadable_document: {
    title: "Etwas Gespeichertes ist nicht lesbar",
    help: "Versuchen Sie es nach dem nächsten Update. Bleibt es so, ist das Genannte beschädigt und muss wiederhergestellt werden.",
  },
  payload_damaged: {
    title: "Der gespeicherte Inhalt eines Objekts ist beschädigt",
    help: "Die anderen Objekte sind lesbar. Der nächste Snapshot mit demselben Inhalt schreibt ihn neu.",
  },
  comparison_too_large: {
    title: "Der Vergleich ist zu groß",
    help: "Snapshots mit mehr als 50.000 Objekten werden nicht verglichen, während jemand wartet. Vergleichen Sie Objekte einzeln.",
  },
  not_kept: {
    title: "Kein aufbewahrter Snapshot enthält diese Version",
    help: "Die Zeile im Verlauf bleibt; der Inhalt ist nicht mehr gespeichert. Verwenden Sie eine neuere Version.",
  },
  payload_missing: {
    title: "Der gespeicherte Inhalt eines Objekts fehlt",
    help: "Die anderen Objekte sind lesbar. Der nächste Snapshot mit demselben Inhalt schreibt ihn neu.",
  },
  manifest_damaged: {
    title: "Das Verzeichnis eines Snapshots ist beschädigt",
    help: "Nutzen Sie einen anderen Snapshot; wer TenantPilot betreibt, kann das Verzeichnis wiederherstellen.",
  },
  internal_error: {
    title: "Die Anfrage ist fehlgeschlagen",
    help: "Versuchen Sie es noch einmal. Bleibt es so, melden Sie die Korrelations-ID.",
  },
  dispatch_failed: { title: "Die Warteschlange war nicht erreichbar", help: "Starten Sie noch einmal." },
  graph_paused: {
    title: "Anfragen an Microsoft Graph sind angehalten",
    help: "Es geht weiter, sobald sie fortgesetzt werden.",
  },
  stalled: {
    title: "Der Vorgang ist verstummt",
    help: "Er meldete sich nicht mehr und wurde geschlossen. Starten Sie ihn noch einmal.",
  },
  timed_out: {
    title: "Die Frist des Vorgangs ist abgelaufen",
    help: "Er wurde geschlossen. Starten Sie ihn noch einmal.",
  },
  dead_lettered: {
    title: "Die Nachricht des Vorgangs war nicht verarbeitbar",
    help: "Prüfen Sie, ob Worker leben, und starten Sie dann noch einmal.",
  },
  tenant_paused: {
    title: "Die Anfragen des Mandanten an Microsoft Graph sind angehalten",
    help: "Setzen Sie sie fort und wiederholen Sie, was fehlschlug.",
  },
  child_cancelled: {
    title: "Der Vorgang des Mandanten wurde abgebrochen",
    help: "Wiederholen Sie, was fehlschlug, um den Snapshot doch noch zu machen.",
  },
  right_withdrawn: {
    title: "Das Recht wurde entzogen",
    help: "Wer den Vorgang startete, hat das Recht dazu nicht mehr.",
  },
  store_unavailable: { title: "Die Speicher antworteten nicht", help: "Es wird von selbst noch einmal versucht." },
  unexpected: {
    title: "Ein unvorhergesehener Fehler",
    help: "Versuchen Sie es noch einmal. Bleibt es so, melden Sie die Korrelations-ID.",
  },
  graph_throttled: {
    title: "Microsoft Graph begrenzt den Mandanten",
    help: "Das dauerte länger, als der Vorgang warten darf. Starten Sie ihn später noch einmal.",
  },
  graph_unavailable: { title: "Microsoft Graph antwortete nicht", help: "Starten Sie später noch einmal." },
  graph_unauthenticated: {
    title: "Die Anmeldung am Mandanten wurde abgelehnt",
    help: "Prüfen Sie die Anmeldeinformationen der Anwendung.",
  },
  graph_app_disabled: {
    title: "Die Anwendung ist deaktiviert",
    help: "Ein Administrator ihres Heimatmandanten oder des Kunden muss sie aktivieren.",
  },
  graph_consent_missing: {
    title: "Die Zustimmung fehlt",
    help: "Ein Administrator des Mandanten muss die Zustimmung erneut erteilen.",
  },
  not_verified: {
    title: "Noch niemand hat die Berechtigungen geprüft",
    help: "Prüfen Sie die Berechtigungen oder starten Sie einen Vorgang: Der nächste, der etwas liest, hebt dies auf.",
  },
  graph_forbidden: {
    title: "Eine Berechtigung fehlt",
    help: "Der Anwendung fehlt im Mandanten eine Berechtigung für diesen Objekttyp.",
  },
  graph_not_found: {
    title: "Ein gelistetes Objekt wurde nicht gefunden",
    help: "Microsoft Graph listet es und findet es nicht. Starten Sie später noch einmal.",
  },
  graph_refused: { title: "Microsoft Graph hat die Anfrage abgelehnt", help: "Die Meldung nennt den Code." },
  graph_no_route: { title: "Microsoft Graph liefert einen Teil nicht", help: "Das Genannte fehlt, sonst nichts." },
  graph_bad_response: {
    title: "Der Antwort von Microsoft Graph ist nicht zu trauen",
    help: "Sie war abgeschnitten, zu groß oder kein JSON. Starten Sie noch einmal.",
  },
  graph_answer_too_large: {
    title: "Eine Antwort von Microsoft Graph ist zu groß",
    help: "Verkleinern Sie die genannten Objekte.",
  },
  graph_foreign_link: {
    title: "Ein Seitenlink verließ seine Auflistung",
    help: "Ihm wurde nicht gefolgt; was dahinter liegt, fehlt.",
  },
  graph_page_loop: {
    title: "Die Seiten einer Liste wiederholen sich",
    help: "Die Liste ist nicht vollständig. Starten Sie noch einmal.",
  },
  graph_count_mismatch: {
    title: "Teile eines Objekts fehlen",
    help: "Sie passen nicht zur Anzahl, die das Objekt angibt. Starten Sie noch einmal.",
  },
  object_changed: { title: "Das Objekt änderte sich beim Lesen", help: "Starten Sie den Vorgang noch einmal." },
  reference_deleted: {
    title: "Eine gelöschte Gruppe wird noch genannt",
    help: "Entfernen Sie die Zuweisung oder stellen Sie die Gruppe wieder her.",
  },
  not_licensed: {
    title: "Nicht lizenziert",
    help: "Der Mandant hat keine Lizenz für diesen Objekttyp; es fehlt nichts.",
  },
  audit_entry_changed: {
    title: "Ein Eintrag des Protokolls wurde geändert",
    help: "Was er beim Versiegeln sagte, steht in seinem Siegel.",
  },
  audit_entry_removed: {
    title: "Ein Eintrag des Protokolls wurde entfernt",
    help: "Was er sagte, steht in seinem Siegel.",
  },
  audit_entry_added: {
    title: "Ein Eintrag des Protokolls wurde hinzugefügt",
    help: "Er war nicht da, als die Einträge um ihn versiegelt wurden.",
  },
  audit_entry_moved: {
    title: "Ein Eintrag des Protokolls wurde verschoben",
    help: "Er steht an anderer Stelle als beim Versiegeln.",
  },
  audit_digest_missing: {
    title: "Ein Siegel des Protokolls fehlt",
    help: "Seine Einträge lassen sich nicht mehr beweisen.",
  },
  audit_digest_replaced: {
    title: "Ein Siegel des Protokolls wurde ersetzt",
    help: "Es ist nicht das, das versiegelt wurde.",
  },
  audit_head_moved: {
    title: "Das neueste Siegel ist nicht das neueste",
    help: "Jemand hat zurückgesetzt, was die Datenbank von den Siegeln weiß.",
  },
  audit_unsealed: {
    title: "Ein Eintrag des Protokolls ist nicht versiegelt",
    help: "Er wartet seit über 30 Minuten; sehen Sie nach, ob der Worker lebt.",
  },
};
