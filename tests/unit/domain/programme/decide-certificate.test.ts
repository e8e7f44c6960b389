import { expect, it } from 'vitest';
import {
	decideCertificate,
	type Certifiable,
	type CertificateProposal
} from '$lib/domain/programme/decide-certificate';
import { aHistory, worksDone } from './history';

const now = '2026-06-10T10:00:00.000Z';
const about: Certifiable = { history: aHistory(worksDone), lineId: 'works', netAreaDm2: 6_200, private: false };
const proposal: CertificateProposal = {
	...{ number: 'CRE 12/2026', on: '2026-06-10', signedBy: 'ing. Anna Villa', reason: null }
};
const oneDay = { milestones: [{ event: 'works_planned', at: '2026-06-10T08:00:00.000Z' }] } as const;
const sameDay = {
	...aHistory([]),
	milestones: [...oneDay.milestones, { event: 'works_done', at: '2026-06-10T08:00:00.000Z' }]
} as Certifiable['history'];

it('may stand once the works are done, with its document and the person who signed it', () => {
	expect(decideCertificate(about, proposal, now)).toBeNull();
	expect(decideCertificate(about, { ...proposal, on: '2026-03-04' }, now)).toBeNull();
});

it('a home that a source declares needs no events of works', () => {
	expect(decideCertificate({ ...about, history: aHistory(['declared']) }, proposal, now)).toBeNull();
});

it('works planned and certified on one day need a reason', () => {
	expect(decideCertificate({ ...about, history: sameDay }, proposal, now)).toBe('reason-missing');
	expect(decideCertificate({ ...about, history: sameDay }, { ...proposal, reason: 'Urgenza' }, now)).toBeNull();
});

it.each([
	['of a private landlord’s flat', { private: true }, {}, 'private-home'],
	['outside an operation with works', { lineId: null }, {}, 'line-missing'],
	['of a dwelling that left', { history: aHistory([...worksDone, 'withdrawn']) }, {}, 'dwelling-withdrawn'],
	['before the works are done', { history: aHistory(worksDone.slice(0, 3)) }, {}, 'works-not-done'],
	['without an area', { netAreaDm2: null }, {}, 'area-missing'],
	['without a number', {}, { number: '' }, 'number-missing'],
	['without a signature', {}, { signedBy: '' }, 'signature-missing'],
	['tomorrow', {}, { on: '2026-06-11' }, 'date-in-future'],
	['before the works ended', {}, { on: '2026-03-03' }, 'date-before-works']
])('is refused %s', (_, changed, typed, problem) => {
	expect(decideCertificate({ ...about, ...changed } as Certifiable, { ...proposal, ...typed }, now)).toBe(problem);
});
