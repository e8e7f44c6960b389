import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { readReceipt } from '$lib/server/requests/applications/reading-service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { renderPdf } from '$lib/server/platform/pdf/render-pdf';
import { receiptSheet } from '../receipt-sheet';
import { senderOf } from '../sender';
import template from '../receipt.typ?raw';
import type { RequestHandler } from './$types';

/** The receipt to keep or print. Its date is that of the request: as long as nothing happens, its bytes stay the same. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const actor = requireActor(locals);
	const receipt = await readReceipt(db(), params.id, actor, now());
	if (!receipt) error(404, m.applications_problem_not_found());
	const { protocol, submittedAt } = receipt.request;
	const rendered = await renderPdf(template, receiptSheet(receipt, await senderOf(actor)), {
		title: `${m.my_receipt()} ${protocol}`,
		lang: getLocale(),
		createdAt: submittedAt
	});
	return pdfResponse(rendered, protocol);
};
