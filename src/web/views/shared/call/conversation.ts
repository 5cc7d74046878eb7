import type { Call } from '../../../call/call';
import { Store } from '../../../protocol/store';
import { applyKeystrokes, endOfLine, keystrokes } from './realTimeText';

export interface Line {
  id: number;
  own: boolean;
  text: string;
}

export interface Conversation {
  lines: readonly Line[];
  /** What the other side is typing right now. */
  typing: string;
  unread: number;
}

/** Chat and real-time text of one call: only in the two browsers, gone with the call. */
export class Writing {
  readonly state = new Store<Conversation>({ lines: [], typing: '', unread: 0 });
  private lastId = 0;
  private sent = '';

  constructor(private readonly call: Pick<Call, 'events' | 'sendChat' | 'typeRealTimeText'>) {
    call.events.on('chat', ({ text }) => this.add(false, text));
    call.events.on('realTimeText', characters => this.hear(characters));
  }

  /** Sends a whole line; false when there is no connection to the other side. */
  send(text: string): boolean {
    const sent = this.call.sendChat(text);
    if (sent) this.add(true, text);
    return sent;
  }

  /** The text as it stands in the input: the difference is sent at once. */
  type(text: string): void {
    const characters = keystrokes(this.sent, text);
    this.sent = text;
    if (characters) this.call.typeRealTimeText(characters);
  }

  finishLine(text: string): void {
    this.type(text);
    this.call.typeRealTimeText(endOfLine);
    this.sent = '';
    this.add(true, text);
  }

  readAll(): void {
    this.state.update(state => (state.unread === 0 ? state : { ...state, unread: 0 }));
  }

  private hear(characters: string): void {
    const { line, finished } = applyKeystrokes(this.state.getSnapshot().typing, characters);
    for (const text of finished) this.add(false, text);
    this.state.update(state => ({ ...state, typing: line }));
  }

  private add(own: boolean, text: string): void {
    const line = { id: ++this.lastId, own, text };
    this.state.update(({ lines, typing, unread }) => ({
      lines: [...lines, line],
      typing,
      unread: own ? unread : unread + 1,
    }));
  }
}
