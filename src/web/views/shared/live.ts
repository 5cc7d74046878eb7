import { useRouteContext } from '@tanstack/react-router';
import { Connection } from '../../protocol/connection';
import { readDeviceId } from '../../protocol/device';
import { Floor } from '../../protocol/floor';
import { ApiError, getJson } from '../../protocol/http';
import type { Situation } from '../../protocol/messages';
import { followSituation } from '../../protocol/situation';
import type { Store } from '../../protocol/store';
import { openWire } from '../../protocol/wire';
import { useStore } from './useStore';

/** What runs beneath every page of a signed-in person, and outlives each of them. */
export interface Live {
  connection: Connection;
  situation: Store<Situation | null>;
  floor: Floor;
}

let opened: Promise<Live> | undefined;

/** Connects once per page load; signing out reloads the page. */
export function openLive(): Promise<Live> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Live> {
  const connection = new Connection({ wire: openWire(), deviceId: await readDeviceId(), isSignedIn });
  const situation = followSituation(connection);
  const live = { connection, situation, floor: new Floor(connection) };
  connection.on('signedOut', () => window.location.assign('/anmelden'));
  void connection.start();
  return live;
}

async function isSignedIn(): Promise<boolean> {
  try {
    await getJson('/api/me');
    return true;
  } catch (error) {
    return !(error instanceof ApiError && error.status === 401);
  }
}

export const useLive = (): Live => useRouteContext({ from: '/shell', select: context => context.live });

export { useStore };

/** The situation of the signed-in person; null until the hub has answered for the first time. */
export const useSituation = (): Situation | null => useStore(useLive().situation);
