import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseForm } from '$lib/server/platform/forms/parse-form';

const schema = z.object({
	name: z.string().min(1, 'Scrivi il nome.'),
	rooms: z.coerce.number('Scrivi un numero.').int('Scrivi un numero intero.')
});

function form(fields: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
}

test('text is trimmed, normalised and freed of NUL', () => {
	const parsed = parseForm(
		schema,
		form([
			['name', '  D’Amico\u0000 Jose\u0301 '],
			['rooms', '3']
		])
	);
	expect(parsed).toEqual({ ok: true, data: { name: 'D’Amico Jos\u00e9', rooms: 3 } });
});

test('a form that fails gives one sentence a field and everything that was written', () => {
	const parsed = parseForm(
		schema,
		form([
			['name', ''],
			['rooms', 'tre'],
			['note', 'resta']
		])
	);
	expect(parsed).toEqual({
		ok: false,
		errors: { name: 'Scrivi il nome.', rooms: 'Scrivi un numero.' },
		values: { name: '', rooms: 'tre', note: 'resta' }
	});
});

test('a password is never given back', () => {
	const parsed = parseForm(
		schema,
		form([
			['password', 'segreta'],
			['new_password', 'segreta2']
		])
	);
	expect(JSON.stringify(parsed)).not.toContain('segreta');
});

test('a field posted twice is a list, and fails where one text is wanted', () => {
	const parsed = parseForm(
		schema,
		form([
			['name', 'a'],
			['name', 'b'],
			['rooms', '1']
		])
	);
	expect(parsed).toMatchObject({ ok: false, values: { name: ['a', 'b'] } });
});

test('names that would reach a prototype are dropped', () => {
	const parsed = parseForm(
		z.record(z.string(), z.unknown()),
		form([
			['__proto__', 'x'],
			['name', 'a']
		])
	);
	expect(parsed).toEqual({ ok: true, data: { name: 'a' } });
});

test('a megabyte is not echoed back', () => {
	const parsed = parseForm(z.object({ other: z.string() }), form([['name', 'x'.repeat(1_000_000)]]));
	expect(parsed.ok ? 0 : String(parsed.values['name']).length).toBe(10_000);
});

test('what a schema did not foresee is told in the language of the reader', () => {
	const form = new FormData();
	form.append('name', 'a');
	form.append('name', 'b');
	const parsed = parseForm(z.object({ name: z.string(), kind: z.enum(['x']) }), form);
	expect(parsed.ok ? {} : parsed.errors).toEqual({
		name: 'Non abbiamo capito questo valore: controllalo e scrivilo di nuovo.',
		kind: 'Non abbiamo capito questo valore: controllalo e scrivilo di nuovo.'
	});
});
