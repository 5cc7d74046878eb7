import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { RequestView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useSecond } from '../shared/Elapsed';
import { LinkButton } from '../shared/LinkButton';
import { languagesQuery, useLanguages } from '../shared/languages';
import type { RequestActions } from './useRequest';
import { waitChoices } from './waitText';

/** What else can be done, each as soon as it makes sense; none of them costs the place. */
export function WaitChoices({ request, actions }: { request: RequestView; actions: RequestActions }) {
  const { t } = useTranslation(['requester', 'waiting']);
  const nameOf = useLanguages();
  const choices = waitChoices(request, useSecond());
  const catalogue = useQuery(languagesQuery).data;
  const signed = catalogue?.find(({ code }) => code === request.language)?.modality === 'signed';
  const audio = choices.audioOnly && !signed;
  if (!audio && !choices.relatedLanguages && !choices.help && !choices.callback && !choices.book) return null;
  const languages = request.relatedLanguages.map(code => nameOf(code).germanName).join(', ');
  return (
    <section className="choices" aria-label={t('requester:wait.choices')} aria-live="polite">
      <h3 className="choices-title">{t('requester:wait.choices')}</h3>
      {audio && (
        <ChoiceRow
          text={t('waiting:choice.audioText')}
          action={t('waiting:choice.audio')}
          isDisabled={actions.isSending}
          onPress={() => void actions.ease({ audio: true })}
        />
      )}
      {choices.relatedLanguages && (
        <ChoiceRow
          text={t('waiting:choice.relatedText', { languages })}
          action={t('waiting:choice.related')}
          isDisabled={actions.isSending}
          onPress={() => void actions.ease({ related: true })}
        />
      )}
      {choices.help && (
        <ChoiceRow
          text={t('waiting:choice.helpText')}
          action={t('waiting:choice.help')}
          isDisabled={actions.isSending}
          onPress={() => void actions.askForHelp()}
        />
      )}
      {choices.callback && (
        <ChoiceRow
          text={t('waiting:choice.callbackText')}
          action={t('waiting:choice.callback')}
          isDisabled={actions.isSending}
          onPress={() => void actions.askCallback()}
        />
      )}
      {choices.book && (
        <div className="choice-row">
          <p>{t('waiting:choice.bookText')}</p>
          <LinkButton to="/termine/neu" search={{ sprache: request.language }}>
            {t('waiting:choice.book')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function ChoiceRow(props: { text: string; action: string; isDisabled: boolean; onPress: () => void }) {
  return (
    <div className="choice-row">
      <p>{props.text}</p>
      <Button isDisabled={props.isDisabled} onPress={props.onPress}>
        {props.action}
      </Button>
    </div>
  );
}

/** Asked, or promised: what the Disposition does about it. */
export function HelpNote({ request }: { request: RequestView }) {
  const { t } = useTranslation('waiting');
  if (request.helpAnsweredAt)
    return (
      <Alert tone="success" live title={t('help.answered', { time: formatTime(request.helpAnsweredAt) })}>
        {t('help.answeredText')}
      </Alert>
    );
  if (!request.helpAskedAt) return null;
  return (
    <Alert tone="info" live title={t('help.asked', { time: formatTime(request.helpAskedAt) })}>
      {t('help.askedText')}
    </Alert>
  );
}

/** Related languages, where they are allowed: who speaks them, and from when on it rings there. */
export function RelatedNote({ request }: { request: RequestView }) {
  const { t } = useTranslation('waiting');
  const nameOf = useLanguages();
  const second = useSecond();
  if (!request.relatedAllowed || request.relatedOnDuty === 0) return null;
  const languages = request.relatedLanguages.map(code => nameOf(code).germanName).join(', ');
  const later = second < Date.parse(request.relatedAt) / 1000;
  return (
    <p className="muted">
      {t(later ? 'related.later' : 'related.now', {
        count: request.relatedOnDuty,
        languages,
        time: formatTime(request.relatedAt),
      })}
    </p>
  );
}
