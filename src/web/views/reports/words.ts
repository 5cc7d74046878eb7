import '../shared/words';
import { bring } from '../../i18n';
import { reports } from '../../i18n/de/reports';

bring({ reports });
