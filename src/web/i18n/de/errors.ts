/** One sentence for every ErrorCode of the server, and for what the browser itself notices: it says what to do. */
export const errors = {
  ServerUnreachable:
    'Der Server antwortet nicht. Bitte prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.',
  ServerFault: 'Auf dem Server ist ein Fehler aufgetreten. Bitte versuchen Sie es in einer Minute erneut.',
  NotSignedIn: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich neu an.',
  NotAllowed: 'Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an Ihre Verwaltung.',
  NotFound: 'Das Gesuchte gibt es nicht mehr. Bitte laden Sie die Seite neu.',
  InvalidInput: 'Eine Angabe ist nicht gültig. Bitte prüfen Sie Ihre Eingaben.',
  TooManyAttempts:
    'Das waren zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann erneut.',
  Unknown: 'Das hat nicht geklappt. Bitte versuchen Sie es erneut.',
} as const;
