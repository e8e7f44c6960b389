import { z } from 'zod';
import { deskChannels } from '$lib/domain/desk/heard';

const heard = z.looseObject({ channel: z.enum(deskChannels), received_on: z.iso.date() });

/** How and when the office heard what an act records; null for an act that was not heard. `detail`: as the log keeps it. */
export function heardOf(detail: string | null) {
	const read = heard.safeParse(detail && JSON.parse(detail));
	return read.success ? { channel: read.data.channel, on: read.data.received_on } : null;
}
