import type { GatewaySettings } from '$lib/server/config';
import { newsText } from './news-text';
import { NotTaken, type NewsSender } from './news';
import { leave, notTaken, postJson } from './post-json';

/** The gateway says of these that the number, or the request, will not be taken: 401 and 403 are a fault of the settings. */
const FINAL = [400, 404, 410, 422];

/**
 * Sends by a gateway that takes `POST { to, text, reference }` with a bearer token and answers 2xx when it took the SMS
 * (docs/messages.md). `reference` is the same at each try: a gateway that knows it already sends no second SMS.
 */
export function smsSender({ url, token, timeoutMs }: GatewaySettings): NewsSender {
	const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
	return {
		async send({ id, to, locale }) {
			const number = to.replaceAll(/[^+\d]/g, '');
			if (!/^\+\d{6,15}$/.test(number)) throw new NotTaken('refused', 'no number');
			const body = { to: number, text: plainSigns(newsText(locale).text), reference: id };
			const answer = await postJson({ url, headers, body, signal: AbortSignal.timeout(timeoutMs) });
			await leave(answer);
			if (!answer.ok) throw notTaken(answer, FINAL);
			return undefined;
		}
	};
}

/** With a sign outside the alphabet of GSM 03.38 an SMS holds 70 signs instead of 160. */
const plainSigns = (text: string) => text.replaceAll('’', "'").replaceAll('–', '-').replaceAll('\n', ' ');
