import type { RequestEvent } from '@sveltejs/kit';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from '$lib/server/platform/http/compress';

const page = '<p>Dalla domanda alle chiavi</p>'.repeat(200);

async function answer(asked: { accept?: string; sessionId?: string; type?: string }) {
	const event = {
		request: new Request('http://localhost/', { headers: { 'accept-encoding': asked.accept ?? 'gzip, br' } }),
		locals: { sessionId: asked.sessionId ?? null }
	} as unknown as RequestEvent;
	const type = asked.type ?? 'text/html';
	return compress({ event, resolve: () => new Response(page, { headers: { 'content-type': type } }) });
}

describe('a page on its way out', () => {
	it('reaches a visitor compressed, whole and far smaller', async () => {
		const response = await answer({});
		const body = Buffer.from(await response.arrayBuffer());
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(response.headers.get('vary')).toContain('accept-encoding');
		expect(gunzipSync(body).toString()).toBe(page);
		expect(body.length).toBeLessThan(page.length / 10);
	});

	it('reaches somebody signed in as it is', async () => {
		const response = await answer({ sessionId: 'a-session' });
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(await response.text()).toBe(page);
	});

	it('stays as it is for a browser that does not ask, and when it is not text', async () => {
		expect((await answer({ accept: 'identity' })).headers.get('content-encoding')).toBeNull();
		expect((await answer({ type: 'application/pdf' })).headers.get('content-encoding')).toBeNull();
	});
});
