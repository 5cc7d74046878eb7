/** The pages of the section in the order of its navigation; a word for each stands in `billing.places`. */
export const places = [
  { to: '/disposition/abrechnung', word: 'runs' },
  { to: '/disposition/abrechnung/belege', word: 'documents' },
  { to: '/disposition/abrechnung/einwaende', word: 'disputes' },
  { to: '/disposition/abrechnung/zahlungen', word: 'payments' },
  { to: '/disposition/abrechnung/mahnliste', word: 'dunning' },
  { to: '/disposition/abrechnung/stammdaten', word: 'parties' },
  { to: '/disposition/abrechnung/budgets', word: 'budgets' },
  { to: '/disposition/tarife', word: 'tariffs' },
] as const;
