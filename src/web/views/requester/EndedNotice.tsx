import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { LinkButton } from '../shared/LinkButton';
import { useLanguages } from '../shared/languages';
import { useSituation } from '../shared/live';
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
  const { t } = useTranslation(['requester', 'waiting']);
  const isCalledBack = useSituation()?.callback?.requestId === request.id;
  const language = useLanguages()(request.language);
  const unserved = request.state === 'unserved';
  const text = unserved
    ? t(`requester:ended.unserved.${request.unservedBecause ?? 'unknown'}`)
    : t(`requester:ended.cancelled.${request.cancelledBy ?? 'requester'}`);
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
        title={`${t(unserved ? 'requester:ended.unservedTitle' : 'requester:ended.cancelledTitle')}: ${language.germanName}`}
      >
        <div className="stack-tight">
          <p>{text}</p>
          {unserved && <p className="muted small">{t('requester:ended.counted')}</p>}
          <div className="row">
            {unserved && !isCalledBack && request.unservedBecause !== 'none_qualified' && (
              <Button look="primary" small onPress={() => void actions.askCallback(request.id)}>
                {t('waiting:choice.callback')}
              </Button>
            )}
            {unserved && (
              <Button
                small
                onPress={() => void actions.ask(formOf(request), { remember: false, help: true })}
              >
                {t('waiting:choice.help')}
              </Button>
            )}
            {unserved && (
              <LinkButton small to="/termine/neu" search={{ sprache: request.language }}>
                {t('waiting:choice.book')}
              </LinkButton>
            )}
            <Button small onPress={() => void actions.ask(formOf(request))}>
              {t('requester:ended.again')}
            </Button>
            <Button small onPress={() => onChange(formOf(request))}>
              {t('requester:ended.change')}
            </Button>
            <Button small look="tertiary" onPress={onClose}>
              {t('requester:ended.close')}
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
