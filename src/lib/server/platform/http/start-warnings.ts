/** Warnings for the operator at the start: settings that work and protect less than they seem to. One sentence each. */
export function startWarnings(
	{ origin, demo }: { readonly origin: string; readonly demo: boolean },
	env: Readonly<Record<string, string | undefined>>
): string[] {
	const warnings: string[] = [];
	const isHttps = origin.startsWith('https:');
	if (isHttps && !env['ADDRESS_HEADER']) {
		warnings.push(
			'ADDRESS_HEADER is not set: behind a proxy all visitors share one address, and one of them can use up the tries of all.'
		);
	}
	if (!isHttps && !demo) {
		warnings.push('ORIGIN is not https: passwords and sessions travel in clear, and cookies are not bound to https.');
	}
	return warnings;
}
