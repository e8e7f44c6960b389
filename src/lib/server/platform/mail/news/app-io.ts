import { z } from 'zod';
import type { GatewaySettings } from '$lib/server/config';
import { newsText } from './news-text';
import { NotTaken, type Arrival, type NewsSender } from './news';
import { getJson, leave, notTaken, postJson } from './post-json';

/** Seconds that App IO keeps trying: the longest that it allows, a week. */
const TIME_TO_LIVE = 604_800;
/** No profile, or a tax code that App IO does not know. 401 and 403 are a fault of our settings. */
const FINAL = [400, 404];

const profile = z.object({ sender_allowed: z.boolean() });
const taken = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
const message = z.object({ status: z.string().optional() });

/**
 * The status of a message (pagopa/io-functions-commons, openapi/definitions.yaml, MessageStatusValue). PROCESSED: it is in the
 * inbox of its reader. FAILED: App IO gave up. REJECTED: there is no such reader, or the reader blocked the sender. ACCEPTED and
 * THROTTLED, a status that is missing, and one that we do not know: it may still arrive.
 */
const ARRIVALS: ReadonlyMap<string | undefined, Arrival> = new Map([
	['PROCESSED', 'arrived'],
	['FAILED', 'failed'],
	['REJECTED', 'failed']
]);

/**
 * Sends by "IO API for Public Administration Services" 4.0 (pagopa/io-functions-services, openapi/index.yaml): asks first
 * whether the reader is on App IO and allows this sender, then posts the message. The tax code goes in the body. An
 * answer 201 means that App IO took the message, not that it arrived, which is asked later: the API has one way to ask, with the tax
 * code in the address. Whether it was read is not asked.
 */
export function appIoSender({ url, token, timeoutMs }: GatewaySettings): NewsSender {
	const headers = { 'ocp-apim-subscription-key': token ?? '' };
	return {
		async send({ to, locale }) {
			// One limit for both calls: a batch must end before its lease does.
			const signal = AbortSignal.timeout(timeoutMs);
			const post = (path: string, body: object) => postJson({ url: `${url}${path}`, headers, body, signal });
			await askProfile(await post('/profiles', { fiscal_code: to }));
			const { subject, text } = newsText(locale);
			const answer = await post('/messages', {
				fiscal_code: to,
				feature_level_type: 'STANDARD',
				time_to_live: TIME_TO_LIVE,
				content: { subject, markdown: text }
			});
			if (answer.status === 201) return taken.safeParse(await bodyOf(answer)).data?.id;
			await leave(answer);
			throw notTaken(answer, FINAL);
		},
		async ask({ to, receipt }) {
			const path = `/messages/${encodeURIComponent(to)}/${encodeURIComponent(receipt)}`;
			const answer = await getJson({ url: `${url}${path}`, headers, signal: AbortSignal.timeout(timeoutMs) });
			return arrivalOf(answer);
		}
	};
}

/** Null where the answer is cut, or is no JSON. */
const bodyOf = (answer: Response): Promise<unknown> => answer.json().catch(() => null);

/** App IO took the message, so no answer to the question is a refusal for good. */
async function arrivalOf(answer: Response): Promise<Arrival> {
	if (answer.status !== 200) {
		await leave(answer);
		throw notTaken(answer, []);
	}
	const read = message.safeParse(await bodyOf(answer));
	if (!read.success) throw new NotTaken('unreachable', 'answer cut');
	return ARRIVALS.get(read.data.status) ?? 'open';
}

async function askProfile(answer: Response): Promise<void> {
	if (answer.status !== 200) {
		await leave(answer);
		throw notTaken(answer, FINAL);
	}
	const read = profile.safeParse(await bodyOf(answer));
	if (!read.success) throw new NotTaken('unreachable', 'answer cut');
	if (!read.data.sender_allowed) throw new NotTaken('refused', 'sender not allowed');
}
