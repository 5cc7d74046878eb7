import { rememberedDevice } from '../../../call/devices';

/** Two soft notes from the speaker chosen last: to test it, and to say that somebody is there. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const speaker = rememberedDevice('speaker');
  if (speaker && 'setSinkId' in context)
    await (context as AudioContext & { setSinkId(id: string): Promise<void> })
      .setSinkId(speaker)
      .catch(() => undefined);
  for (const [index, frequency] of [523, 659].entries()) {
    const note = context.createOscillator();
    const volume = context.createGain();
    const begin = context.currentTime + index * 0.22;
    note.frequency.value = frequency;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.2, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.5);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + 0.55);
  }
  setTimeout(() => void context.close(), 1200);
}
