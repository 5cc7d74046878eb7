import '../words';
import { bring } from '../../../i18n';
import { billing } from '../../../i18n/de/billing';

// What every page of the section says: its navigation, sides, states.
bring({ billing });
