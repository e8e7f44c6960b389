/** A CSV to keep, under a name that says nothing about anybody. */
export const csvFile = (name: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'x-content-type-options': 'nosniff'
		}
	});
