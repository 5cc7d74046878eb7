export const policy = {
  title: 'Regeln der Vermittlung',
  lead: 'Änderungen gelten sofort, auch für alle, die gerade warten. Was schon klingelt, klingelt so lange wie angekündigt.',
  group: { ringing: 'Klingeln', waiting: 'Warten', call: 'Gespräch', presence: 'Präsenz' },
  invalid: {
    offer_outlives_request:
      'Ein Angebot darf nicht länger klingeln, als die Anfrage wartet. Bitte kürzen Sie diese Zeit oder lassen Sie Anfragen länger warten.',
    first_wave_outlasts_waves:
      'Die erste Runde muss enden, bevor es bei allen klingelt. Bitte kürzen Sie diese Zeit oder lassen Sie es später bei allen klingeln.',
    everybody_too_late:
      'Bei allen muss es klingeln, bevor die Anfrage erfolglos endet. Bitte kürzen Sie diese Zeit oder lassen Sie Anfragen länger warten.',
    choices_too_late:
      'Andere Wege müssen angeboten werden, bevor die Anfrage erfolglos endet. Bitte kürzen Sie diese Zeit oder lassen Sie Anfragen länger warten.',
    callback_too_short:
      'Wer zurückgerufen wird, darf nicht länger Zeit haben, als der Rückruf insgesamt gilt. Bitte kürzen Sie diese Zeit oder lassen Sie Rückrufe länger gelten.',
    wrap_up_over_its_most:
      'Die Nachbereitung darf nicht länger sein als ihre Höchstdauer. Bitte kürzen Sie sie oder erhöhen Sie die Höchstdauer.',
    break_too_short:
      'Eine ganze Pause muss als Erholung zählen. Bitte verlängern Sie die Pause oder kürzen Sie diese Zeit.',
    hold_checked_too_soon:
      'Wer hält, darf nicht früher gefragt werden als im laufenden Gespräch. Bitte kürzen Sie diese Zeit oder verlängern Sie die Zeit beim Halten.',
    priority_out_of_order:
      'Dieser Vorsprung ist größer als der einer dringenderen Anfrage. Bitte wählen Sie einen kleineren Wert.',
  },
  value: {
    firstWaveSize: {
      label: 'Größe der ersten Runde',
      help: 'Bei so vielen am besten geeigneten Personen klingelt es zuerst. Mehr Personen: schneller angenommen, aber häufiger umsonst gestört.',
    },
    firstWaveAlone: {
      label: 'Vorsprung der ersten Runde',
      help: 'So lange klingelt es nur in der ersten Runde. Danach kommen weitere Personen dazu.',
    },
    nextWaveSize: {
      label: 'Größe jeder weiteren Runde',
      help: 'So viele Personen kommen mit jeder weiteren Runde dazu. Wer schon klingelt, klingelt weiter.',
    },
    nextWaveEvery: {
      label: 'Abstand der weiteren Runden',
      help: 'In diesem Abstand kommt die nächste Runde dazu. Kürzer heißt: Es klingelt schneller bei mehr Personen.',
    },
    everybodyAfter: {
      label: 'Bei allen klingelt es nach',
      help: 'Nach dieser Wartezeit klingelt es bei allen, die geeignet und frei sind, auch bei denen, die ein Angebot verpasst haben.',
    },
    offerLife: {
      label: 'Klingeldauer',
      help: 'So lange kann eine Person ein Angebot annehmen. Zu kurz: Angebote werden verpasst. Zu lang: Auftraggeber warten.',
    },
    offerExtension: {
      label: 'Verlängerung eines Angebots',
      help: 'So viel länger klingelt ein Angebot, wenn die Person einmal um mehr Zeit bittet. Andere werden in dieser Zeit schon gefragt.',
    },
    missesUntilPause: {
      label: 'Verpasste Angebote bis zur Pause',
      help: 'Nach so vielen verpassten Angeboten in Folge pausiert der Dienst der Person. Sie erfährt den Grund und kommt mit einem Klick zurück.',
    },
    ringAfterRestart: {
      label: 'Klingeln nach einer Störung',
      help: 'Was vor einem Neustart des Dienstes klingelte, klingelt danach noch mindestens so lange.',
    },
    choicesAfter: {
      label: 'Andere Wege anbieten nach',
      help: 'Nach dieser Wartezeit sehen Wartende andere Möglichkeiten. Ist niemand im Dienst, sehen sie diese sofort.',
    },
    audioAfter: {
      label: 'Nur Ton anbieten nach',
      help: 'Nach dieser Wartezeit können Wartende mit einem Klick ohne Bild weitersuchen. Ihr Platz bleibt.',
    },
    relatedAfter: {
      label: 'Verwandte Sprachen nach',
      help: 'Nach dieser Wartezeit klingelt es auch bei verwandten Sprachen, wenn die anfordernde Person das erlaubt hat.',
    },
    helpWithin: {
      label: 'Zeit für Hilfe der Disposition',
      help: 'Bittet jemand die Disposition um Hilfe, suchen wir noch mindestens so lange weiter, und nach der Zusage noch einmal so lange.',
    },
    callbackFor: {
      label: 'Rückruf gilt',
      help: 'So lange warten wir auf eine freie Person, höchstens bis Mitternacht. Danach endet der Rückruf mit einem Hinweis.',
    },
    callbackReadyFor: {
      label: 'Rückruf annehmen innerhalb von',
      help: 'So lange kann die zurückgerufene Person annehmen. Danach ist der nächste Rückruf an der Reihe.',
    },
    unservedAfter: {
      label: 'Anfrage endet erfolglos nach',
      help: 'So lange suchen wir höchstens. Wird die Zeit kürzer, bleibt allen, die schon warten, noch eine Frist in Höhe der Verbindungsfrist.',
    },
    requesterGrace: {
      label: 'Verbindungsfrist für Wartende',
      help: 'So lange behalten Wartende ihren Platz, wenn ihre Verbindung abbricht.',
    },
    headStartOfPoliceOrChildProtection: {
      label: 'Vorsprung für Polizei und Kinderschutz',
      help: 'Diese Anfragen gelten, als hätten sie schon so lange gewartet. Notfälle kommen immer zuerst.',
    },
    headStartOfUncoveredAppointment: {
      label: 'Vorsprung für Termine ohne Dolmetscher/in',
      help: 'Fehlt zum Termin die Person, gilt die Anfrage, als hätte sie schon so lange gewartet.',
    },
    headStartOfRelief: {
      label: 'Vorsprung für Ablösungen',
      help: 'Wird in einem laufenden Gespräch eine Ablösung gesucht, gilt die Suche, als hätte sie schon so lange gewartet.',
    },
    handoverAfter: {
      label: 'Ablösung anbieten nach',
      help: 'Hat dieselbe Person so lange ohne Wechsel gedolmetscht, wird ihr angeboten, das Gespräch zu übergeben.',
    },
    handoverOverlap: {
      label: 'Gemeinsame Zeit bei der Übergabe',
      help: 'So lange sind beide Personen im Gespräch, bevor die Ablösung von selbst übernimmt. Wer übergibt, kann es auch früher tun.',
    },
    estimateDays: {
      label: 'Wartezeit schätzen aus den letzten',
      help: 'So weit schaut die Schätzung zurück. Länger heißt: mehr Fälle, aber auch ältere.',
    },
    estimateCases: {
      label: 'Wartezeit schätzen ab',
      help: 'Gab es zu Sprache und Uhrzeit weniger Fälle, zeigen wir „unbekannt“ statt einer Zahl.',
    },
    positionsEvery: {
      label: 'Plätze neu mitteilen alle',
      help: 'So oft erfahren Wartende höchstens ihren neuen Platz. Kürzer heißt: genauer, aber mehr Last für den Dienst.',
    },
    positionsTold: {
      label: 'Plätze mitteilen bis',
      help: 'So viele Wartende am Anfang der Schlange sehen ihren genauen Platz. Die anderen, sobald sie dort ankommen.',
    },
    rememberEnded: {
      label: 'Beendete Anfragen merken',
      help: 'So lange bekommt ein wiederholter oder verspäteter Klick dieselbe Antwort wie der erste.',
    },
    connectWithin: {
      label: 'Zeit für den Verbindungsaufbau',
      help: 'Kommen Bild und Ton in dieser Zeit nicht an, endet das Gespräch ohne Kosten und die Anfrage bekommt ihren alten Platz zurück.',
    },
    interruptionGrace: {
      label: 'Frist bei Unterbrechung',
      help: 'So lange bleibt dieselbe Person reserviert, wenn die Verbindung im Gespräch abbricht.',
    },
    mediaSilence: {
      label: 'Unterbrechung erkennen nach',
      help: 'Hören wir so lange nichts von beiden Seiten, gilt das Gespräch als unterbrochen und die Abrechnung hält an.',
    },
    guestLinkLife: {
      label: 'Gültigkeit eines Gast-Links',
      help: 'So lange kann ein Gast mit dem Link in den Warteraum kommen. Danach brauchen Sie einen neuen Link.',
    },
    guestsAtMost: {
      label: 'Gäste je Gespräch',
      help: 'So viele Gäste sind gleichzeitig möglich, offene Links eingerechnet. Mehr als zwei schaffen viele Geräte nicht.',
    },
    complaintWithin: {
      label: 'Reklamation möglich bis',
      help: 'So lange nach Beginn kann die anfordernde Person ein unbrauchbares Gespräch kostenlos beenden und sofort neu verbinden.',
    },
    feedbackDays: {
      label: 'Rückmeldung möglich für',
      help: 'So viele Tage nach einem Gespräch können beide Seiten sagen, wie es war.',
    },
    feedbackChangeWithin: {
      label: 'Rückmeldung ändern bis',
      help: 'So lange lässt sich eine Rückmeldung noch ändern oder zurücknehmen.',
    },
    silenceUntilCheck: {
      label: 'Nachfragen, ob noch jemand da ist, nach',
      help: 'Gibt eine Seite so lange kein Lebenszeichen, fragen wir dort nach. Antwortet niemand, endet das Gespräch und kostet nur bis zur ersten Nachfrage.',
    },
    holdUntilCheck: {
      label: 'Nachfragen beim Halten nach',
      help: 'Dasselbe, solange eine Seite hält. Mindestens so lange wie im laufenden Gespräch.',
    },
    checkEvery: {
      label: 'Abstand der Nachfragen',
      help: 'So viel Zeit bleibt nach jeder Nachfrage zum Antworten.',
    },
    checksUntilEnd: {
      label: 'Nachfragen bis zum Ende',
      help: 'Nach so vielen Nachfragen ohne Antwort endet das Gespräch.',
    },
    presenceGrace: {
      label: 'Verbindungsfrist für Dolmetschende',
      help: 'So lange bleibt eine Person ohne Verbindung im Dienst. Zu kurz: Ein kurzer Netzausfall beendet den Dienst.',
    },
    wrapUp: {
      label: 'Nachbereitung',
      help: 'So viel Ruhe hat eine Person nach jedem Gespräch. Sie kann sie früher beenden.',
    },
    breakAfter: {
      label: 'Pause anbieten nach',
      help: 'Wer so lange am Stück gedolmetscht hat, bekommt in der Nachbereitung eine Pause angeboten. Ablehnen ist frei.',
    },
    breakLength: {
      label: 'Länge der Pause',
      help: 'So lang ist die angebotene Pause. Zurück in den Dienst geht es nur mit einem eigenen Klick.',
    },
    breakGap: {
      label: 'Lücke, die als Erholung zählt',
      help: 'Kürzere Lücken zwischen zwei Gesprächen zählen als Dolmetschen am Stück. Höchstens so lang wie die Pause.',
    },
    breakQuestion: {
      label: 'Zeit für die Frage nach der Pause',
      help: 'So lange dauert die Nachbereitung mindestens, wenn eine Pause angeboten wird. Vorher klingelt es nicht.',
    },
    wrapUpAtMost: {
      label: 'Nachbereitung höchstens',
      help: 'So lange dauert die Nachbereitung, wenn die Person sie verlängert.',
    },
  },
} as const;
