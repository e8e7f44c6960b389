import { db } from '$lib/server/platform/db/app';
import { readVerification } from '$lib/server/allocation/rounds/read-verification';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const text = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 100);
	const version = /^\d{1,6}$/.test(text('version')) ? Number(text('version')) : null;
	const pseudonym = text('q').toUpperCase();
	return { ...(await readVerification(db(), { notice: text('notice'), version, pseudonym })), pseudonym };
};
