import { expect, it } from 'vitest';
import { whyRefused } from '$lib/server/platform/scanner/scan-files';
import type { Scanner } from '$lib/server/platform/scanner/scanner';

it('names a refused file without signs that turn or break the line, and whole signs only', async () => {
	const found: Scanner = { scan: async () => ({ verdict: 'infected', found: 'Test' }), ping: async () => {} };
	const form = new FormData();
	form.append('pages', new File(['x'], `carta\u202Egpj.exe${'🏠'.repeat(90)}`));
	const refused = await whyRefused(found, form);
	expect(refused?.sentence).toContain(`«cartagpj.exe${'🏠'.repeat(68)}»`);
});
