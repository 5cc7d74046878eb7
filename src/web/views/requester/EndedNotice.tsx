import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useLanguages } from '../shared/languages';
import { formOf, type RequestForm } from './requestForm';
import type { RequestActions } from './useRequest';

interface Props {
  request: RequestView;
  actions: RequestActions;
  onChange: (form: RequestForm) => void;
  onClose: () => void;
}

/** Why a request ended without a conversation, and what can be done now. */
export function EndedNotice({ request, actions, onChange, onClose }: Props) {
  const { t } = useTranslation('requester');
  const language = useLanguages()(request.language);
  const unserved = request.state === 'unserved';
  const text = unserved
    ? t(`ended.unserved.${request.unservedBecause ?? 'unknown'}`)
    : t(`ended.cancelled.${request.cancelledBy ?? 'requester'}`);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div ref={box} tabIndex={-1} className="focus-target">
      <Alert
        tone={unserved ? 'warning' : 'info'}
        live
        title={`${t(unserved ? 'ended.unservedTitle' : 'ended.cancelledTitle')}: ${language.germanName}`}
      >
        <div className="stack-tight">
          <p>{text}</p>
          {unserved && <p className="muted small">{t('ended.counted')}</p>}
          <div className="row">
            <Button look="primary" small onPress={() => void actions.ask(formOf(request))}>
              {t('ended.again')}
            </Button>
            <Button small onPress={() => onChange(formOf(request))}>
              {t('ended.change')}
            </Button>
            <Button small look="tertiary" onPress={onClose}>
              {t('ended.close')}
            </Button>
          </div>
        </div>
      </Alert>
    </div>
  );
}

/** Worth saying: all ends but the one the person chose. */
export const isWorthSaying = (request: RequestView | null): request is RequestView =>
  request?.state === 'unserved' || (request?.state === 'cancelled' && request.cancelledBy !== 'requester');
