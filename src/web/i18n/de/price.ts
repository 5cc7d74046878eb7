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
  earnings: {
    term: 'Ihr Honorar',
    pending: 'wird ermittelt',
    atLeast: 'mindestens {{net}} netto',
    net: '{{net}} netto',
    slot: 'Ihr Honorar: {{net}} netto',
  },
} as const;
