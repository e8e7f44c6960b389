import { z } from 'zod';
import type { GatewaySettings } from '$lib/server/config';
import { newsText } from './news-text';
import { NotTaken, type NewsSender } from './news';
import { leave, notTaken, postJson } from './post-json';

/** Seconds that App IO keeps trying: the longest that it allows, a week. */
const TIME_TO_LIVE = 604_800;
/** No profile, or a tax code that App IO does not know. 401 and 403 are a fault of our settings. */
const FINAL = [400, 404];

const profile = z.object({ sender_allowed: z.boolean() });

/**
 * Sends by "IO API for Public Administration Services" 4.0 (pagopa/io-functions-services, openapi/index.yaml): asks first
 * whether the reader is on App IO and allows this sender, then posts the message. The tax code goes in the body, never in an
 * address. An answer 201 means that App IO took the message, not that it was read.
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
			await leave(answer);
			if (answer.status !== 201) throw notTaken(answer, FINAL);
		}
	};
}

async function askProfile(answer: Response): Promise<void> {
	if (answer.status !== 200) {
		await leave(answer);
		throw notTaken(answer, FINAL);
	}
	const read = profile.safeParse(await answer.json().catch(() => null));
	if (!read.success) throw new NotTaken('unreachable', 'answer cut');
	if (!read.data.sender_allowed) throw new NotTaken('refused', 'sender not allowed');
}
