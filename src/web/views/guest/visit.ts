import { LocalMedia } from '../../call/localMedia';
import { Connection } from '../../protocol/connection';
import { readDeviceId } from '../../protocol/device';
import { ApiError, getJson, postJson } from '../../protocol/http';
import type { Situation } from '../../protocol/messages';
import { followSituation } from '../../protocol/situation';
import { Store } from '../../protocol/store';
import { openWire } from '../../protocol/wire';
import { Calls } from '../shared/call/calls';

const withCamera = 'videodolmetschen.guest.camera';

/** One guest in one session: from the waiting room to the end. */
export interface Visit {
  connection: Connection;
  situation: Store<Situation | null>;
  calls: Calls;
  /** The cookie has run out: the session is over, or the guest was sent away while the network was gone. */
  isOver: Store<boolean>;
}

/** Takes the token out of the address, so that it stands neither in the history nor in a bookmark. */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (token === '') return null;
  history.replaceState(null, '', window.location.pathname);
  return token;
}

/** Exchanges the link for a seat in the waiting room. Works once. */
export const arrive = (token: string): Promise<void> => postJson('/api/guests/arrive', { token });

/** Whether this browser has come in before, and may go on. */
export async function isHere(): Promise<boolean> {
  try {
    await getJson('/api/guests/me');
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    throw error;
  }
}

/** Goes to the waiting room with the devices that were tried, or, after a reload, with those of before. */
export async function enter(tried: LocalMedia | null): Promise<Visit> {
  const connection = new Connection({
    wire: openWire('/hubs/guests'),
    deviceId: await readDeviceId(),
    isSignedIn: () => isHere().catch(() => true),
  });
  const situation = followSituation(connection);
  const calls = new Calls({ connection, situation });
  const media = tried ?? (await openAgain());
  media.state.subscribe(() => sessionStorage.setItem(withCamera, String(media.state.getSnapshot().camera)));
  calls.warm.set(media);
  calls.isSigned = language => signLanguages.has(language);
  const visit = { connection, situation, calls, isOver: new Store(false) };
  connection.on('signedOut', () => visit.isOver.set(true));
  situation.subscribe(() => settle(visit, media));
  void connection.start();
  return visit;
}

export async function leave({ calls, connection }: Visit): Promise<void> {
  calls.leave();
  calls.coolDown();
  await connection.invoke('LeaveSession').catch(() => undefined);
}

/** Movement counts more than sharpness there. */
const signLanguages = new Set(['gsg', 'sgg', 'asq', 'ils']);

async function openAgain(): Promise<LocalMedia> {
  const media = new LocalMedia();
  await media.open({ audio: true, video: sessionStorage.getItem(withCamera) !== 'false' });
  return media;
}

function settle({ situation, calls, connection }: Visit, media: LocalMedia): void {
  const guest = situation.getSnapshot()?.guest;
  if (guest?.modality === 'audio' && media.state.getSnapshot().camera) void media.setCamera(false);
  if (guest?.state !== 'ended') return;
  calls.coolDown();
  void connection.stop();
}
