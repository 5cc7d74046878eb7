import type { ReactNode } from 'react';

/** A table that may be wider than its place. */
export const WideTable = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="ledger-scroll" tabIndex={0} aria-label={label}>
    <table className="ledger-table report-table">{children}</table>
  </section>
);
