import { expect, test } from 'vitest';
import { Connection } from '../../protocol/connection';
import type { OfferView } from '../../protocol/messages';
import { offer, PlayedWire, situation } from '../../protocol/test/given';
import { OfferEnds } from './offerEnds';

async function given(offers: OfferView[] = []) {
  const wire = new PlayedWire();
  wire.answers = { Resume: situation({ offers }) };
  const connection = new Connection({ wire, deviceId: 'd' });
  const ends = new OfferEnds();
  ends.follow(connection, []);
  await connection.start();
  return { wire, ends, because: () => ends.last.getSnapshot()?.because };
}

test('an offer that went to somebody else leaves its reason behind', async () => {
  const { wire, because } = await given();
  wire.tell('OfferReceived', { revision: 11, offer: offer('a') });
  wire.tell('OfferWithdrawn', { revision: 12, offerId: 'a', because: 'taken_by_other' });
  expect(because()).toBe('taken_by_other');
});

test('an offer that was there at the start is known too', async () => {
  const { wire, because } = await given([offer('a')]);
  wire.tell('OfferExpired', { revision: 11, offerId: 'a' });
  expect(because()).toBe('expired');
});

test('a new offer replaces the word about the last one', async () => {
  const { wire, because } = await given([offer('a')]);
  wire.tell('OfferExpired', { revision: 11, offerId: 'a' });
  wire.tell('OfferReceived', { revision: 12, offer: offer('b') });
  expect(because()).toBeUndefined();
});

test('an own decline is not overwritten by the withdrawal that follows it', async () => {
  const { wire, ends, because } = await given([offer('a')]);
  ends.end('a', 'declined');
  wire.tell('OfferWithdrawn', { revision: 11, offerId: 'a', because: 'request_ended' });
  expect(because()).toBe('declined');
});

test('an offer answered here counts as answered until the next whole situation', async () => {
  const { ends } = await given([offer('a')]);
  ends.end('a', 'declined');
  expect([...ends.answered.getSnapshot()]).toEqual(['a']);
});
