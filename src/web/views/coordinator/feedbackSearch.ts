import { given, matching, type PeriodSearch, queryOf, readPeriod, textOf } from './reportSearch';

export const kinds = ['complaint', 'requester', 'interpreter'] as const;
export type FeedbackKind = (typeof kinds)[number];

/** What stands in the address. */
export interface FeedbackSearch extends PeriodSearch {
  anlass?: FeedbackKind;
  auftraggeber?: string;
  /** A number, such as D-0001. */
  nummer?: string;
  schlecht?: true;
  offen?: true;
}

/** Takes what makes sense from an address that somebody may have written by hand. */
export const readFeedbackSearch = (raw: Record<string, unknown>): FeedbackSearch => ({
  ...readPeriod(raw),
  ...given({
    anlass: kinds.find(kind => kind === raw.anlass),
    auftraggeber: matching(raw.auftraggeber, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    nummer: matching(raw.nummer, /^D-\d{4,6}$/),
    schlecht: textOf(raw.schlecht) === 'true' ? (true as const) : undefined,
    offen: textOf(raw.offen) === 'true' ? (true as const) : undefined,
  }),
});

/** The query of GET /api/feedback and of the CSV file. */
export const feedbackReportQuery = (search: FeedbackSearch): string =>
  queryOf({
    from: search.von,
    to: search.bis,
    kind: search.anlass,
    customer: search.auftraggeber,
    language: search.sprache,
    interpreter: search.nummer,
    poor: search.schlecht,
    open: search.offen,
  });
