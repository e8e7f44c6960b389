import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { readFile } from '$lib/server/desk/draft-imports/read-file';
import { wrongFile } from '$lib/server/desk/draft-imports/report';
import { checkRows } from '$lib/server/desk/draft-imports/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { csvFile } from '$lib/server/platform/http/csv-file';
import type { RequestHandler } from './$types';

// The text of the file comes with the form and is kept nowhere.
export const POST: RequestHandler = async ({ request, locals }) => {
	const text = String((await request.formData()).get('text') ?? '');
	const read = await readFile(new TextEncoder().encode(text));
	if (!read.ok) error(422, m.form_not_read());
	const checked = await transact((trx) => checkRows(trx, read.rows, requireActor(locals), now()));
	if (!checked.ok) error(403, m.mandates_problem_not_allowed());
	return csvFile('chiavi-righe-da-correggere.csv', wrongFile(checked.wrong));
};
