import type { Connection } from './connection';
import type { HubMessages, SessionView, Situation, StintView } from './messages';
import { Store } from './store';

type Change = { [K in keyof HubMessages]?: (now: Situation, fact: HubMessages[K]) => Partial<Situation> };

const sessionFact = (_: Situation, { session }: HubMessages['SessionChanged']) => ({ session });
const withoutOffer = (now: Situation, { offerId }: { offerId: string }) => ({
  offers: now.offers.filter(offer => offer.id !== offerId),
});

/** For the one who has left, the conversation is over: what stays is the own part of it. */
const ownPart = ({ leftAt, billableSeconds }: StintView, now: string): Partial<SessionView> => ({
  state: 'ended',
  endedAt: leftAt ?? now,
  endReason: null,
  handover: null,
  billableSeconds: billableSeconds ?? 0,
  clock: { seconds: billableSeconds ?? 0, running: false, at: leftAt ?? now },
});

/** What each fact changes in a person's situation. Applying one twice is harmless. */
const changes: Change = {
  RequestChanged: (_, { request }) => ({ request }),
  CallbackChanged: (_, { callback }) => ({ callback }),
  OfferReceived: (now, { offer }) => ({
    offers: [...now.offers.filter(other => other.id !== offer.id), offer],
  }),
  OfferWithdrawn: withoutOffer,
  OfferExpired: withoutOffer,
  SessionReady: (_, { session, call }) => ({ session, call, offers: [] }),
  SessionStarted: sessionFact,
  SessionInterrupted: sessionFact,
  SessionChanged: sessionFact,
  SessionEnded: (_, { session }) => ({ session, call: null }),
  StintEnded: (now, { session, stint }) => ({
    session: { ...session, ...ownPart(stint, session.endedAt ?? now.serverTime) },
    call: null,
  }),
  CallMoved: () => ({ call: null }),
  GuestChanged: (_, { guest, session, call }) => ({ guest, session, call }),
  PresenceChanged: (_, { presence }) => ({ presence }),
};

export function applyFact<K extends keyof HubMessages>(
  now: Situation,
  name: K,
  fact: HubMessages[K],
): Situation {
  const change = changes[name];
  return change ? { ...now, ...change(now, fact) } : now;
}

/** Keeps the situation of the signed-in person: the answer of Resume and every fact after it. */
export function followSituation(connection: Connection): Store<Situation | null> {
  const store = new Store<Situation | null>(null);
  connection.on('situation', situation => store.set(keepEnded(store.getSnapshot(), situation)));
  for (const name of Object.keys(changes) as (keyof typeof changes)[])
    connection.on(name, fact => store.update(now => now && applyFact(now, name, fact)));
  return store;
}

/** A session that ended while the hub was away is unknown to Resume; the page shall still say that it ended. */
function keepEnded(before: Situation | null, after: Situation): Situation {
  if (!before?.session || after.session) return after;
  const { session } = before;
  const endedAt = session.endedAt ?? after.serverTime;
  return {
    ...after,
    session: { ...session, state: 'ended', endedAt, clock: { ...session.clock, running: false } },
  };
}
