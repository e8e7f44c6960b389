import { m } from '$lib/paraglide/messages';
import type { Rendered } from '$lib/server/platform/pdf/render-pdf';

/** A PDF to save under this name, which stays in no cache; 503 with a sentence where this machine makes none. */
export function pdfResponse(rendered: Rendered, name: string): Response {
	const kept = { 'cache-control': 'no-store' };
	if (!rendered.ok) {
		const headers = { ...kept, 'content-type': 'text/plain; charset=utf-8' };
		return new Response(m.pdf_unavailable(), { status: 503, headers });
	}
	const attachment = { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}.pdf"` };
	return new Response(rendered.pdf, { headers: { ...kept, ...attachment } });
}
