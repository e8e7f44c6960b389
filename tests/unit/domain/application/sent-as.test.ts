import { expect, it } from 'vitest';
import { sentAs } from '$lib/domain/application/sent-as';

const AT = '2026-11-22T09:00:00.000Z';
const mail = (changes: { sentAt?: string; problem?: string; givenUpAt?: string } = {}) => ({
	...{ sentAt: null, problem: null, givenUpAt: null },
	...changes
});

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
	['no mail', { onPaper: false, postedAt: null, mail: null }, 'in-portal']
] as const)('%s', (_, went, sent) => {
	expect(sentAs(went)).toBe(sent);
});
