import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../../i18n/errorText';
import { ApiError, postJson, putJson } from '../../../protocol/http';
import { dateText } from '../../appointments/timeText';
import { toast } from '../../shared/toasts';
import { type Draft, noId } from './draft';
import type { TariffForm } from './tariffForm';
import { checkQuery, type Tariff, type Tariffs, tariffsQuery, type Violation } from './tariffs';
import { toTariff, type Wrong } from './toTariff';
import { useDebounced } from './useDebounced';
import { violationsIn, wrongOf } from './violations';

const settleAfter = 350;

interface Given {
  initial: Draft;
  /** Of the version that is changed; null for a new one. */
  revision: number | null;
  families: readonly string[];
  isFixed: boolean;
  isReadOnly: boolean;
}

/** What is typed, what the service says of it while it is typed, and saving it. */
export function useTariffForm({ revision, isFixed, isReadOnly, ...given }: Given) {
  // As it was when the form was opened: what others save meanwhile changes nothing under somebody's hands.
  const [{ initial, families }] = useState(given);
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const { tariff, wrong: typed } = useMemo(() => toTariff(draft, families), [draft, families]);
  const check = useTariffCheck(tariff, Object.keys(typed).length > 0);
  const saving = useSaving(revision);
  const violations = saving.error ? [...saving.violations, ...check.violations] : check.violations;
  const wrong = { ...wrongOf(violations, isTried), ...typed };
  const textOf = useWrongText(wrong);
  const form: TariffForm = {
    draft,
    isFixed,
    isReadOnly,
    wrongAt: textOf,
    change: part => {
      saving.reset();
      setDraft(before => ({ ...before, ...part }));
    },
  };
  return {
    form,
    check,
    wrongCount: Object.keys(wrong).length,
    isDirty: draft !== initial,
    error: saving.error,
    isSaving: saving.isPending,
    discard: () => {
      saving.reset();
      setTried(false);
      setDraft(initial);
    },
    save: () => {
      setTried(true);
      // What is said of an older draft may be mended by now: then the service decides.
      const known = check.isStale ? {} : wrongOf(violations, true);
      const isKnownWrong = Object.keys({ ...known, ...typed }).length > 0;
      if (isKnownWrong) focusFirstWrong();
      else saving.mutate(tariff);
    },
  };
}

/** After the marks are there. */
export const focusFirstWrong = (): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>(
          '.tariff-form :is([aria-invalid="true"], [data-wrong] :is(input, select, button))',
        )
        ?.focus(),
    ),
  );
};

function useWrongText(wrong: Wrong): (path: string) => string | undefined {
  const { t } = useTranslation('tariffs');
  return path => {
    const code = wrong[path];
    return code && t(`invalid.${code}` as 'invalid.missing', { defaultValue: t('invalid.missing') });
  };
}

const noViolations: Violation[] = [];

/** What cannot be read is not asked about; the last answer stays, and says so. */
function useTariffCheck(tariff: Tariff, isUnreadable: boolean) {
  const settled = useDebounced(tariff, settleAfter);
  const query = useQuery({
    ...checkQuery(isUnreadable ? null : settled),
    placeholderData: keepPreviousData,
  });
  const isStale = isUnreadable || settled !== tariff || query.isPlaceholderData;
  return {
    examples: query.data?.examples ?? [],
    // What was wrong with an older draft may be mended by now.
    violations: isUnreadable ? noViolations : (query.data?.violations ?? noViolations),
    isPending: query.isPending,
    isUnreadable,
    isStale,
    error: query.error,
  };
}

function useSaving(revision: number | null) {
  const { t } = useTranslation('tariffs');
  const client = useQueryClient();
  const navigate = useNavigate();
  const saving = useMutation({
    networkMode: 'always',
    mutationFn: (tariff: Tariff) =>
      tariff.id === noId
        ? postJson<Tariffs>('/api/tariffs', { tariff })
        : putJson<Tariffs>(`/api/tariffs/${tariff.id}`, { revision, tariff }),
    onSuccess: async (saved, tariff) => {
      client.setQueryData(tariffsQuery.queryKey, saved);
      toast('success', t('form.saved', { name: tariff.name, day: dateText(tariff.validFrom) }));
      await navigate({ to: '/disposition/tarife', ignoreBlocker: true });
    },
    onError: error => {
      if (codeOf(error) === 'tariff_invalid') focusFirstWrong();
    },
  });
  const { error } = saving;
  return {
    ...saving,
    violations: violationsIn(error instanceof ApiError ? error.problem : undefined),
  };
}
