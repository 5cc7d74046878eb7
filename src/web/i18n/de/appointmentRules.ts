/** The numbers of appointments. */
export const appointmentRules = {
  title: 'Regeln für Termine',
  lead: 'Änderungen gelten sofort. Was schon zugesagt ist, bleibt zugesagt: Fristen für Antworten, die schon laufen, ändern sich nicht. Erinnerungen für bestätigte Termine folgen innerhalb einer Minute.',
  group: {
    booking: 'Buchen',
    asking: 'Dolmetschende fragen',
    reminding: 'Erinnern und warnen',
    holding: 'Am Termin',
  },
  invalid: {
    shortest_over_longest:
      'Die kürzeste Dauer darf nicht länger sein als die längste. Bitte kürzen Sie sie oder erlauben Sie längere Termine.',
    length_off_its_steps:
      'Diese Dauer ließe sich nicht wählen. Bitte nehmen Sie ein Vielfaches des Schritts der Dauer.',
    readiness_before_room:
      'Nach der Bereitschaft kann erst gefragt werden, wenn der Raum offen ist. Bitte wählen Sie höchstens so viele Minuten, wie der Raum vorher öffnet.',
    late_after_missed:
      'Kostenlos absagen muss möglich sein, bevor der Termin als versäumt gilt. Bitte kürzen Sie diese Zeit.',
    red_before_yellow:
      'Rot darf nicht früher warnen als Gelb. Bitte wählen Sie weniger Tage oder warnen Sie gelb schon früher.',
    reminders_out_of_order:
      'Diese Erinnerung käme nicht nach der vorigen. Bitte wählen Sie weniger Minuten vorher, oder 0 für keine.',
    notice_out_of_order:
      'Diese Stufe muss kürzer im Voraus liegen als die Stufe davor. Bitte wählen Sie weniger Arbeitstage.',
    answer_over_notice:
      'So viel Zeit bliebe vor dem Termin nicht. Bitte wählen Sie weniger Arbeitstage für die Antwort.',
    answer_before_question: 'Die Frage muss vor der Antwort liegen. Bitte wählen Sie eine frühere Uhrzeit.',
  },
  value: {
    earliestAhead: {
      label: 'Vorlauf mindestens',
      help: 'Ein Termin beginnt frühestens so lange nach dem Buchen. Wer früher jemanden braucht, fordert sofort an.',
    },
    daysAheadAtMost: {
      label: 'Buchbar bis',
      help: 'So viele Tage im Voraus lassen sich Termine buchen, auch die letzten einer Serie.',
    },
    shortest: { label: 'Kürzeste Dauer', help: 'Kürzere Termine lassen sich nicht buchen.' },
    longest: {
      label: 'Längste Dauer',
      help: 'Längere Termine lassen sich nicht buchen. Lange Termine sind für eine Person allein anstrengend.',
    },
    lengthStep: { label: 'Schritt der Dauer', help: 'Die Dauer ist ein Vielfaches davon.' },
    startStep: {
      label: 'Schritt des Beginns',
      help: 'Termine beginnen zu einem Vielfachen davon nach Mitternacht.',
    },
    gap: {
      label: 'Abstand zwischen zwei Terminen',
      help: 'So viel Zeit liegt mindestens zwischen zwei Terminen einer Person. Kürzer heißt: mehr Termine, weniger Erholung.',
    },
    askedFirst: {
      label: 'Zuerst gefragt',
      help: 'So viele am besten geeignete Personen werden beim Buchen gefragt. Sagt jemand ab, rückt die nächste nach.',
    },
    longAhead: {
      label: 'Lange im Voraus ab',
      help: 'So viele Arbeitstage vorher gebucht, haben die Gefragten die lange Frist.',
    },
    longAnswer: {
      label: 'Lange Frist',
      help: 'So viele Arbeitstage bleiben für die Antwort auf lange vorher gebuchte Termine.',
    },
    middleAhead: {
      label: 'Mittelfristig ab',
      help: 'So viele Arbeitstage vorher gebucht, haben die Gefragten die mittlere Frist.',
    },
    middleAnswer: {
      label: 'Mittlere Frist',
      help: 'So viele Arbeitstage bleiben für die Antwort auf mittelfristig gebuchte Termine.',
    },
    shortAhead: {
      label: 'Kurzfristig ab',
      help: 'So viele Arbeitstage vorher gebucht, bleibt für die Antwort Zeit bis zum nächsten Arbeitstag.',
    },
    answerBy: {
      label: 'Antwort bis',
      help: 'Um diese Uhrzeit endet jede Frist, die in Arbeitstagen zählt.',
    },
    dayBeforeUntil: {
      label: 'Am Vortag gebucht bis',
      help: 'Bis zu dieser Uhrzeit am Arbeitstag davor gebucht, wird noch der Reihe nach gefragt. Danach werden alle gleichzeitig gefragt.',
    },
    dayBeforeAnswerBy: {
      label: 'Antwort am Vortag bis',
      help: 'Bis zu dieser Uhrzeit antworten die am Vortag Gefragten.',
    },
    lastAnswer: {
      label: 'Frist, wenn alle gefragt werden',
      help: 'So lange haben alle Zeit, wenn es für eine Reihenfolge zu spät ist.',
    },
    firstReminder: {
      label: 'Erste Erinnerung',
      help: 'So lange vorher erinnern wir beide Seiten per E-Mail. Ganze Tage heißt: zur gleichen Uhrzeit. 0 heißt: keine.',
    },
    secondReminder: {
      label: 'Zweite Erinnerung',
      help: 'Sie kommt nach der ersten. 0 heißt: keine.',
    },
    thirdReminder: {
      label: 'Dritte Erinnerung',
      help: 'Sie kommt nach der zweiten. 0 heißt: keine.',
    },
    yellowDaysBefore: {
      label: 'Gelb ab',
      help: 'So viele Tage vorher warnen wir die Disposition vor einem Termin ohne Besetzung.',
    },
    redDaysBefore: {
      label: 'Rot ab',
      help: 'So viele Tage vorher warnen wir die Disposition dringend.',
    },
    roomOpensBefore: {
      label: 'Raum öffnet',
      help: 'So lange vor Beginn können beide Seiten eintreten und Ton und Bild prüfen.',
    },
    readinessAskedBefore: {
      label: 'Frage nach Bereitschaft',
      help: 'So lange vor Beginn fragen wir die dolmetschende Person, ob sie bereit ist.',
    },
    interpreterLateAfter: {
      label: 'Verspätung bis zur kostenlosen Absage',
      help: 'Kommt die dolmetschende Person später, kann der Auftraggeber kostenlos absagen.',
    },
    interpreterMissedAfter: {
      label: 'Verspätung bis zum Versäumnis',
      help: 'Kommt die dolmetschende Person noch später, gilt der Termin als von ihr versäumt.',
    },
    customerMissedAfter: {
      label: 'Abwesenheit des Auftraggebers',
      help: 'Fehlt der Auftraggeber so lange, gilt der Termin als von ihm versäumt und wird berechnet.',
    },
  },
} as const;
