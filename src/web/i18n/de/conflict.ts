/** Who does not want to meet again. */
export const conflict = {
  reason: {
    bias: 'Befangenheit',
    conduct: 'Verhalten im Gespräch',
    quality: 'Qualität der Verdolmetschung',
    acquainted: 'Persönlich bekannt',
    other: 'Anderer Grund',
  },
  reasonLabel: 'Grund',
  requester: {
    act: 'Nicht mehr mit {{number}}',
    title: 'Nicht mehr mit {{number}} verbinden?',
    text: 'Es klingelt dann für Ihren ganzen Auftraggeber nicht mehr bei dieser Person. Das gilt sofort und lässt sich im Verlauf aufheben. Die Person erfährt den Grund nicht.',
    confirm: 'Ausschließen',
    done: 'Es klingelt nicht mehr bei {{number}}.',
    blocked: 'ausgeschlossen',
    list: 'Ausgeschlossene Dolmetschende',
  },
  interpreter: {
    act: 'Nicht mehr für diesen Auftraggeber',
    title: 'Nicht mehr für diesen Auftraggeber?',
    text: 'Es klingelt dann nicht mehr bei Ihnen, wenn dieser Auftraggeber anfragt. Das gilt sofort und lässt sich auf Ihrem Arbeitsplatz aufheben. Der Auftraggeber erfährt es nicht.',
    confirm: 'Ausschließen',
    done: 'Es klingelt nicht mehr bei Ihnen für diesen Auftraggeber.',
    list: 'Ausgeschlossene Auftraggeber',
  },
  coordinator: {
    page: 'Wer für wen arbeitet',
    pageLead:
      'Wer für einen Auftraggeber freigegeben ist, was ihn eine Absage kostet, und wer nicht mehr füreinander arbeitet.',
    list: 'Ausschlüsse',
    lead: 'Wer nicht mehr füreinander arbeitet. Aufheben gilt sofort und steht im Protokoll.',
    by: { interpreter: 'von Dolmetscher/in', customer: 'vom Auftraggeber' },
    emptyTitle: 'Keine Ausschlüsse',
    emptyText: 'Auftraggeber und Dolmetschende können einander nach einem Gespräch ausschließen.',
  },
  since: 'seit {{date}}',
  undo: 'Aufheben',
  undoNamed: '{{name}}: Ausschluss aufheben',
  undone: 'Der Ausschluss von {{name}} ist aufgehoben.',
} as const;
