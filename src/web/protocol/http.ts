/** What a failed HTTP call carries: the stable code, the trace id for the support, the HTTP status. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly traceId?: string,
    /** The whole answer, for those that name more than a code. */
    readonly problem?: unknown,
  ) {
    super(code);
    this.name = 'ApiError';
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Speaks JSON with the server, a file goes as it is; problem+json answers become an ApiError with their code. */
export async function http<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const response = await send(method, path, body, signal);
  if (!response.ok) throw await toError(response);
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const getJson = <T>(path: string, signal?: AbortSignal) => http<T>('GET', path, undefined, signal);
export const putJson = <T>(path: string, body: unknown) => http<T>('PUT', path, body);
export const postJson = <T>(path: string, body?: unknown) => http<T>('POST', path, body ?? {});

async function send(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': body instanceof Blob ? body.type : 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('server_unreachable', 0);
  }
}

async function toError(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as { code?: string; traceId?: string };
  return new ApiError(problem.code ?? codeOf(response.status), response.status, problem.traceId, problem);
}

function codeOf(status: number): string {
  if (status === 401) return 'sign_in_required';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 429) return 'too_many_attempts';
  if (status === 502 || status === 503 || status === 504) return 'service_unavailable';
  return status >= 500 ? 'unexpected' : 'argument_invalid';
}
