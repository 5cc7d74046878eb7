/** T.140: one character back, and the end of a line. */
const back = '\b';
const lineEnd = '\u2028';

/** The keystrokes that turn one text into another, at its end: deletions, then what is new. */
export function keystrokes(before: string, after: string): string {
  const old = [...before];
  const now = [...after];
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) same++;
  return back.repeat(old.length - same) + now.slice(same).join('');
}

export const endOfLine = lineEnd;

export interface Typing {
  /** The line being typed. */
  line: string;
  /** Lines that were finished just now. */
  finished: string[];
}

/** Applies received characters to the line being typed. */
export function applyKeystrokes(line: string, characters: string): Typing {
  const finished: string[] = [];
  let open = [...line];
  for (const character of characters) {
    if (character === back) open.pop();
    else if (character === lineEnd || character === '\n') {
      if (open.length > 0) finished.push(open.join(''));
      open = [];
    } else if (character === '\uFFFD' || character >= ' ') open.push(character);
  }
  return { line: open.join(''), finished };
}
