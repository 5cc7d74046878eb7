import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../shared/Badge';
import { BudgetNote } from '../shared/BudgetNote';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { CheckField } from '../shared/CheckField';
import { ErrorAlert } from '../shared/ErrorAlert';
import type { Check } from './bookingForm';
import { NeedFacts } from './NeedFacts';
import { PriceCard } from './PriceCard';
import { lengthText, momentText, periodText } from './timeText';
import type { BookingState } from './useBookingForm';

interface Props {
  state: BookingState;
  check: Check;
  isNecessary: boolean;
  error: unknown;
  isPending: boolean;
  onNecessary: (isNecessary: boolean) => void;
  onBook: () => void;
  onBack: () => void;
}

const countedAtMost = 99;

/** All of it once more, with what follows from it; only from here it is booked. */
export function CheckStep({
  state,
  check,
  isNecessary,
  error,
  isPending,
  onNecessary,
  onBook,
  onBack,
}: Props) {
  const { t } = useTranslation('appointments');
  const count = check.slots.length;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="check-step">
      <div>
        <h2 ref={head} tabIndex={-1} className="check-title focus-target">
          {count > 1 ? t('check.titleSeries', { count }) : t('check.title')}
        </h2>
        <p className="muted">{t('check.lead')}</p>
      </div>
      <Card title={t('check.slots')}>
        <ul className="check-slots">
          {check.slots.map(slot => (
            <Slot key={slot.startsAt} slot={slot} />
          ))}
        </ul>
      </Card>
      <Card title={t('check.need')}>
        <NeedFacts need={state.order().need} named={state.need.form.again?.number} />
      </Card>
      {check.isUnfavourable && (
        <Card title={t('check.unfavourable')}>
          <CheckField
            label={t('check.necessary')}
            hint={t('check.necessaryHint')}
            isSelected={isNecessary}
            isDisabled={isPending}
            onChange={onNecessary}
          />
        </Card>
      )}
      {check.price && <PriceCard price={check.price} isSeries={count > 1} />}
      {check.budget && <BudgetNote note={check.budget} what="booking" />}
      <Card title={t('check.goesOn')}>
        <Terms check={check} minutes={state.when.minutes} />
      </Card>
      <ErrorAlert error={error} />
      <div className="check-actions">
        <Button onPress={onBack}>{t('check.back')}</Button>
        <Button look="primary" isPending={isPending} onPress={onBook}>
          {t('check.book')}
        </Button>
      </div>
    </div>
  );
}

function Slot({ slot }: { slot: Check['slots'][number] }) {
  const { t } = useTranslation('appointments');
  const { holiday, sameTime, candidates } = slot;
  return (
    <li className="check-slot">
      <p className="strong">{periodText(slot)}</p>
      {holiday && <Badge tone="info">{t('check.holiday', { name: holiday })}</Badge>}
      {sameTime > 0 && <Badge tone="warning">{t('check.sameTime', { count: sameTime })}</Badge>}
      {candidates === 0 ? (
        <Badge tone="warning">{t('check.candidates', { count: candidates })}</Badge>
      ) : (
        <p>
          {candidates >= countedAtMost
            ? t('check.candidatesMany')
            : t('check.candidates', { count: candidates })}
        </p>
      )}
    </li>
  );
}

function Terms({ check, minutes }: { check: Check; minutes: number }) {
  const { t } = useTranslation('appointments');
  const isSeries = check.slots.length > 1;
  const { answerBy, asksAll, freeUntil } = check;
  return (
    <ul className="check-terms">
      <li>
        {t(asksAll ? 'check.asksAll' : 'check.asksInTurn')}{' '}
        {t('check.answerBy', { time: momentText(answerBy) })}
      </li>
      {/* With a price, cancelling is told there in money. */}
      {!check.price && (
        <li>{freeUntil ? t('check.free', { time: momentText(freeUntil) }) : t('check.notFree')}</li>
      )}
      {isSeries && <li>{t('check.series')}</li>}
      <li>{t(isSeries ? 'check.billedEach' : 'check.billed', { length: lengthText(minutes) })}</li>
    </ul>
  );
}
