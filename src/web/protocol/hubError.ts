/** A broken rule or a lost connection, with its stable code; the German sentence is chosen in i18n. */
export class HubError extends Error {
  constructor(
    readonly code: string,
    readonly traceId?: string,
  ) {
    super(code);
    this.name = 'HubError';
  }
}

/** The message of a HubException ends in a JSON object with code and trace id. */
export function toHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const start = text.lastIndexOf('{');
  if (start >= 0) {
    try {
      const { code, traceId } = JSON.parse(text.slice(start)) as { code?: unknown; traceId?: unknown };
      if (typeof code === 'string')
        return new HubError(code, typeof traceId === 'string' ? traceId : undefined);
    } catch {
      return new HubError('unexpected');
    }
  }
  return new HubError(/HubException|error occurred invoking/i.test(text) ? 'unexpected' : 'hub_away');
}
