import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '$lib/server/config';

const mark = (id: string) => createHmac('sha256', config().masterKey).update(`follow:${id}`).digest('base64url');

/** The last part of the page on which the owner of an address says yes, or stops. Every mail can carry it, and nothing of it is stored. */
export const followLink = (id: string): string => `${id}.${mark(id)}`;

/** The id that such a link names; null for one that the portal did not make. */
export function idOfLink(link: string): string | null {
	const [id = '', given = ''] = link.split('.');
	const [a, b] = [Buffer.from(given), Buffer.from(mark(id))];
	return a.length === b.length && timingSafeEqual(a, b) ? id : null;
}
