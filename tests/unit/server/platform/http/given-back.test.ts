import { expect, it } from 'vitest';
import { keepTyped } from '$lib/server/platform/http/given-back';

it('gives back what was posted, in its order, without passwords, codes and files', async () => {
	const form = new FormData();
	for (const [name, value] of [
		['buildingCode', 'A-1'],
		['needs', 'lift'],
		['needs', 'bath'],
		['password', 'segreta'],
		['currentPassword', 'segreta'],
		['code', '123456'],
		['note', 'due\nrighe & <altro>']
	] as const)
		form.append(name, value);
	form.append('photo', new File(['x'], 'casa.jpg'));
	const url = new URL('http://localhost/staff/import?/save');
	const request = new Request(url, { method: 'POST', body: form });
	const event = { request, url, route: { id: '/(staff)/staff/import' }, locals: {} };
	expect(await keepTyped(event as never)).toEqual({
		action: '/staff/import?/save',
		fields: [
			{ name: 'buildingCode', value: 'A-1' },
			{ name: 'needs', value: 'lift' },
			{ name: 'needs', value: 'bath' },
			{ name: 'note', value: 'due\r\nrighe & <altro>' }
		],
		isPartial: true
	});
});
