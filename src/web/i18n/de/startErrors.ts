/** What anybody can meet on any page, and what the browser itself notices; these come with the first load. */
export const startErrors = {
  argument_invalid: 'Eine Angabe fehlt oder ist nicht gültig. Bitte prüfen Sie Ihre Eingaben.',
  sign_in_failed:
    'E-Mail-Adresse oder Passwort ist falsch. Bitte prüfen Sie beides und versuchen Sie es erneut.',
  second_factor_required: 'Bitte geben Sie noch den Code aus Ihrer Authenticator-App ein.',
  second_factor_failed:
    'Der Code ist falsch oder abgelaufen. Bitte geben Sie den Code ein, den die App jetzt zeigt.',
  too_many_attempts:
    'Das waren zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann erneut.',
  sign_in_required: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
  forbidden: 'Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an Ihre Verwaltung.',
  not_found: 'Das Gesuchte gibt es nicht oder nicht mehr. Bitte laden Sie die Seite neu.',
  origin_refused:
    'Diese Adresse ist nicht freigegeben. Bitte rufen Sie die Seite über die gewohnte Adresse auf.',
  service_unavailable:
    'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute erneut.',
  unexpected:
    'Auf unserer Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es erneut und nennen Sie dem Support die Kennung.',
  hub_away:
    'Die Verbindung zum Server ist unterbrochen. Bitte warten Sie einen Moment und versuchen Sie es erneut.',
  server_unreachable:
    'Der Server antwortet nicht. Bitte prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.',
} as const;
