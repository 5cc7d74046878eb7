import check from '@material-symbols/svg-400/rounded/check.svg?raw';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../appointments/appointments';
import { minutesOf } from '../appointments/appointments';
import { NeedLine } from '../appointments/NeedLine';
import { leftText, lengthText, momentText, periodText } from '../appointments/timeText';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useSecond } from '../shared/Elapsed';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { type Ask, askDeclineReasons, clashes } from './asks';
import { DeclineMenu } from './DeclineMenu';
import { AppointmentEarnings } from './Earnings';
import { useAsk } from './useAsk';

interface Props {
  ask: Ask;
  own: readonly Appointment[];
  /** The one of the mail. */
  isMarked?: boolean;
}

/** One question: what for, until when an answer counts, and the two answers. */
export function AskRow({ ask, own, isMarked }: Props) {
  const { t } = useTranslation('appointments');
  const now = useSecond() * 1000;
  const { accept, decline, refresh } = useAsk(ask);
  const { appointment } = ask;
  const language = useLanguages()(appointment.language).germanName;
  const clash = clashes(appointment, own)[0];
  const left = leftText(ask.answerBy, now);
  const isLate = Date.parse(ask.answerBy) - now < 3_600_000;
  return (
    <li className={isMarked ? 'ask ask-marked' : 'ask'} id={`anfrage-${ask.id}`} tabIndex={-1}>
      {isMarked && <p className="ask-mark">{t('ask.fromMail')}</p>}
      <h3 className="ask-title">{language}</h3>
      <p className="strong">
        {periodText(appointment)} ({lengthText(minutesOf(appointment))})
      </p>
      <NeedLine appointment={appointment} />
      <AppointmentEarnings appointment={appointment} />
      <p className={isLate ? 'ask-left ask-late' : 'ask-left'}>
        {t('ask.answerBy', { time: momentText(ask.answerBy), left })}
      </p>
      {clash && <Alert tone="warning" title={t('ask.clash', { period: periodText(clash) })} />}
      <ErrorAlert error={accept.error ?? decline.error} onRetry={() => void refresh()} />
      <div className="row">
        <Button
          look="primary"
          icon={check}
          isPending={accept.isPending}
          aria-label={t('ask.acceptNamed', { language, period: periodText(appointment) })}
          onPress={() => accept.mutate()}
        >
          {t('ask.accept')}
        </Button>
        <DeclineMenu
          reasons={askDeclineReasons}
          isSmall
          label={t('ask.declineNamed', { language, period: periodText(appointment) })}
          onDecline={reason => decline.mutate(reason)}
        />
      </div>
    </li>
  );
}
