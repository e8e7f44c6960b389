import { expect, test } from 'vitest';
import { safeNext } from '$lib/server/platform/auth/next-path';

test.each([
	'/my',
	'/en/notices/7?page=2',
	'/staff/offers?state=made&page=1',
	'/my/applications/abc%20d',
	'/my?a=b#papers'
])('%s is a path of the portal', (next) => expect(safeNext(next)).toBe(next));

test.each([
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	' /my',
	'javascript:alert(1)',
	'my',
	'',
	'/..//evil.example',
	'/a/..//evil.example',
	'/login',
	'/en/login?next=/my',
	'/logout',
	'/password/reset/x',
	`/${'a'.repeat(600)}`
])('%j leads nowhere', (next) => expect(safeNext(next)).toBeNull());

test('no next leads nowhere', () => expect(safeNext(null)).toBeNull());
