import type { Mesh } from '../../../call/mesh';
import type { Seat } from '../../../protocol/messages';
import { Store } from '../../../protocol/store';
import { applyKeystrokes, endOfLine, keystrokes } from './realTimeText';

export interface Line {
  id: number;
  /** Who wrote it; null: the person here. */
  from: Seat | null;
  text: string;
}

export interface Conversation {
  lines: readonly Line[];
  /** What others are typing right now. */
  typing: readonly { from: Seat; text: string }[];
  unread: number;
}

/** Chat and real-time text of one call: only in the browsers, gone with the call. */
export class Writing {
  readonly state = new Store<Conversation>({ lines: [], typing: [], unread: 0 });
  private lastId = 0;
  private sent = '';

  constructor(private readonly mesh: Pick<Mesh, 'events' | 'sendChat' | 'typeRealTimeText'>) {
    mesh.events.on('chat', ({ seat, text }) => this.add(seat, text));
    mesh.events.on('realTimeText', ({ seat, text }) => this.hear(seat, text));
  }

  /** Sends a whole line to all; false when it reached nobody. */
  send(text: string): boolean {
    const sent = this.mesh.sendChat(text);
    if (sent) this.add(null, text);
    return sent;
  }

  /** The text as it stands in the input: the difference is sent at once. */
  type(text: string): void {
    const characters = keystrokes(this.sent, text);
    this.sent = text;
    if (characters) this.mesh.typeRealTimeText(characters);
  }

  finishLine(text: string): void {
    this.type(text);
    this.mesh.typeRealTimeText(endOfLine);
    this.sent = '';
    this.add(null, text);
  }

  readAll(): void {
    this.state.update(state => (state.unread === 0 ? state : { ...state, unread: 0 }));
  }

  private hear(from: Seat, characters: string): void {
    const { typing } = this.state.getSnapshot();
    const before = typing.find(one => one.from === from)?.text ?? '';
    const { line, finished } = applyKeystrokes(before, characters);
    for (const text of finished) this.add(from, text);
    const others = typing.filter(one => one.from !== from);
    this.state.update(state => ({ ...state, typing: line ? [...others, { from, text: line }] : others }));
  }

  private add(from: Seat | null, text: string): void {
    const line = { id: ++this.lastId, from, text };
    this.state.update(({ lines, typing, unread }) => ({
      lines: [...lines, line],
      typing,
      unread: from === null ? unread : unread + 1,
    }));
  }
}
