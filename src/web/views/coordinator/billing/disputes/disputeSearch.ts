/** In the address only where it is not the usual. */
export interface DisputeSearch {
  alle?: true;
}

export const readDisputeSearch = (raw: Record<string, unknown>): DisputeSearch =>
  raw.alle === true || raw.alle === 'true' ? { alle: true } : {};
