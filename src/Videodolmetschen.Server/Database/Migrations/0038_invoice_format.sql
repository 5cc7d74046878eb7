-- In which form a customer or an interpreter takes documents: an XML file beside the paper, or the paper with the file in it.

ALTER TABLE billing_parties
  ADD COLUMN format text NOT NULL DEFAULT 'xrechnung',
  ADD CONSTRAINT billing_parties_format_check CHECK (format IN ('xrechnung', 'zugferd'));
