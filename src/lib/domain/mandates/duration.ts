import { addDays, dayOf, endOfDay } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';

/** How many days a mandate may last. The four lengths are those of Aidants Connect, which has the same kind of mandate. */
export const mandateDays = [1, 31, 182, 365] as const;
export type MandateDays = (typeof mandateDays)[number];

/** How many days a person has to say yes to a mandate that an organisation proposes. An example value. */
const DAYS_TO_SAY_YES = 7;

/**
 * The last instant of a mandate that begins at `at`. The day on which it begins does not count, as in every term of the law
 * (Codice civile art. 2963).
 */
export const lastInstant = (at: Instant, days: MandateDays): Instant => endOfDay(addDays(dayOf(at), days));

/** The last instant at which a person may say yes to a mandate that was proposed at `at`. */
export const lastToSayYes = (at: Instant): Instant => endOfDay(addDays(dayOf(at), DAYS_TO_SAY_YES));
