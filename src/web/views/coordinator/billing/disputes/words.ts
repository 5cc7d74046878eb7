import '../words';
import { bring } from '../../../../i18n';
import { disputes } from '../../../../i18n/de/disputes';

// Only this page needs these words.
bring({ disputes });
