import '../coordinator/words';
import { bring } from '../../i18n';
import { jobs } from '../../i18n/de/jobs';
import { retention } from '../../i18n/de/retention';

bring({ jobs, retention });
