import callIcon from '@material-symbols/svg-400/rounded/call.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { CheckField } from '../shared/CheckField';
import { ErrorAlert } from '../shared/ErrorAlert';
import { focusFirstGap } from '../shared/firstGap';
import { languagesQuery } from '../shared/languages';
import { useLive, useStore } from '../shared/live';
import { Skeleton } from '../shared/Skeleton';
import { EstimateLine } from './EstimateLine';
import { LanguageSection } from './LanguageSection';
import { MoreOptions } from './MoreOptions';
import { FieldChoice, ModalityChoice, UrgentField } from './NeedChoices';
import { PriceLine } from './PriceLine';
import { missing } from './requestForm';
import type { RequestActions } from './useRequest';
import type { RequestFormState } from './useRequestForm';
import { useRights } from './useRights';

interface Props {
  state: RequestFormState;
  actions: RequestActions;
}

/** The form with its one large button. */
export function RequestPanel({ state, actions }: Props) {
  const { t } = useTranslation(['requester', 'words']);
  const { form, change } = state;
  const may = useRights();
  const { data: catalogue, error, refetch } = useQuery(languagesQuery);
  const [checked, setChecked] = useState(false);
  const connected = useStore(useLive().connection.status) === 'connected';
  const formRef = useRef<HTMLFormElement>(null);
  const gaps = checked ? missing(form) : [];

  const submit = () => {
    setChecked(true);
    if (missing(form).length === 0) void actions.ask(form);
    else requestAnimationFrame(() => focusFirstGap(formRef.current));
  };
  useSubmitShortcut(submit, connected && !actions.isSending);

  if (error) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!catalogue)
    return (
      <Card title={t('requester:form.title')}>
        <Skeleton lines={6} />
      </Card>
    );
  const chosen = catalogue.find(language => language.code === form.language);
  const signed = chosen?.modality === 'signed';
  const related = (chosen?.substitutes ?? []).flatMap(
    ({ code }) => catalogue.find(language => language.code === code)?.germanName ?? [],
  );
  return (
    <Card title={t('requester:form.title')} className="request-card">
      <form
        ref={formRef}
        className="stack"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <LanguageSection catalogue={catalogue} state={state} isInvalid={gaps.includes('language')} />
        {form.language && <EstimateLine language={form.language} />}
        <PriceLine form={form} />
        <FieldChoice form={form} change={change} isMissing={gaps.includes('field')} />
        <ModalityChoice value={form.modality} isSigned={signed} onChange={modality => change({ modality })} />
        {may.emergency && (
          <CheckField
            label={t('requester:form.emergency')}
            hint={t('requester:form.emergencyHint')}
            isSelected={form.emergency}
            onChange={emergency => change({ emergency })}
          />
        )}
        {may.urgent && <UrgentField form={form} change={change} />}
        <MoreOptions
          form={form}
          change={change}
          varieties={chosen?.varieties ?? []}
          relatedLanguages={related.join(', ')}
          isReferenceTooLong={gaps.includes('ownReference')}
        />
        <ErrorAlert error={actions.error} />
        <div className="submit">
          <Button
            look="primary"
            block
            type="submit"
            icon={form.modality === 'video' ? video : callIcon}
            className="btn-large"
            isDisabled={!connected}
          >
            {t('requester:form.submit')}
          </Button>
          <p className="muted small">
            {t(connected ? 'requester:form.submitHint' : 'requester:form.hubAway')}
          </p>
        </div>
      </form>
    </Card>
  );
}

/** Ctrl+Enter (Cmd+Enter) sends the form from anywhere on the page. */
function useSubmitShortcut(submit: () => void, enabled: boolean): void {
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    // Captured: a focused field or button keeps its keys to itself.
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, [enabled]);
}
