import '../../../../support/settings';
import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundedFormBy, uploadedForm, type UploadedForm } from '$lib/server/platform/http/bounded-form';
import { clamd } from '$lib/server/platform/scanner/clamd';
import { EICAR, openClamd, type ClamdServer } from '../../../../support/clamd-server';

const routes = [
	['/(applicant)/my/documents/send', ''],
	['/(applicant)/my/sign/[notice]', ''],
	['/(applicant)/my/requests/[id]/withdraw/sheet', ''],
	['/(applicant)/my/offers/[id]/sheet/[answer]', ''],
	['/(staff)/staff/import', '?/check'],
	['/(staff)/staff/rules', '?/import'],
	['/(staff)/staff/dwellings/[id]/survey', '?/photo']
] as const;

let server: ClamdServer;
beforeEach(async () => void (server = await openClamd()));
afterEach(() => server.close());

/** What the action of a route gets of a form that is posted with these files, through the hook that reads it. */
async function post([route, action]: readonly [string, string], files: string[], isScanned = true) {
	const form = new FormData();
	form.append('name', 'Nadia Haddad');
	for (const [index, text] of files.entries()) form.append('file', new File([text], `foglio-${index + 1}.pdf`));
	const url = new URL(`http://localhost:3000/page${action}`);
	const request = new Request(url, { method: 'POST', body: form });
	const event = { request, route: { id: route }, url, locals: { actor: null } } as unknown as RequestEvent;
	let got: UploadedForm | undefined;
	const hook = boundedFormBy(() => (isScanned ? clamd({ address: server.address, timeoutMs: 20_000 }) : null));
	await hook({
		event,
		resolve: async (resolved) => {
			got = await uploadedForm(resolved, () => 'troppo grande');
			return new Response();
		}
	});
	return got!;
}

describe.each(routes)('a form with files for %s%s', (...route) => {
	it('comes to the action once its file is found clean', async () => {
		const got = await post(route, ['%PDF-1.7']);
		expect(got.ok && got.form.get('name')).toBe('Nadia Haddad');
		expect(server.scanned.map(String)).toEqual(['%PDF-1.7']);
	});

	it('does not come with a virus, and gives back what was typed', async () => {
		const got = await post(route, [`%PDF-1.7 ${EICAR}`]);
		expect(got).toMatchObject({ ok: false, status: 422, sentence: expect.stringContaining('foglio-1.pdf') });
		expect(got.ok || got.sent?.get('name')).toBe('Nadia Haddad');
	});

	it('does not come while the scanner is down, and gives back what was typed', async () => {
		await server.close();
		const got = await post(route, ['%PDF-1.7']);
		expect(got).toMatchObject({ ok: false, status: 503, sentence: expect.stringContaining('riprova') });
		expect(got.ok || got.sent?.get('name')).toBe('Nadia Haddad');
		server = await openClamd();
	});

	it('comes unscanned where no scanner is set', async () => {
		expect((await post(route, [EICAR], false)).ok).toBe(true);
		expect(server.scanned).toEqual([]);
	});
});

describe('a form with several files', () => {
	const route = routes[0];

	it('is refused for one of them, which is named', async () => {
		const got = await post(route, ['%PDF-1', EICAR, '%PDF-3']);
		expect(got).toMatchObject({ ok: false, sentence: expect.stringContaining('foglio-2.pdf') });
		expect(server.scanned).toHaveLength(2);
	});

	it('is not asked about where no file was chosen', async () => {
		expect((await post(route, [''])).ok).toBe(true);
		expect(server.scanned).toEqual([]);
	});

	it('is refused when the scanner fails at the second', async () => {
		let asked = 0;
		server.misbehave = (socket, command) => {
			if (command === 'zINSTREAM') asked += 1;
			return asked > 1 && !!socket.end('Can’t allocate memory ERROR\0');
		};
		expect(await post(route, ['%PDF-1', '%PDF-2'])).toMatchObject({ ok: false, status: 503 });
	});
});

it('a file that is larger than the scanner takes is refused by name', async () => {
	await server.close();
	server = await openClamd({ most: 1_000 });
	const got = await post(routes[0], ['x'.repeat(1_001)]);
	expect(got).toMatchObject({ ok: false, status: 422, sentence: expect.stringContaining('foglio-1.pdf') });
});
