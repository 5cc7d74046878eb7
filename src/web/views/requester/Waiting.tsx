import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { RequestView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { Elapsed, useSecond } from '../shared/Elapsed';
import { useLanguages } from '../shared/languages';
import { useLive, useStore } from '../shared/live';
import { requirementText } from '../shared/requirements';
import { EstimateLine } from './EstimateLine';
import type { RequestActions } from './useRequest';
import { HelpNote, RelatedNote, WaitChoices } from './WaitChoices';
import { waitStep } from './waitText';

/** The wait as it is: where one stands, who is being rung, what happens next, what else can be done. */
export function Waiting({ request, actions }: { request: RequestView; actions: RequestActions }) {
  const { t } = useTranslation(['requester', 'words', 'waiting']);
  const language = useLanguages()(request.language);
  const away = useStore(useLive().connection.status) !== 'connected';
  const step = waitStep(request);
  const top = useRef<HTMLDivElement>(null);
  // The form with the pressed button is gone: the keyboard and the eye go on here.
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div ref={top} tabIndex={-1} className="focus-target">
      <Card className="wait" title={`${t('requester:wait.title')}: ${language.germanName}`}>
        <div className="wait-now">
          <span className={`pulse ${step === 'ringing' ? 'pulse-ringing' : ''}`} aria-hidden="true" />
          <p className="wait-step" role="status">
            {t(`requester:wait.step.${step}`)}
          </p>
        </div>
        <WaitFigures request={request} />
        <EstimateLine language={request.language} />
        <RelatedNote request={request} />
        <ul className="tags">
          <Tag>{t(`words:field.${request.field}`)}</Tag>
          <Tag>{t(`words:modality.${request.modality}`)}</Tag>
          {request.priority !== 'normal' && <Tag>{t(`words:priority.${request.priority}`)}</Tag>}
          {request.requirements.map(what => (
            <Tag key={what.kind}>
              {what.kind === 'interpreter' && request.namedInterpreter
                ? t('waiting:only', { number: request.namedInterpreter })
                : requirementText(what)}
            </Tag>
          ))}
          {request.wishes.map(({ what }) => (
            <Tag key={what.kind}>
              {what.kind === 'interpreter' && request.namedInterpreter
                ? t('waiting:named', { number: request.namedInterpreter })
                : requirementText(what)}
            </Tag>
          ))}
          {request.calledBack && <Tag>{t('waiting:calledBack')}</Tag>}
        </ul>
        {away && <Alert tone="warning" live title={t('requester:wait.hubAway')} />}
        {request.state !== 'assigned' && (
          <>
            <HelpNote request={request} />
            <WaitChoices request={request} actions={actions} />
            <p className="muted small">
              {t('requester:wait.until', { time: formatTime(request.unservedAt) })}
            </p>
            <Cancel actions={actions} />
          </>
        )}
      </Card>
    </div>
  );
}

const Tag = ({ children }: { children: ReactNode }) => <li className="tag">{children}</li>;

function WaitFigures({ request }: { request: RequestView }) {
  const { t } = useTranslation('requester');
  return (
    <dl className="figures">
      <div>
        <dt>{t('wait.waiting')}</dt>
        <dd>
          <Elapsed since={request.requestedAt} />
        </dd>
      </div>
      <div>
        <dt>{t('wait.position')}</dt>
        <dd>{request.position ?? t('wait.positionUnknown')}</dd>
      </div>
      <div>
        <dt>{t('wait.ringing')}</dt>
        <dd>{t('wait.ringingCount', { count: request.ringing })}</dd>
      </div>
      <div>
        <dt>{t('wait.onDuty')}</dt>
        <dd>{t('wait.onDutyCount', { count: request.onDuty })}</dd>
      </div>
    </dl>
  );
}

function Cancel({ actions }: { actions: RequestActions }) {
  const { t } = useTranslation('requester');
  const dueAt = useStore(actions.undo.dueAt);
  useSecond();
  if (dueAt === null)
    return (
      <div>
        <Button onPress={actions.cancel}>{t('wait.cancel')}</Button>
      </div>
    );
  const seconds = Math.max(1, Math.ceil((dueAt - Date.now()) / 1000));
  return (
    <Alert
      tone="warning"
      live
      title={t('wait.cancelling', { seconds })}
      actions={
        <Button autoFocus onPress={() => actions.undo.takeBack()}>
          {t('wait.undo')}
        </Button>
      }
    />
  );
}
