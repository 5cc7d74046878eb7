import support from '@material-symbols/svg-400/rounded/support_agent.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { FloorRequest } from '../../protocol/messages';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';

/** Somebody asks for help: since when, and the one press that says we see to it. */
export function HelpCell({ request, language }: { request: FloorRequest; language: string }) {
  const { t } = useTranslation('coordinator');
  const { connection } = useLive();
  const promise = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('PromiseHelp', { requestId: request.id }),
    onError: toastError,
  });
  if (!request.helpAskedAt) return null;
  if (request.helpAnsweredAt)
    return (
      <span className="cell-sub">{t('help.promised', { time: formatTime(request.helpAnsweredAt) })}</span>
    );
  return (
    <div className="help-cell">
      <Badge tone="danger" icon={support}>
        {t('help.asked', { time: formatTime(request.helpAskedAt) })}
      </Badge>
      <Button
        small
        look="primary"
        isPending={promise.isPending}
        aria-label={t('help.promiseNamed', { language, unit: request.unitName })}
        onPress={() => promise.mutate()}
      >
        {t('help.promise')}
      </Button>
    </div>
  );
}
