import './words';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useStore } from '../shared/live';
import { Page } from '../shared/Page';
import { Skeleton } from '../shared/Skeleton';
import { ActionDialog } from './ActionDialog';
import { DutyTable } from './DutyTable';
import { FloorFilters } from './FloorFilters';
import { FloorContext, ShownFloor } from './floor';
import type { FloorSearch } from './floorSearch';
import { HeldNotice, HoldSwitch } from './HoldSwitch';
import { KeyFigures } from './KeyFigures';
import { SessionTable } from './SessionTable';
import type { Action } from './tablePart';
import { useHelpAlarm } from './useHelpAlarm';
import { WaitingTable } from './WaitingTable';

/** The floor as it is now. */
export function CoordinatorPage() {
  const { t } = useTranslation();
  const { floor } = useLive();
  const loaded = useStore(floor.loaded);
  const shown = useMemo(() => new ShownFloor(floor), [floor]);
  useEffect(() => floor.watch(), [floor]);
  return (
    <FloorContext value={shown}>
      <Page title={t('nav.floor')} wide actions={loaded && <HoldSwitch />}>
        {loaded ? <Board /> : <Skeleton lines={8} />}
      </Page>
    </FloorContext>
  );
}

function Board() {
  const search = useSearch({ from: '/shell/disposition' });
  const navigate = useNavigate();
  const [action, setAction] = useState<Action | null>(null);
  const onSearch = useCallback(
    (change: Partial<FloorSearch>) =>
      void navigate({
        from: '/disposition',
        to: '.',
        search: before => ({ ...before, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  useHelpAlarm();
  const part = { search, onSearch, onAct: setAction };
  return (
    <>
      <HeldNotice />
      <KeyFigures />
      <FloorFilters search={search} onSearch={onSearch} />
      <div className="floor">
        <WaitingTable {...part} />
        <SessionTable {...part} />
        <DutyTable search={search} onSearch={onSearch} />
      </div>
      {action && <ActionDialog action={action} onClose={() => setAction(null)} />}
    </>
  );
}
