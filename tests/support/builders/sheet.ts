import { newId } from '$lib/server/ids';
import { keepDocument } from '$lib/server/people/documents/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { TestDatabase } from '../database';

/** A sheet that a household signed, among its documents; its id. */
export async function aSheet(
	{ transact }: TestDatabase,
	objects: ObjectStore,
	by: Actor,
	now: string
): Promise<string> {
	const id = newId();
	const told = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from('firma') }];
	const sheet = { id, replaces: null, facts: { ...told, explanation: 'Dichiarazioni firmate' }, pages };
	const kept = await keepDocument({ transact, objects }, sheet, by, now);
	if (!kept.ok) throw new Error(kept.problem);
	return id;
}
