import { describe, expect, it } from 'vitest';
import { feedbackReportQuery, readFeedbackSearch } from './feedbackSearch';

const customer = 'de300000-0000-4000-8001-000000000001';

describe('the address of the feedback page', () => {
  it('keeps what narrows and asks the server for it', () => {
    const search = readFeedbackSearch({
      von: '2026-11-01',
      anlass: 'complaint',
      auftraggeber: customer,
      nummer: 'D-0001',
      schlecht: true,
      offen: 'true',
    });
    expect(feedbackReportQuery(search)).toBe(
      `?from=2026-11-01&kind=complaint&customer=${customer}&interpreter=D-0001&poor=true&open=true`,
    );
  });

  it('forgets what nobody can mean', () => {
    expect(
      readFeedbackSearch({ von: 'gestern', anlass: 'lob', auftraggeber: '1', nummer: "'", schlecht: false }),
    ).toEqual({});
    expect(feedbackReportQuery({})).toBe('');
  });
});
