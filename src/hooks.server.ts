import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { now } from '$lib/server/clock';
import { actForBy } from '$lib/server/platform/auth/act-for';
import { atDesk } from '$lib/server/platform/auth/at-desk';
import { guard } from '$lib/server/platform/auth/guard';
import { refusals } from '$lib/server/platform/auth/refusals';
import { visitor } from '$lib/server/platform/auth/visitor';
import { boundedForm } from '$lib/server/platform/http/bounded-form';
import { compress } from '$lib/server/platform/http/compress';
import { afterErasure } from '$lib/server/platform/http/after-erasure';
import { drained } from '$lib/server/platform/http/drain';
import { language } from '$lib/server/platform/http/language';
import { oneByOne } from '$lib/server/platform/http/one-by-one';
import { outages } from '$lib/server/platform/http/outages';
import { requestLog } from '$lib/server/platform/http/request-log';
import { securityHeaders } from '$lib/server/platform/http/security-headers';
import { wellFormed } from '$lib/server/platform/http/well-formed';
import { nameOfHelped, personFor } from '$lib/server/people/mandates/helping';
import { householdAtDesk } from '$lib/server/people/desk-records/acting';
import { db, transact } from '$lib/server/platform/db/app';
import { startUp } from '$lib/server/lifecycle';

export { reportError as handleError } from '$lib/server/platform/http/report-error';

export async function init(): Promise<void> {
	if (!building) await startUp();
}

const actFor = actForBy({
	nameOf: (helping) => nameOfHelped(db(), helping, now()),
	personFor: (helping) => transact((trx) => personFor(trx, helping, now()))
});

export const handle = sequence(
	compress,
	requestLog,
	oneByOne,
	securityHeaders,
	language,
	outages,
	afterErasure,
	drained,
	wellFormed,
	visitor,
	actFor,
	atDesk((officer, at) => householdAtDesk(db(), officer, at)),
	refusals,
	guard,
	boundedForm
);
