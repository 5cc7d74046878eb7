import type { Side } from '../tariffs/tariffs';

/** What stands in the way of a party's documents, or should be looked at first. */
export interface Finding {
  /** Of ours (`no_address`), or a rule's (`BR-DE-15`). */
  code: string;
  blocks: boolean;
  /** In German, where a rule has it. */
  advice?: string | null;
}

const ours = ['no_issuer', 'no_address', 'no_agreement', 'no_vat_status'] as const;
export const ourCode = (code: string) => ours.find(one => one === code);

// Who sells, and who buys; a rule that is in neither is about the data of the party.
const ofSeller = /^(BR-06|BR-09|BR-DE-([1-7]|16|27|28)|BR-CO-26|BR-(S|E)-02|PEPPOL-EN16931-R020|VD-HOLDER)$/;
const ofBuyer = /^(BR-07|BR-11|BR-DE-(8|9|15)|BR-AE-02|PEPPOL-EN16931-R010|VD-LEITWEG)$/;

/** Whose data have to be mended: ours, or the party's; disputes want an answer instead. We sell to customers; interpreters sell to us. */
export function whoseData({ code }: Finding, side: Side): 'issuer' | 'party' | 'disputes' {
  if (code === 'no_issuer') return 'issuer';
  if (code === 'disputed_lines') return 'disputes';
  return (side === 'customer' ? ofSeller : ofBuyer).test(code) ? 'issuer' : 'party';
}
