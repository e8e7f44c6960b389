import { newId } from '../../../src/lib/server/ids';
import { keepDocument } from '../../../src/lib/server/people/documents/service';
import { savePersonTold } from '../../../src/lib/server/people/persons/told-persons';
import { noteReading } from '../../../src/lib/server/people/readings/service';
import type { Actor } from '../../../src/lib/server/platform/auth/actor';
import { linkIdentity } from '../../../src/lib/server/platform/identity/link';
import type { TestDatabase } from '../database';
import type { TestStore } from '../object-stores';
import { NOW } from './closed-notice';

/** Words that stand nowhere else, and are too long to stand in a sealed value by chance. */
export const ODD = {
	givenName: 'Zenobia Filippa',
	familyName: 'Quaglierini',
	taxCode: 'QGLZNB80A41F205X',
	birthPlace: 'Castrovillari',
	phone: '+39 347 765 4321',
	street: 'Vicolo Introvabile 99',
	town: 'Pizzighettone',
	safeContact: 'Casa Ginestra 0377'
};
const MEMBER = { givenName: 'Ermenegildo Ugo', familyName: 'Quaglierini-Sforza', taxCode: 'QGLRNG10A01F205Y' };
export const REASON = 'La carrozzina Ypsilon non gira';
export const EMAIL = 'zenobia.quaglierini@introvabile.example';
export const WORDS = [...Object.values(ODD), ...Object.values(MEMBER), REASON, EMAIL];

type World = {
	readonly database: TestDatabase;
	readonly store: TestStore;
	readonly me: Actor;
	readonly officer: Actor;
};

/** A member with a name, somebody who read, a document and a newer one, and each way into the account. */
export async function everyKindOfRow(world: World) {
	const { database, me, officer } = world;
	const { id: request_id } = await database.db
		.selectFrom('applications')
		.select('id')
		.where('account_id', '=', me.id)
		.executeTakeFirstOrThrow();
	const person_id = await database.transact((trx) => savePersonTold(trx, { id: null, names: MEMBER }, me, NOW));
	const read = { accountId: me.id, subject: { type: 'letter' as const, id: 'L' }, reason: REASON };
	await database.transact(async (trx) => {
		await trx.insertInto('household_persons').values({ request_id, member: 'm2', person_id }).execute();
		await noteReading(trx, read, officer, NOW);
		const { givenName, familyName, taxCode } = ODD;
		const claims = {
			givenName,
			familyName,
			taxCode,
			birthDate: '' as const,
			birthPlace: '',
			email: EMAIL,
			emailVerified: true
		};
		await linkIdentity(trx, { issuer: 'https://identity.example', subject: taxCode, claims }, me, NOW);
	});
	await aDocumentAndANewer(world);
	await waysIn(world);
}

/** The papers of a person: what they say is sealed in the row, the pages in the store of files. */
async function aDocumentAndANewer({ database, store, me }: World) {
	const told = {
		kind: 'identity' as const,
		holder: null,
		issued: null,
		expires: '2029-03-04',
		name: ODD.familyName,
		year: null
	};
	const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from(REASON) }];
	const paper = { id: newId(), replaces: null, facts: { ...told, explanation: REASON }, pages };
	const places = { transact: database.transact, objects: store.objects };
	await keepDocument(places, paper, me, NOW);
	await keepDocument(places, { ...paper, id: newId(), replaces: paper.id }, me, NOW);
}

/** A session, a link, a recovery code and a new password that was asked for. */
async function waysIn({ database, me }: World) {
	const about = { account_id: me.id, created_at: NOW, expires_at: '2026-12-02T23:00:00.000Z' };
	const session = { id: 'hash-of-session', second_factor: 1, ...about };
	const link = { id: 'hash-of-link', purpose: 'reset_password' as const, used_at: null, ...about };
	const asked = { id: newId(), kind: 'reset' as const, email: EMAIL, name: null, role: null, locale: 'it', next: null };
	const open = { created_at: NOW, due_at: NOW, answered_at: null, token_hash: null, used_at: null };
	await database.db.insertInto('sessions').values(session).execute();
	await database.db.insertInto('account_tokens').values(link).execute();
	await database.db.insertInto('recovery_codes').values({ id: 'hash-of-code', account_id: me.id }).execute();
	await database.db
		.insertInto('account_requests')
		.values({ ...asked, ...open })
		.execute();
}
