import '../shared/words';
import { bring } from '../../i18n';
import { record } from '../../i18n/de/record';
import { requester } from '../../i18n/de/requester';
import { waiting } from '../../i18n/de/waiting';

bring({ record, requester, waiting });
