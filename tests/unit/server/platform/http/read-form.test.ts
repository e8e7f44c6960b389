import { describe, expect, test } from 'vitest';
import { formLimit } from '$lib/server/platform/http/form-limits';
import { readForm } from '$lib/server/platform/http/read-form';

const limit = { body: 2_000, text: 1_000, fields: 3, files: 1 };
const URL_ENCODED = 'application/x-www-form-urlencoded';
const PARTS = 'multipart/form-data; boundary=b';

const part = (headers: string, value: string) => `--b\r\n${headers}\r\n\r\n${value}\r\n`;
const field = (name: string, value: string) => part(`content-disposition: form-data; name="${name}"`, value);
const file = (name: string, value: string) =>
	part(`content-disposition: form-data; name="${name}"; filename="a.csv"\r\ncontent-type: text/csv`, value);
const ended = (...parts: string[]) => `${parts.join('')}--b--\r\n`;

const read = (type: string | null, body: string | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
	readForm(
		new Request('http://portal/', {
			method: 'POST',
			body,
			headers: { ...(type !== null && { 'content-type': type }), ...headers },
			...({ duplex: 'half' } as object)
		}),
		limit
	);
const problemOf = async (...asked: Parameters<typeof read>) => {
	const found = await read(...asked);
	return found.ok ? 'read' : found.problem;
};
const entries = async (...asked: Parameters<typeof read>) => {
	const found = await read(...asked);
	return found.ok ? [...found.form] : found.problem;
};

describe('a form of the page', () => {
	test('is read as the browser wrote it', async () => {
		expect(await entries(URL_ENCODED, 'a=1&a=2&b=%C3%A8+x')).toEqual([
			['a', '1'],
			['a', '2'],
			['b', 'è x']
		]);
		expect(await entries(PARTS, ended(field('a', '1\r\n2'), field('b', 'è')))).toEqual([
			['a', '1\r\n2'],
			['b', 'è']
		]);
		expect(await entries(`${URL_ENCODED}; charset=UTF-8`, '')).toEqual([]);
		expect(await entries('multipart/form-data; boundary="b"', ended())).toEqual([]);
	});

	test('brings its file', async () => {
		const found = await read(PARTS, ended(field('a', '1'), file('f', 'x;y\r\n--a')));
		const sent = found.ok ? (found.form.get('f') as File) : undefined;
		expect(sent).toMatchObject({ name: 'a.csv', type: 'text/csv' });
		expect(await sent?.text()).toBe('x;y\r\n--a');
	});
});

describe('the number of fields', () => {
	test('at the limit and above it', async () => {
		expect(await problemOf(URL_ENCODED, 'a=1&b=2&c=3')).toBe('read');
		expect(await problemOf(URL_ENCODED, 'a=1&b=2&c=3&')).toBe('too-many-fields');
		expect(await problemOf(PARTS, ended(field('a', ''), field('b', ''), field('c', '')))).toBe('read');
		expect(await problemOf(PARTS, ended(field('a', ''), field('b', ''), field('c', ''), field('d', '')))).toBe(
			'too-many-fields'
		);
	});

	test('is that of the boundary which the reader uses', async () => {
		const many = ended(...Array.from({ length: 9 }, () => field('a', '')));
		expect(await problemOf('multipart/form-data; x-boundary=zz; boundary=b', many)).not.toBe('read');
		expect(await problemOf('multipart/form-data; boundary=b; boundary=zz', many)).toBe('too-many-fields');
	});
});

describe('the size', () => {
	test('of the body: announced, or found as it arrives', async () => {
		expect(await problemOf(URL_ENCODED, `a=${'x'.repeat(900)}`)).toBe('read');
		expect(await problemOf(URL_ENCODED, `a=${'%20'.repeat(700)}`)).toBe('too-large');
		expect(await problemOf(URL_ENCODED, 'a=1', { 'content-length': '999999' })).toBe('too-large');
	});

	test('of the text, where the body may be larger because of its file', async () => {
		expect(await problemOf(PARTS, ended(field('a', 'x'.repeat(999))))).toBe('read');
		expect(await problemOf(PARTS, ended(field('a', 'x'.repeat(1_000))))).toBe('too-large');
		expect(await problemOf(PARTS, ended(file('a', 'x'.repeat(1_200))))).toBe('read');
	});

	test('what is over it is taken to its end, so that the answer arrives', async () => {
		let taken = 0;
		const piece = new TextEncoder().encode('a'.repeat(1_000));
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (taken === 50) controller.close();
				else controller.enqueue(piece);
				taken += taken === 50 ? 0 : 1;
			}
		});
		expect(await problemOf(URL_ENCODED, body)).toBe('too-large');
		expect(taken).toBe(50);
	});

	test('of a name and of what stands before a value', async () => {
		expect(await problemOf(URL_ENCODED, `${'n'.repeat(200)}=1`)).toBe('read');
		expect(await problemOf(URL_ENCODED, `${'n'.repeat(201)}=1`)).toBe('broken');
		const long = { ...limit, body: 10_000 };
		const request = new Request('http://portal/', {
			method: 'POST',
			headers: { 'content-type': PARTS },
			body: ended(part(`content-disposition: form-data; name="a"\r\nx: ${'y'.repeat(3_000)}`, '1'))
		});
		expect(await readForm(request, long)).toEqual({ ok: false, problem: 'broken' });
	});

	test('of a second file', async () => {
		expect(await problemOf(PARTS, ended(file('a', ''), file('b', '')))).toBe('broken');
	});
});

describe('what is no form', () => {
	test.each(['application/json', 'text/plain', 'multipart/form-data', 'multipart/mixed; boundary=b', 'x'])(
		'of the type %s',
		async (type) => expect(await problemOf(type, 'a=1')).toBe('unknown-type')
	);

	test.each([
		'',
		'--b',
		'--b\r\n',
		'--b\r\ncontent-disposition: form-da',
		field('a', '1').slice(0, -2),
		field('a', '1'),
		'--c\r\n',
		ended(part('content-type: text/plain', '1'))
	])('multipart that breaks off: %j', async (body) => expect(await problemOf(PARTS, body)).toBe('broken'));

	test('a connection that is cut', async () => {
		const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('cut')) });
		expect(await problemOf(URL_ENCODED, body)).toBe('broken');
	});
});

test('a form has its own limit where it needs one, and the usual one elsewhere', () => {
	const usual = formLimit('/(public)/login', 'default');
	expect(usual).toEqual({ body: 65_536, text: 65_536, fields: 200, files: 0 });
	expect(formLimit('/(staff)/staff/buildings/[id]/survey', 'photo').files).toBe(1);
	expect(formLimit('/(staff)/staff/buildings/[id]/survey', 'survey').files).toBe(0);
	expect(formLimit('/(staff)/staff/notices/[id]', 'open')).toEqual(usual);
	expect(formLimit('constructor', '__proto__')).toEqual(usual);
});
