import { describe, expect, it } from 'vitest';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { surveyForm } from '$lib/server/homes/surveys/form';
import { readRoute, reshapeRoute } from '$lib/server/homes/surveys/read-route';

const ID = '0199a8c0-0000-7000-8000-000000000001';
const head = { id: ID, how: 'measured', on: '2026-11-10', surveyor: 'R. Riva', seen: '{}' };

function parse(fields: Record<string, string | string[]>, of: Parameters<typeof surveyForm>[0] = { dwellingId: 'd' }) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...head, ...fields }))
		for (const one of [value].flat()) form.append(name, one);
	return parseForm(surveyForm(of), form);
}
const door = { widthMm: null, slope: null, steps: null, heightMm: null, handrail: null };

describe('the form of a survey', () => {
	it('says nothing of what was not looked at', () => {
		const input = parse({ innerDoorMm: '78,5', bathtub: 'no', grabRails: '', noiseDb: '31', thresholdMm: '0' });
		expect(input).toMatchObject({
			ok: true,
			data: { findings: { innerDoorMm: 785, bathtub: false, noiseDb: 31, thresholdMm: 0 }, sure: {}, seen: {} }
		});
	});

	it('keeps what is wrong with a sentence, by field', () => {
		const input = parse({ innerDoorMm: 'larga', bathtub: 'forse', id: 'x', how: '', on: '31/02' });
		if (input.ok) throw new Error('parsed');
		expect(Object.keys(input.errors).sort()).toEqual(['bathtub', 'how', 'id', 'innerDoorMm', 'on']);
		expect(input.values['innerDoorMm']).toBe('larga');
	});

	it('a declared one has no day', () => {
		expect(parse({ how: 'declared', noiseDb: '30' })).toMatchObject({ ok: true, data: { on: null, how: 'declared' } });
	});

	it('reads what is confirmed, and forgets what is none', () => {
		const input = parse({ innerDoorMm: '7', sure: ['innerDoorMm=70', 'nothing', 'x=y', '=3'] });
		expect(input).toMatchObject({ ok: true, data: { sure: { innerDoorMm: 70 } } });
	});

	it('refuses a broken memory of what was seen', () => {
		for (const seen of ['', '{', '[]', '3'])
			expect(parse({ innerDoorMm: '70', seen }), seen).toMatchObject({
				ok: false,
				errors: { seen: expect.any(String) }
			});
	});

	it('of a dwelling knows no feature of a building and no route', () => {
		const input = parse({ liftDoorMm: '80', pieces: 'shown', 'route.0.kind': 'door', noiseDb: '30' });
		expect(input).toMatchObject({ ok: true, data: { findings: { noiseDb: 30 } } });
		expect(input.ok && Object.keys(input.data.findings)).toEqual(['noiseDb']);
	});

	it('records the same route again only when it changed', () => {
		const fields = { pieces: 'shown', 'route.0.kind': 'door', 'route.0.widthMm': '83' };
		const route = [{ kind: 'door', ...door, widthMm: 830 }];
		const of = { buildingId: 'b' };
		expect(parse(fields, of)).toMatchObject({ ok: true, data: { findings: { route } } });
		const again = parse({ ...fields, seen: JSON.stringify({ route }) }, of);
		expect(again.ok && again.data.findings).toEqual({});
	});
});

describe('a route as typed', () => {
	it('is read in the order of the form, in mm and thousandths', () => {
		const typed = {
			pieces: 'shown',
			'route.10.kind': 'door',
			'route.10.widthMm': '83',
			'route.2.kind': 'ramp',
			'route.2.slope': '8,5',
			'route.2.handrail': 'sì',
			'route.1.kind': 'steps',
			'route.1.steps': '3',
			'route.1.heightMm': '16,5'
		};
		expect(readRoute(typed)).toEqual({
			errors: {},
			route: [
				{ kind: 'steps', ...door, steps: 3, heightMm: 165 },
				{ kind: 'ramp', ...door, slope: 85, handrail: true },
				{ kind: 'door', ...door, widthMm: 830 }
			]
		});
	});

	it('leaves out empty pieces at the end only, and is none when all are', () => {
		const empty = { 'route.0.kind': '', 'route.0.widthMm': '' };
		expect(readRoute({})).toEqual({ route: undefined, errors: {} });
		expect(readRoute({ pieces: 'shown' })).toEqual({ route: null, errors: {} });
		expect(readRoute({ pieces: 'shown', ...empty })).toEqual({ route: null, errors: {} });
		const { errors } = readRoute({ pieces: 'shown', ...empty, 'route.1.kind': 'door' });
		expect(Object.keys(errors)).toEqual(['route.0.kind']);
	});

	it('says which number is wrong', () => {
		const { errors } = readRoute({ pieces: 'shown', 'route.0.kind': 'ramp', 'route.0.slope': 'ripida' });
		expect(Object.keys(errors)).toEqual(['route.0.slope']);
	});

	it('takes a piece more or less without losing the others', () => {
		const typed = { noiseDb: '30', 'route.0.kind': 'door', 'route.0.widthMm': '83', 'route.1.kind': 'lift' };
		expect(reshapeRoute(typed, { insert: 1 })).toEqual({
			noiseDb: '30',
			'route.0.kind': 'door',
			'route.0.widthMm': '83',
			'route.1.kind': '',
			'route.2.kind': 'lift'
		});
		expect(reshapeRoute(typed, { remove: 0 })).toEqual({ noiseDb: '30', 'route.0.kind': 'lift' });
	});
});
