import type { Connection } from '../../protocol/connection';
import type { OfferView, WithdrawnBecause } from '../../protocol/messages';
import { Store } from '../../protocol/store';

export type OfferEnding = WithdrawnBecause | 'expired' | 'declined' | 'accepted';

export interface EndedOffer {
  offer: OfferView;
  because: OfferEnding;
}

/** Remembers how the last offer ended, so that the place where it stood can say so in words. */
export class OfferEnds {
  readonly last = new Store<EndedOffer | null>(null);
  /** Offers answered here, which the hub has not yet taken away. */
  readonly answered = new Store<ReadonlySet<string>>(new Set());
  private readonly known = new Map<string, OfferView>();

  /** Follows the hub; the answer ends it. */
  follow(connection: Connection, offers: readonly OfferView[]): () => void {
    for (const offer of offers) this.known.set(offer.id, offer);
    const stops = [
      connection.on('situation', situation => this.reset(situation.offers)),
      connection.on('OfferReceived', ({ offer }) => this.open(offer)),
      connection.on('OfferWithdrawn', ({ offerId, because }) => this.end(offerId, because)),
      connection.on('OfferExpired', ({ offerId }) => this.end(offerId, 'expired')),
      connection.on('SessionReady', () => this.dismiss()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  open(offer: OfferView): void {
    this.known.set(offer.id, offer);
    this.dismiss();
  }

  /** The first reason stays: an own decline is not overwritten by the withdrawal that follows it. */
  end(offerId: string, because: OfferEnding): void {
    const offer = this.known.get(offerId);
    if (!offer) return;
    this.known.delete(offerId);
    this.answered.update(ids => new Set(ids).add(offerId));
    this.last.set({ offer, because });
  }

  dismiss(): void {
    this.last.set(null);
  }

  private reset(offers: readonly OfferView[]): void {
    this.known.clear();
    this.answered.set(new Set());
    for (const offer of offers) this.known.set(offer.id, offer);
  }
}
