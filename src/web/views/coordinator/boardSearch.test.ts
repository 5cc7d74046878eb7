import { describe, expect, it } from 'vitest';
import { appointment } from '../appointments/test/given';
import { boardPeriod, onBoard, readBoardSearch } from './boardSearch';

const unit = 'de300000-0000-4000-8001-000000000001';

describe('the address of the board', () => {
  it('keeps what narrows', () => {
    const search = {
      von: '2026-12-01',
      bis: '2026-12-31',
      zustand: 'requested',
      stelle: unit,
      sprache: 'tur',
      besetzung: 'red',
    };
    expect(readBoardSearch(search)).toEqual(search);
  });

  it('forgets what nobody can mean', () => {
    const raw = { von: '2026-02-30', zustand: 'offen', stelle: '1', sprache: 'türkisch', besetzung: 'grün' };
    expect(readBoardSearch(raw)).toEqual({});
  });

  it('shows a month from today on, and never an impossible period', () => {
    const today = '2026-11-27';
    expect(boardPeriod({}, today)).toEqual({ from: today, to: '2026-12-27' });
    expect(boardPeriod({ bis: '2026-11-01' }, today)).toEqual({ from: '2026-11-01', to: '2026-11-01' });
    expect(boardPeriod({ von: '2026-12-05', bis: '2026-12-01' }, today).to).toBe('2026-12-05');
    expect(boardPeriod({ von: '2026-01-01', bis: '2030-01-01' }, today).to).toBe('2027-02-05');
  });
});

describe('the board', () => {
  const all = [
    appointment({ id: 'assigned', state: 'assigned', startsAt: '2026-11-28T08:00:00Z' }),
    appointment({ id: 'asked', startsAt: '2026-12-20T08:00:00Z' }),
    appointment({ id: 'yellow', coverage: 'yellow', startsAt: '2026-11-29T08:00:00Z' }),
    appointment({ id: 'red later', coverage: 'red', startsAt: '2026-11-28T08:00:00Z' }),
    appointment({ id: 'red', coverage: 'red', startsAt: '2026-11-27T15:00:00Z', language: 'ara' }),
  ];
  const shown = (search: Parameters<typeof onBoard>[1]) => onBoard(all, search).map(one => one.id);

  it('has the uncovered first, the most urgent before all', () => {
    expect(shown({})).toEqual(['red', 'red later', 'yellow', 'asked', 'assigned']);
  });

  it('has what is promised by somebody who is away among the most urgent', () => {
    const away = appointment({ id: 'away', state: 'assigned', interpreterAbsent: true });
    expect(onBoard([...all, away], {}).map(one => one.id)).toEqual([
      'red',
      'red later',
      'away',
      'yellow',
      'asked',
      'assigned',
    ]);
  });

  it('narrows by state, language and coverage', () => {
    expect(shown({ zustand: 'assigned' })).toEqual(['assigned']);
    expect(shown({ sprache: 'ara' })).toEqual(['red']);
    expect(shown({ besetzung: 'none' })).toEqual(['asked']);
  });
});
