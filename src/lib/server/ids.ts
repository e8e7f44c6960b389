import { randomBytes, randomInt } from 'node:crypto';

/** The moment of the last identifier, in milliseconds, and its place within it. */
let moment = 0;
let place = 0;
const LAST_PLACE = 0xfff;

/**
 * A new identifier: UUID version 7 (RFC 9562). Its text sorts in the order in which this process made it. A counter in
 * the twelve bits after the version orders two of one millisecond, from a random start (section 6.2, method 1). When
 * the counter is full or the clock was set back, the last moment is used again.
 */
export function newId(): string {
	const now = Date.now();
	place += 1;
	if (now > moment) [moment, place] = [now, randomInt(LAST_PLACE >> 1)];
	else if (place > LAST_PLACE) [moment, place] = [moment + 1, 0];
	const bytes = randomBytes(16);
	bytes.writeUIntBE(moment, 0, 6);
	bytes.writeUInt16BE(0x7000 | place, 6);
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
