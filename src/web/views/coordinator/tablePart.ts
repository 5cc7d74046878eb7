import type { FloorSearch } from './floorSearch';

/** What a coordinator can open a dialog for. */
export type Action =
  | { kind: 'withdraw' | 'assign' | 'why'; requestId: string }
  | { kind: 'end'; sessionId: string };

export interface TablePart {
  search: FloorSearch;
  onSearch: (change: Partial<FloorSearch>) => void;
  onAct: (action: Action) => void;
}
