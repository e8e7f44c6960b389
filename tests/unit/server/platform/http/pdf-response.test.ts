import { expect, test } from 'vitest';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';

test('a PDF is saved under its name and stays in no cache', async () => {
	const answer = pdfResponse({ ok: true, pdf: new Uint8Array([1, 2]) }, '2026-000001');
	expect(answer.status).toBe(200);
	expect(Object.fromEntries(answer.headers)).toEqual({
		'cache-control': 'no-store',
		'content-disposition': 'attachment; filename="2026-000001.pdf"',
		'content-type': 'application/pdf'
	});
	expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
});

test('a machine that makes none says so, with the way out', async () => {
	const answer = pdfResponse({ ok: false, problem: 'unavailable' }, '2026-000001');
	expect(answer.status).toBe(503);
	expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
	expect(answer.headers.has('content-disposition')).toBe(false);
	expect(await answer.text()).toContain('usa la stampa del tuo browser');
});
