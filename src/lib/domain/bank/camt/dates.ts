import type { Day } from '../../calendar/instant';
import { readDay, readDayOfTime } from '../date';
import type { Say } from '../fault-log';
import type { Subject } from '../faults';
import type { Raw } from './raw';

/** Keys of the element of a date, of its `Dt` and of its `DtTm`. */
type Keys<Key extends string> = readonly [element: Key, day: Key, time: Key];

/** The day of an element that holds `Dt` or else `DtTm`. Null where it is not there, or is no day, which is then said. */
export function dayOf<Key extends string>(raw: Raw<Key>, keys: Keys<Key>, say: Say, of: Subject): Day | null {
	const [element, day, time] = keys;
	if (!raw.has(element)) return null;
	const read = raw.text(day) === null ? readDayOfTime(raw.text(time)) : readDay(raw.text(day));
	if (read === null) say('date-invalid', { of });
	return read;
}

/** The day of an element that holds a moment itself. */
export function dayOfMoment<Key extends string>(raw: Raw<Key>, key: Key, say: Say, of: Subject): Day | null {
	if (!raw.has(key)) return null;
	const read = readDayOfTime(raw.text(key));
	if (read === null) say('date-invalid', { of });
	return read;
}
