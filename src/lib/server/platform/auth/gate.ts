import { setTimeout } from 'node:timers/promises';
import { config } from '$lib/server/config';
import { database } from '$lib/server/platform/db/app';
import type { Gate } from './enter';
import { sessions } from './sessions';
import { throttle } from './throttle';

/** The entrance of this process. */
export const gate = (): Gate => ({
	database: database(),
	sessions: sessions(),
	throttle: throttle(),
	portalIsDemo: config().demo,
	pause: (seconds) => setTimeout(seconds * 1000)
});
