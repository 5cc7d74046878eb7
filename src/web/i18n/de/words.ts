/** The words of the trade, the same at every workplace. */
export const words = {
  field: {
    immigration: 'Ausländerrecht',
    asylum: 'Asyl',
    health: 'Gesundheit',
    mental_health: 'Psychische Gesundheit',
    social: 'Soziales',
    school: 'Schule',
    police_courts: 'Polizei und Justiz',
  },
  modality: { video: 'Video', audio: 'Nur Ton' },
  priority: {
    normal: 'Normal',
    appointment_uncovered: 'Termin ohne Besetzung',
    police_or_child_protection: 'Polizei oder Kinderschutz',
    emergency: 'Notfall',
  },
  customerKind: { authority: 'Behörde', district: 'Landkreis', clinic: 'Klinik' },
  gender: { female: 'Dolmetscherin', male: 'Dolmetscher', diverse: 'Person divers' },
  requirement: {
    sworn: 'Beeidigt',
    level: 'Mindestens Stufe {{level}}',
    field: 'Erfahrung im Fachgebiet',
    variety: 'Dialekt: {{variety}}',
    interpreter: 'Dieselbe Person wie zuletzt',
  },
  presence: {
    offline: 'Nicht im Dienst',
    available: 'Verfügbar',
    in_session: 'Im Gespräch',
    wrap_up: 'Nachbereitung',
    paused: 'Pause',
    outside: 'Außerhalb der Zeiten',
  },
  unserved: {
    none_qualified: 'Niemand mit passender Qualifikation',
    none_on_duty: 'Niemand im Dienst',
    all_busy: 'Alle im Gespräch',
    all_declined: 'Alle haben abgelehnt',
    none_connected: 'Verbindung kam nicht zustande',
    all_missed: 'Niemand hat geantwortet',
  },
} as const;
