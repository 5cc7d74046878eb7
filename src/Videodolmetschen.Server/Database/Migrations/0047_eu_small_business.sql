-- A small business of another EU state (§ 19a UStG). A status only: it stands on no line and on no document, because who owes the tax is not decided.

ALTER TABLE vat_statuses
  DROP CONSTRAINT vat_statuses_treatment_check,
  ADD CONSTRAINT vat_statuses_treatment_check CHECK (treatment IN ('standard', 'small_business', 'sign_language_exempt', 'reverse_charge', 'eu_small_business'));
