import { expect, it } from 'vitest';
import { sentAs } from '$lib/domain/application/sent-as';

const AT = '2026-11-22T09:00:00.000Z';
type Mail = NonNullable<Parameters<typeof sentAs>[0]['mail']>;
const mail = (changes: Partial<Mail> = {}): Mail => ({
	...{ channel: 'email', leftChannel: null, sentAt: null, problem: null, givenUpAt: null },
	...changes
});
const sent = (changes: Partial<Mail>) => ({ onPaper: false, postedAt: null, mail: mail({ sentAt: AT, ...changes }) });

it.each([
	['a letter to post', { onPaper: true, postedAt: null, mail: null }, 'letter-waits'],
	['a posted letter', { onPaper: true, postedAt: AT, mail: null }, 'letter-posted'],
	['a mail that left', { onPaper: false, postedAt: null, mail: mail({ sentAt: AT }) }, 'mail-sent'],
	['a mail that was not tried', { onPaper: false, postedAt: null, mail: mail() }, 'mail-waits'],
	['a mail that failed once', { onPaper: false, postedAt: null, mail: mail({ problem: 'later' }) }, 'mail-waits'],
	['a refused mail', { onPaper: false, postedAt: null, mail: mail({ problem: 'refused' }) }, 'mail-failed'],
	[
		'a mail given up',
		{ onPaper: false, postedAt: null, mail: mail({ problem: 'later', givenUpAt: AT }) },
		'mail-failed'
	],
	['an SMS that left', sent({ channel: 'sms' }), 'sms-sent'],
	['news that App IO delivered', sent({ channel: 'io' }), 'io-sent'],
	['news that App IO took', sent({ channel: 'io', sentAt: null }), 'io-waits'],
	['an SMS that was not tried', sent({ channel: 'sms', sentAt: null }), 'sms-waits'],
	['a mail after App IO', sent({ leftChannel: 'io' }), 'mail-sent-after-io'],
	['a mail after an SMS', sent({ leftChannel: 'sms' }), 'mail-sent-after-sms'],
	['a mail that goes after App IO', sent({ leftChannel: 'io', sentAt: null }), 'mail-waits'],
	['a refused mail after App IO', sent({ leftChannel: 'io', sentAt: null, problem: 'refused' }), 'mail-failed'],
	['no mail', { onPaper: false, postedAt: null, mail: null }, 'in-portal']
] as const)('%s', (_, went, expected) => {
	expect(sentAs(went)).toBe(expected);
});
