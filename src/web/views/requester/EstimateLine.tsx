import schedule from '@material-symbols/svg-400/rounded/schedule.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../protocol/http';
import { Icon } from '../shared/Icon';
import { estimateText, type WaitEstimate } from '../shared/waitWords';

/** How long others waited for this language at this hour. It helps to decide, so it is silent until it is known. */
export function EstimateLine({ language }: { language: string }) {
  const { data } = useQuery({
    queryKey: ['wait-estimate', language, new Date().getHours()],
    staleTime: 5 * 60_000,
    retry: false,
    queryFn: ({ signal }) => getJson<WaitEstimate>(`/api/wait-estimate?language=${language}`, signal),
  });
  if (!data) return null;
  return (
    <p className="estimate">
      <Icon svg={schedule} size={20} />
      <span>{estimateText(data)}</span>
    </p>
  );
}
