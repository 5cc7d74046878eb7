import '../shared/words';
import { bring } from '../../i18n';
import { availability } from '../../i18n/de/availability';
import { interpreter } from '../../i18n/de/interpreter';
import { standby } from '../../i18n/de/standby';

bring({ availability, interpreter, standby });
