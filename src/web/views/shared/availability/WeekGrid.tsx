import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dayMinutes,
  days,
  drawn,
  formatMinute,
  minuteAt,
  newRow,
  pulled,
  type Row,
  type Segment,
  segmentsOf,
  type WindowTime,
} from './week';

export type ChangeRows = (change: (rows: readonly Row[]) => Row[]) => void;

type Edge = 'from' | 'to';
type Drag =
  | { kind: 'draw'; day: number; anchor: number; now: number }
  | { kind: 'pull'; id: string; edge: Edge };

const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24];
const share = (minute: number) => `${(minute / dayMinutes) * 100}%`;

/** The week to draw in, by mouse or finger. The fields below it do the same, so screen readers pass it by. */
export function WeekGrid({ rows, onChange }: { rows: readonly Row[]; onChange: ChangeRows }) {
  const { t } = useTranslation('availability');
  const { drag, handlers, startPull } = useDrag(rows, onChange);
  const shown = rows.flatMap(segmentsOf);
  return (
    <div className="week-grid-place">
      <p className="muted small week-hint-mouse">{t('week.hintMouse')}</p>
      <p className="muted small week-hint-touch">{t('week.hintTouch')}</p>
      <div className="week-grid" role="img" aria-label={t('week.picture')}>
        <div className="week-hours">
          {hours.map(hour => (
            <span key={hour} style={{ insetBlockStart: share(hour * 60) }}>
              {hour}
            </span>
          ))}
        </div>
        {days.map(day => (
          <div key={day} className="week-day">
            <div className="week-day-name">
              <span className="week-long">{t(`day.d${day}`)}</span>
              <span className="week-short">{t(`short.d${day}`)}</span>
            </div>
            <div className="week-column" data-day={day} {...handlers(day)}>
              {shown
                .filter(segment => segment.day === day)
                .map(segment => (
                  <Block key={segment.id + segment.from} segment={segment} onPull={startPull} />
                ))}
              {drag?.kind === 'draw' && drag.day === day && (
                <Bar time={drawn(day, drag.anchor, drag.now)} className="week-block-drawn" />
              )}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

interface BlockProps {
  segment: Segment;
  onPull: (event: PointerEvent, id: string, edge: Edge) => void;
}

function Block({ segment, onPull }: BlockProps) {
  return (
    <Bar time={segment} className="week-block">
      {segment.startsHere && (
        <span
          className="week-edge week-edge-from"
          onPointerDown={event => onPull(event, segment.id, 'from')}
        />
      )}
      {segment.endsHere && (
        <span className="week-edge week-edge-to" onPointerDown={event => onPull(event, segment.id, 'to')} />
      )}
    </Bar>
  );
}

function Bar(props: { time: WindowTime; className: string; children?: React.ReactNode }) {
  const { from, to } = props.time;
  return (
    <div
      className={`week-block-place ${props.className} ${to - from < 60 ? 'week-block-short' : ''}`}
      style={{ insetBlockStart: share(from), blockSize: share(to - from) }}
    >
      <span className="week-block-time">
        {formatMinute(from)}
        <span className="week-block-end">–{formatMinute(to)}</span>
      </span>
      {props.children}
    </div>
  );
}

/** A mouse draws and pulls. A finger scrolls, and pulls only at an edge; its tap is an hour. */
function useDrag(rows: readonly Row[], onChange: ChangeRows) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pointer = useRef('mouse');
  const minuteOf = (event: { clientY: number }, column: Element) => {
    const { top, height } = column.getBoundingClientRect();
    return minuteAt((event.clientY - top) / height);
  };
  const columnOf = (target: EventTarget) => (target as Element).closest('.week-column');

  const startPull = (event: PointerEvent, id: string, edge: Edge) => {
    event.stopPropagation();
    pointer.current = 'edge';
    columnOf(event.currentTarget)?.setPointerCapture(event.pointerId);
    setDrag({ kind: 'pull', id, edge });
  };
  const isEmpty = (event: { target: EventTarget; currentTarget: EventTarget }) =>
    event.target === event.currentTarget;
  const handlers = (day: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      pointer.current = event.pointerType;
      if (event.button !== 0 || event.pointerType === 'touch' || !isEmpty(event)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const minute = minuteOf(event, event.currentTarget);
      setDrag({ kind: 'draw', day, anchor: minute, now: minute });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return;
      const minute = minuteOf(event, event.currentTarget);
      if (drag.kind === 'draw') setDrag({ ...drag, now: minute });
      else if (rows.some(row => row.id === drag.id))
        onChange(before => before.map(row => (row.id === drag.id ? pulled(row, drag.edge, minute) : row)));
    },
    onPointerUp: () => {
      if (drag?.kind === 'draw')
        onChange(before => [...before, newRow(drawn(drag.day, drag.anchor, drag.now))]);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
    onClick: (event: React.MouseEvent<HTMLElement>) => {
      if (pointer.current !== 'touch' || !isEmpty(event)) return;
      const minute = minuteOf(event, event.currentTarget);
      onChange(before => [...before, newRow(drawn(day, minute, minute))]);
    },
  });
  return { drag, handlers, startPull };
}
