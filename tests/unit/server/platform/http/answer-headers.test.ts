import { expect, test } from 'vitest';
import { answerHeaders } from '$lib/server/platform/http/answer-headers';

test('over https every answer tells browsers to stay on https for a year, for names below this one too', () => {
	const told = answerHeaders('https://chiavi.example.it')['strict-transport-security'];
	expect(Number(/^max-age=(\d+); includeSubDomains$/.exec(told ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000);
	expect(answerHeaders('http://localhost:3000')).not.toHaveProperty('strict-transport-security');
});
