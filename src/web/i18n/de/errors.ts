/**
 * One sentence for every ErrorCode of the server: it says what to do.
 * Those that anybody can meet, even before the sign-in, stand in startErrors.ts.
 */
export const errors = {
  language_unknown: 'Diese Sprache ist nicht buchbar. Bitte wählen Sie eine Sprache aus der Liste.',
  variety_unknown:
    'Dieser Dialekt steht für die Sprache nicht zur Wahl. Bitte wählen Sie einen aus der Liste.',
  own_reference_too_long: 'Ihr Zeichen ist zu lang. Bitte kürzen Sie es auf höchstens 20 Zeichen.',
  key_reused: 'Diese Anfrage wurde schon mit anderen Angaben gesendet. Bitte laden Sie die Seite neu.',
  request_unfinished:
    'Sie haben schon eine laufende Anfrage. Bitte beenden Sie diese, bevor Sie eine neue stellen.',
  request_not_found: 'Diese Anfrage gibt es nicht mehr. Bitte stellen Sie eine neue Anfrage.',
  request_not_cancellable:
    'Diese Anfrage ist schon beendet oder im Gespräch. Bitte legen Sie im Gespräch auf, um es zu beenden.',
  request_not_waiting:
    'Für diese Anfrage wird niemand mehr gesucht: Sie ist vergeben oder beendet. Bitte wählen Sie eine andere.',
  callback_not_found:
    'Diesen Rückruf gibt es nicht mehr: Er ist beendet oder abgelaufen. Bitte stellen Sie eine neue Anfrage.',
  callback_not_ready: 'Gerade ist noch niemand frei. Wir melden uns hier, sobald jemand frei ist.',
  callback_not_needed: 'Für diese Anfrage ist schon jemand da. Ein Rückruf ist nicht nötig.',
  help_not_asked:
    'Diese Anfrage hat nicht um Hilfe gebeten. Sie können ihr trotzdem von Hand jemanden zuteilen.',
  offer_not_found: 'Dieses Angebot gibt es nicht mehr. Bitte warten Sie auf das nächste.',
  session_not_found: 'Dieses Gespräch gibt es nicht mehr. Bitte kehren Sie zur Startseite zurück.',
  session_ended: 'Das Gespräch ist schon beendet. Bitte kehren Sie zur Startseite zurück.',
  complaint_too_late:
    'Die Zeit für eine kostenlose Reklamation ist vorbei. Bitte wenden Sie sich nach dem Gespräch an die Disposition.',
  feedback_too_early:
    'Zu diesem Gespräch lässt sich noch nichts sagen: Es läuft noch oder kam nicht zustande. Bitte warten Sie, bis es beendet ist.',
  feedback_too_late:
    'Für dieses Gespräch ist die Zeit für eine Rückmeldung vorbei. Bitte wenden Sie sich an die Disposition.',
  record_not_available:
    'Einen Nachweis gibt es nur für ein Gespräch, das stattgefunden hat und beendet ist. Bitte warten Sie bis zum Ende.',
  last_allowed_interpreter:
    'Das ist die letzte Person auf der Liste. Bitte wählen Sie „Wieder alle zulassen“, wenn die Liste nicht mehr gelten soll.',
  handover_not_possible:
    'Im Moment lässt sich das Gespräch noch nicht übergeben. Bitte warten Sie, bis die Ablösung zu sehen oder zu hören ist.',
  presence_in_session:
    'Während eines Gesprächs lässt sich Ihr Status nicht ändern. Bitte beenden Sie zuerst das Gespräch.',
  no_break_now:
    'Eine Pause geht nach dem Gespräch oder während Sie warten. Bitte versuchen Sie es danach noch einmal.',
  not_in_wrap_up: 'Ihre Nachbereitung ist schon beendet. Sie müssen nichts weiter tun.',
  interpreter_not_available:
    'Diese Person ist nicht verfügbar oder für die Anfrage nicht geeignet. Bitte wählen Sie eine andere.',
  signal_receiver_unknown:
    'Die Gegenseite ist gerade nicht verbunden. Bitte bleiben Sie auf dieser Seite, wir verbinden Sie wieder.',
  signal_too_large: 'Der Verbindungsaufbau ist fehlgeschlagen. Bitte laden Sie die Seite neu.',
  guest_link_unusable:
    'Dieser Link gilt nicht oder nicht mehr. Bitte lassen Sie sich einen neuen Link geben.',
  guest_not_found: 'Dieser Gast ist nicht mehr da. Bitte laden Sie bei Bedarf neu ein.',
  too_many_guests:
    'Mehr Gäste passen nicht in dieses Gespräch. Bitte ziehen Sie zuerst einen Link zurück oder entfernen Sie einen Gast.',
  call_on_other_device:
    'Ihr Gespräch läuft in einem anderen Fenster. Bitte wechseln Sie dorthin oder holen Sie es in dieses Fenster.',
  policy_invalid: 'Einige Werte passen noch nicht. Bitte prüfen Sie die markierten Felder.',
  policy_changed_meanwhile:
    'Jemand anderes hat die Regeln inzwischen geändert. Bitte prüfen Sie die neuen Werte und speichern Sie dann erneut.',
  jobs_not_here:
    'Dieser Server führt keine Hintergrundaufgaben aus. Bitte öffnen Sie die Seite über einen anderen Server.',
  wall_time_left_out:
    'Diese Uhrzeit gibt es an dem Tag nicht: Um 2 Uhr wird die Uhr auf 3 Uhr vorgestellt. Bitte wählen Sie eine andere Zeit.',
  appointment_too_soon:
    'Der Termin beginnt zu bald. Bitte wählen Sie eine spätere Zeit oder fordern Sie sofort jemanden an.',
  appointment_too_far_ahead:
    'So weit im Voraus lassen sich noch keine Termine buchen. Bitte wählen Sie einen früheren Tag.',
  appointment_length_invalid:
    'Diese Dauer lässt sich nicht buchen. Bitte wählen Sie eine Dauer aus der Liste.',
  appointment_start_invalid:
    'Zu dieser Minute beginnen keine Termine. Bitte wählen Sie eine Uhrzeit aus der Liste.',
  appointment_series_invalid:
    'Die Serie hat noch keine Termine. Bitte geben Sie an, wie oft oder bis wann sie stattfinden soll.',
  mail_not_resendable:
    'Diese Mail lässt sich nicht erneut senden: Sie ist schon unterwegs, oder sie käme zu spät. Bitte laden Sie die Seite neu.',
  appointment_not_found: 'Diesen Termin gibt es hier nicht. Bitte prüfen Sie die Adresse.',
  appointment_gone: 'Dieser Termin ist schon vergeben oder abgesagt. Sie müssen nichts weiter tun.',
  appointment_changed_meanwhile:
    'Der Termin wurde inzwischen geändert. Bitte prüfen Sie die neuen Angaben und versuchen Sie es dann erneut.',
  cancellation_cost_changed:
    'Die Absage kostet jetzt etwas anderes als angezeigt. Bitte prüfen Sie die neuen Kosten und bestätigen Sie dann erneut.',
  interpreter_not_free:
    'Zu dieser Zeit ist die Person nicht frei oder erfüllt nicht, was verlangt ist. Bitte wählen Sie jemand anderen.',
  ask_not_found: 'Diese Terminanfrage ist nicht mehr offen. Sie müssen nichts weiter tun.',
  ask_link_unusable:
    'Dieser Link gilt nicht mehr: Die Anfrage ist schon beantwortet oder abgelaufen. Sie müssen nichts weiter tun.',
  appointment_promised:
    'Zu diesem Termin haben Sie zugesagt, er lässt sich nicht mehr ablehnen. Wenn Sie nicht können, geben Sie ihn bitte unter „Meine Termine“ zurück.',
  room_not_open:
    'Der Raum ist noch nicht offen. Bitte warten Sie, bis er öffnet: Die Uhrzeit steht beim Termin.',
  appointment_begun:
    'Dieser Termin hat schon begonnen. Er lässt sich nicht mehr absagen, zurückgeben oder umbesetzen. Bitte beenden Sie das Gespräch im Raum.',
  room_closed:
    'Dieser Raum ist geschlossen: Der Termin ist vorbei, abgesagt oder neu zu besetzen. Bitte sehen Sie unter „Termine“ nach.',
  interpreter_not_late:
    'Für einen Ersatz ist die Verspätung noch zu kurz. Bitte warten Sie noch einen Moment, wir rufen weiter.',
  availability_invalid:
    'Einige Zeiten passen noch nicht. Bitte prüfen Sie: volle Viertelstunden, Ende nach dem Anfang, Abwesenheiten höchstens zwei Jahre.',
  availability_changed_meanwhile:
    'Die Verfügbarkeit wurde inzwischen an anderer Stelle geändert. Bitte laden Sie den neuen Stand und ändern Sie ihn dann.',
  calendar_unreadable:
    'Diese Datei ist kein lesbarer Kalender. Bitte exportieren Sie Ihren Kalender als iCalendar-Datei mit der Endung „.ics“.',
  calendar_too_large:
    'Dieser Kalender ist zu groß. Bitte exportieren Sie einen kürzeren Zeitraum, zum Beispiel die nächsten zwölf Monate.',
  standby_times_invalid:
    'Diese Bereitschaft lässt sich so nicht anlegen. Bitte wählen Sie einen Beginn in der Zukunft und eine Dauer aus der Liste.',
  standby_overlaps:
    'Sie haben in dieser Zeit schon eine andere Bereitschaft angenommen. Bitte geben Sie diese zuerst zurück.',
  standby_in_absence:
    'Sie haben in dieser Zeit eine Abwesenheit gemeldet. Bitte lehnen Sie ab oder ändern Sie zuerst die Abwesenheit.',
  standby_in_appointment:
    'Sie haben in dieser Zeit einen Termin zugesagt. Bitte lehnen Sie ab oder geben Sie zuerst den Termin zurück.',
  standby_begun:
    'Diese Bereitschaft hat schon begonnen und lässt sich nicht mehr absagen. Sie endet von selbst.',
  standby_over:
    'Diese Bereitschaft ist vorbei, abgesagt oder schon beantwortet. Bitte laden Sie die Seite neu.',
  standby_give_back_too_late:
    'Die Frist zum Zurückgeben ist vorbei. Bitte wenden Sie sich an die Disposition.',
  tariff_missing:
    'Für diesen Tag gilt keine Fassung des Tarifs. Bitte legen Sie eine an, die ab diesem Tag oder früher gilt.',
  tariff_used:
    'Nach dieser Fassung wurde schon abgerechnet, sie bleibt, wie sie ist. Bitte legen Sie eine neue Fassung mit späterem Beginn an.',
  tariff_invalid: 'Der Tarif lässt sich so nicht speichern. Bitte prüfen Sie die markierten Angaben.',
  billing_party_invalid:
    'Die Rechnungsdaten lassen sich so nicht speichern. Bitte prüfen Sie die markierten Angaben.',
  billing_party_changed_meanwhile:
    'Die Rechnungsdaten wurden inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie die neuen Angaben.',
  recorded_meanwhile:
    'Im selben Augenblick wurde dazu schon etwas erfasst. Bitte laden Sie die Seite neu und prüfen Sie, was jetzt gilt.',
  billing_run_over:
    'Dieser Abrechnungslauf ist beendet oder wurde inzwischen angehalten oder fortgesetzt. Bitte laden Sie die Seite neu.',
  document_objected: 'Diesem Beleg wurde schon widersprochen. Bitte laden Sie die Seite neu.',
  dispute_over:
    'Über diesen Einwand wurde schon entschieden, oder er wurde zurückgenommen. Bitte laden Sie die Seite neu.',
  line_disputed:
    'Zu dieser Position ist schon ein Einwand offen. Bitte warten Sie die Antwort ab oder nehmen Sie ihn zurück.',
  correction_invalid:
    'Die Korrektur geht so nicht: Sie muss ein Betrag in ganzen Cent sein, etwas ändern und darf die Leistung nicht unter 0 EUR bringen.',
  disputed_line_billed:
    'Die Position steht auf einem Beleg. Bestätigen Sie, dass er storniert wird; die Leistungen werden mit dem nächsten Lauf neu abgerechnet.',
  small_business_ended:
    'Nach unseren Belegen sind die Grenzen des § 19 UStG überschritten. Kleinunternehmer ist ab diesem Tag nicht mehr möglich; bitte wählen Sie die Regelbesteuerung.',
  loss_invalid:
    'Bitte geben Sie den Ausfall in Euro an, mehr als 0 und höchstens 100.000, mit höchstens zwei Nachkommastellen.',
  loss_not_due:
    'Für diesen Termin gibt es keinen Ausfall zu erklären: er wurde nicht am Tag selbst oder an den zwei Tagen davor abgesagt, Ihr Tarif sieht es nicht vor, oder die Absage ist über drei Monate her.',
  loss_declared:
    'Für diesen Termin haben Sie schon einen Ausfall erklärt. Stimmt er nicht, schreiben Sie bitte der Disposition.',
  document_not_correctable:
    'Dieser Beleg lässt sich nicht berichtigen. Eine Rechnung wird mit den heutigen Stammdaten neu ausgestellt: ändern Sie diese zuerst. Gutschriften stornieren Sie bitte.',
  document_cancelled:
    'Dieser Beleg ist schon storniert oder berichtigt, oder selbst ein Storno. Bitte stellen Sie die Leistungen in einem neuen Lauf aus.',
  bank_file_unreadable:
    'Diese Datei ist kein Kontoauszug im Format CAMT.053 (Version 02 oder 08) oder sie ist beschädigt. Bitte laden Sie den Auszug bei Ihrer Bank als XML-Datei herunter; ein ZIP-Archiv entpacken Sie vorher.',
  bank_file_too_large:
    'Diese Datei ist zu groß (höchstens 5 MB und 10.000 Buchungen). Bitte laden Sie bei Ihrer Bank einen kürzeren Zeitraum herunter.',
  bank_file_not_in_euro:
    'Dieses Konto wird nicht in Euro geführt. Bitte wählen Sie den Auszug eines Euro-Kontos.',
  bank_entry_settled:
    'Diese Buchung wurde inzwischen zugeordnet oder beiseitegelegt. Bitte laden Sie die Seite neu.',
  receivable_changed_meanwhile:
    'Auf einer der Rechnungen ist weniger offen, als Sie buchen wollten: Sie wurde inzwischen bezahlt oder storniert. Bitte laden Sie die Seite neu und prüfen Sie die Beträge.',
  payment_of_another_customer:
    'Diese Rechnung gehört einem anderen Auftraggeber. Eine Zahlung zählt nur für Rechnungen des Auftraggebers, von dem sie stammt. Bitte wählen Sie den richtigen Auftraggeber.',
  base_rate_missing:
    'Für ein Halbjahr fehlt der Basiszinssatz, daher lassen sich die Zinsen nicht berechnen. Bitte tragen Sie ihn auf der Mahnliste nach.',
  payment_reversed: 'Diese Zahlung wurde schon storniert oder ist selbst ein Storno.',
  payment_refunded:
    'Von dieser Zahlung wurde Guthaben ausgezahlt. Bitte stornieren Sie zuerst die Auszahlung, wenn sie nicht stattgefunden hat.',
  refund_exceeds_credit:
    'So viel Guthaben ist nicht mehr da: Es wurde inzwischen verrechnet oder ausgezahlt. Bitte laden Sie die Seite neu und prüfen Sie den Betrag.',
  refund_reversed: 'Diese Auszahlung wurde schon storniert oder ist selbst ein Storno.',
  booking_settings_missing:
    'Für die Buchhaltung fehlen noch Angaben. Bitte tragen Sie Berater- und Mandantennummer ein und speichern Sie die Konten.',
  booking_settings_invalid:
    'Die Angaben für die Buchhaltung sind so nicht verwendbar. Bitte prüfen Sie die markierten Felder.',
  booking_settings_changed_meanwhile:
    'Die Angaben für die Buchhaltung wurden inzwischen geändert. Bitte laden Sie die Seite neu und tragen Sie Ihre Änderung noch einmal ein.',
  export_spans_years:
    'Ein Buchungsstapel gilt für ein einziges Wirtschaftsjahr. Bitte wählen Sie einen Zeitraum, der nicht darüber hinausreicht.',
  budget_exhausted:
    'Das Budget Ihrer Dienststelle reicht dafür nicht mehr aus. Bitte wenden Sie sich an die Stelle in Ihrem Haus, die es verwaltet, oder an die Disposition. Notfälle gehen weiterhin.',
  budget_invalid: 'Das Budget lässt sich so nicht speichern. Bitte prüfen Sie die markierten Angaben.',
  budget_changed_meanwhile:
    'Dieses Budget wurde inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie die neuen Angaben.',
  tariff_changed_meanwhile:
    'Dieser Tarif wurde inzwischen geändert. Bitte laden Sie die Seite neu und prüfen Sie die neuen Angaben.',
} as const;
