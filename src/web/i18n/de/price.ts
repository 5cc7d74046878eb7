/** What something will cost or earn, before anybody says yes. */
export const price = {
  title: 'Preis',
  sentence: 'Preis: {{sentence}}',
  shortest: 'Ein kurzes Gespräch kostet {{net}} netto, {{gross}} mit Umsatzsteuer.',
  slot: {
    sum: 'Der Termin kostet {{net}} netto, {{gross}} mit Umsatzsteuer.',
    sumFirst: 'Der erste Termin kostet {{net}} netto, {{gross}} mit Umsatzsteuer.',
    free: 'Der Termin ist für Sie kostenfrei.',
    freeFirst: 'Der erste Termin ist für Sie kostenfrei.',
    each: 'Für die anderen gilt derselbe Tarif. Je nach Tag und Uhrzeit kann ein Zuschlag dazukommen.',
    lines: 'So setzt es sich zusammen',
  },
  cancelling: {
    title: 'Was eine Absage kostet',
    when: 'Absage',
    cost: 'Kosten',
    until: 'bis {{time}}',
    after: 'danach',
    always: 'bis zum Beginn',
    free: 'kostenlos',
    sum: '{{net}} netto, {{gross}} mit Umsatzsteuer',
  },
  budget: {
    level: 'Budget „{{name}}“: {{percent}} % verbraucht oder vorgemerkt, {{remaining}} netto übrig.',
    after: 'Mit dieser Buchung sind es {{percent}} %.',
    short: 'Das Budget wird knapp',
    refused: {
      request: 'Das Budget reicht für dieses Gespräch nicht mehr',
      booking: 'Das Budget reicht für diese Buchung nicht mehr',
    },
    emergency: 'Das Budget ist ausgeschöpft. Als Notfall geht die Anfrage trotzdem durch.',
    ask: 'Bitte wenden Sie sich an: {{contact}}.',
    askAnybody:
      'Bitte wenden Sie sich an die Stelle in Ihrem Haus, die es verwaltet, oder an die Disposition.',
  },
  earnings: {
    term: 'Ihr Honorar',
    pending: 'wird ermittelt',
    atLeast: 'mindestens {{net}} netto',
    net: '{{net}} netto',
    slot: 'Ihr Honorar: {{net}} netto',
  },
  loss: {
    open: 'Einkommensausfall erklären',
    amount: 'Was Ihnen durch die Absage entgangen ist (Euro, netto)',
    hint: 'Der Termin wurde kurzfristig abgesagt. Den Ausfall, den Sie erklären, bekommen Sie ersetzt, höchstens {{most}} (§ 9 Abs. 5 JVEG). Möglich bis {{until}}.',
    missing: 'Bitte geben Sie einen Betrag in Euro an, zum Beispiel 120,00.',
    declare: 'Ausfall verbindlich erklären',
    close: 'Abbrechen',
    done: 'Ihre Erklärung ist eingegangen.',
    declared: 'Einkommensausfall erklärt: {{amount}}',
  },
} as const;
