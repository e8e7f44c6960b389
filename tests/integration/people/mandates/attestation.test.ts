import '../../../support/settings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attestationHash } from '$lib/domain/mandates/attestation';
import { newId } from '$lib/server/ids';
import { readAttestationAtDesk } from '$lib/server/desk/households/service';
import { attestationBook } from '$lib/server/people/mandates/attestation-book';
import { readAttestation } from '$lib/server/people/mandates/attestation';
import { revokeMandate, revokeProcedure } from '$lib/server/people/mandates/end';
import { remindMandates } from '$lib/server/people/mandates/remind-mandates';
import { myReadings } from '$lib/server/people/readings/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { renderBook } from '$lib/server/platform/pdf/book';
import { aHelper, aMandate, type Helper } from '../../../support/builders/mandate';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { pdfText } from '../../../support/pdf-text';
import { aProposal, mandateActs, NOW as now } from '../../../support/mandate-acts';

let database: TestDatabase;
let helper: Helper;
let person: Actor;
let mandateId: string;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	helper = await aHelper(database);
	person = await anActor(database.db, 'applicant', 'Nadia Haddad');
	mandateId = await aMandate(database, { helper, person }, now, { days: 31 });
});

const { propose, mailsTo } = mandateActs(() => database);
const read = (by: Actor, id = mandateId) => readAttestation(database.db, id, by, now);

describe('the attestation of a mandate', () => {
	it('says the parties, what is covered and until when, with a hash that the log holds and anybody can make again', async () => {
		const found = (await read(person))!;
		expect(found.attested).toEqual({
			...{ mandate: mandateId, organisation: 'Il Ballatoio', person: 'Nadia Haddad', way: 'page' },
			...{ procedures: ['request', 'offer'], from: now, until: '2026-12-31T22:59:59.999Z' }
		});
		expect(found.hash).toBe(attestationHash(found.salt, found.attested));
		expect(found.logged).toMatchObject({ at: now });
	});

	it('is not confirmed by the log when somebody changed the row', async () => {
		await database.db
			.updateTable('mandates')
			.set({ ends_at: '2030-01-01T22:59:59.999Z' })
			.where('id', '=', mandateId)
			.execute();
		expect(await read(person)).toMatchObject({ logged: null });
	});

	it('keeps its hash after a revocation, and says what was revoked and when', async () => {
		const before = (await read(person))!;
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'offer' }, person, now));
		await database.transact((trx) => revokeMandate(trx, mandateId, person, now));
		const after = (await read(person))!;
		expect(after).toMatchObject({ hash: before.hash, state: 'revoked', earlyAt: now });
		expect(after.authorisations).toContainEqual({ procedure: 'offer', revokedAt: now });
		expect(after.logged).toEqual(before.logged);
	});

	it('is for the person and the organisation alone, and there is none before the yes', async () => {
		expect(await read(helper)).toBeDefined();
		const strangers = [
			await aHelper(database),
			await anActor(database.db, 'applicant'),
			await anActor(database.db, 'officer'),
			{ ...helper, organisationId: null }
		];
		for (const by of strangers) expect(await read(by)).toBeUndefined();
		const proposed = aProposal(`${newId()}@nessuno.example`);
		await propose(proposed, helper);
		expect(await read(helper, proposed.id)).toBeUndefined();
	});

	it('is a PDF with the parties, the hash and the part that was revoked', async () => {
		await database.transact((trx) => revokeProcedure(trx, { id: mandateId, procedure: 'offer' }, person, now));
		const found = (await read(person))!;
		const made = await renderBook(attestationBook(found), { lang: 'it', createdAt: found.attested.from });
		if (!made.ok) throw new Error(made.problem);
		// A long hash may stand on two lines.
		const text = (await pdfText(made.pdf)).replaceAll(/\s/g, '');
		for (const part of ['NadiaHaddad', 'IlBallatoio', found.hash, found.salt, 'revocatail30novembre2026'])
			expect(text).toContain(part);
	});

	it('that a helper takes is a reading', async () => {
		expect(await database.transact((trx) => readAttestationAtDesk(trx, mandateId, helper, now))).toBeDefined();
		expect((await myReadings(database.db, person)).map(({ reader }) => reader)).toEqual([helper.name]);
	});
});

describe('the end of a mandate', () => {
	const remind = (at: string) => database.transact((trx) => remindMandates(trx, at));
	const told = async () => {
		const mails = await mailsTo(`${person.id}@chiavi.example`);
		return mails.filter(({ subject }) => subject === 'Il mandato finisce il 31 dicembre 2026').length;
	};

	it('is told once, fifteen days before, and not earlier', async () => {
		await remind('2026-12-16T22:59:59.998Z');
		expect(await told()).toBe(0);
		await remind('2026-12-17T10:00:00.000Z');
		expect(await told()).toBe(1);
		await remind('2026-12-18T10:00:00.000Z');
		expect(await told()).toBe(1);
	});

	it('is not told of a mandate that the person revoked, and not after it', async () => {
		await database.transact((trx) => revokeMandate(trx, mandateId, person, now));
		await remind('2026-12-20T10:00:00.000Z');
		expect(await told()).toBe(0);
	});

	it('is told once when two processes remind at the same time', async () => {
		await Promise.all([remind('2026-12-20T10:00:00.000Z'), remind('2026-12-20T10:00:00.000Z')]);
		expect(await told()).toBe(1);
	});
});
