import { Store } from '../protocol/store';
import type { Call } from './call';

export interface ChatLine {
  id: string;
  own: boolean;
  text: string;
  at: number;
}

export interface RealTimeText {
  own: string;
  other: string;
}

/** T.140: a backspace takes one character back, U+2028 and CR LF begin a line. */
export function typeInto(text: string, characters: string): string {
  const written = [...text];
  for (const character of characters.replace(/\r\n|\u2028/g, '\n')) {
    if (character === '\b') written.pop();
    else written.push(character);
  }
  return written.slice(-5000).join('');
}

/** The characters that turn one text into the other: backspaces to where they differ, then the rest. */
export function keystrokes(before: string, after: string): string {
  const [from, to] = [[...before], [...after]];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return '\b'.repeat(from.length - same) + to.slice(same).join('').replaceAll('\n', '\u2028');
}

/** Chat and real-time text of one call; kept nowhere but on the two pages, gone with them. */
export class Conversation {
  readonly chat = new Store<readonly ChatLine[]>([]);
  readonly realTimeText = new Store<RealTimeText>({ own: '', other: '' });

  constructor(private readonly call: Call) {
    call.events.on('chat', ({ id, text }) => this.add({ id, text, own: false }));
    call.events.on('realTimeText', characters =>
      this.realTimeText.update(text => ({ ...text, other: typeInto(text.other, characters) })),
    );
  }

  /** False where there is no connection right now; then nothing was sent. */
  say(text: string): boolean {
    if (!this.call.sendChat(text)) return false;
    this.add({ id: `own.${this.chat.getSnapshot().length}`, text, own: true });
    return true;
  }

  /** Takes the whole text of the input and sends what changed. */
  type(own: string): void {
    this.call.typeRealTimeText(keystrokes(this.realTimeText.getSnapshot().own, own));
    this.realTimeText.update(text => ({ ...text, own }));
  }

  private add(line: Omit<ChatLine, 'at'>): void {
    this.chat.update(lines => [...lines.slice(-500), { ...line, at: Date.now() }]);
  }
}
