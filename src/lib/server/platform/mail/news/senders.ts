import { config } from '$lib/server/config';
import { appIoSender } from './app-io';
import type { NewsSenders } from './news';
import { smsSender } from './sms';

/** The channels that are configured. */
export function newsSenders(): NewsSenders {
	const { sms, appIo } = config();
	return { ...(sms && { sms: smsSender(sms) }), ...(appIo && { io: appIoSender(appIo) }) };
}
