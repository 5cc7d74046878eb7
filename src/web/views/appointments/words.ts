import '../requester/words';
import { bring } from '../../i18n';
import { reasons } from '../../i18n/de/reasons';

// Appointments are asked for like conversations; staff sees why somebody fits.
bring({ reasons });
