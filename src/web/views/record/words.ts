import '../shared/words';
import { bring } from '../../i18n';
import { record } from '../../i18n/de/record';

bring({ record });
