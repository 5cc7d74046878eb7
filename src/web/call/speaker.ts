import { rememberedDevice } from './devices';

interface CanChooseSpeaker {
  setSinkId?: (id: string) => Promise<void>;
}

/** Sends the sound of a media element to the chosen loudspeaker, where the browser can. */
export async function useSpeaker(element: HTMLMediaElement, id = rememberedDevice('speaker')): Promise<void> {
  if (id) await (element as CanChooseSpeaker).setSinkId?.(id).catch(() => undefined);
}

export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** Three rising notes for the device check. */
export async function playTestTone(id = rememberedDevice('speaker')): Promise<void> {
  const context = new AudioContext();
  if (id) await (context as unknown as CanChooseSpeaker).setSinkId?.(id).catch(() => undefined);
  await context.resume();
  for (const [index, frequency] of [523, 659, 784].entries())
    playNote(context, context.destination, frequency, index * 0.3);
  setTimeout(() => void context.close(), 2000);
}

function playNote(context: AudioContext, target: AudioNode, frequency: number, after: number): void {
  const begin = context.currentTime + after;
  const note = context.createOscillator();
  const shape = context.createGain();
  note.frequency.value = frequency;
  shape.gain.setValueAtTime(0, begin);
  shape.gain.linearRampToValueAtTime(0.5, begin + 0.02);
  shape.gain.exponentialRampToValueAtTime(0.001, begin + 0.6);
  note.connect(shape).connect(target);
  note.start(begin);
  note.stop(begin + 0.65);
}
