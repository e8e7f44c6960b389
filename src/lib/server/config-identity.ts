import { z } from 'zod';

/** Our names for the claims of a person, as the setting OIDC_CLAIMS uses them. */
const claimNames = ['fiscal_number', 'given_name', 'family_name', 'birth_date', 'birth_place', 'email'] as const;
export type ClaimName = (typeof claimNames)[number];
export type ClaimMap = Readonly<Partial<Record<ClaimName, string>>>;

/** The municipality's gateway to SPID and CIE (docs/identity.md). */
export type PublicIdentity = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly scope: string;
	/** The levels that are accepted; the first is preferred. */
	readonly acr: readonly string[];
	/** What this gateway calls the claims of a person, where that is not usual. */
	readonly claims: ClaimMap;
	/** A person waits this long for the gateway; then the page says that it does not answer. */
	readonly timeoutMs: number;
	/** Who entered by the gateway is offered to sign out there too, where it says how. */
	readonly signsOut: boolean;
};

/** Level 2 and 3 of SPID, which CIE uses too: two factors (spid-cie-oidc-docs, `acr_values`). */
const LEVELS = 'https://www.spid.gov.it/SpidL2 https://www.spid.gov.it/SpidL3';

const isClaim = (name: string | undefined): name is ClaimName => claimNames.some((one) => one === name);

const claimMap = z.string().transform((text, context): ClaimMap => {
	const pairs = text
		.split(/\s+/)
		.filter(Boolean)
		.map((pair) => pair.split(/=(.*)/s));
	if (pairs.some(([name, claim]) => !isClaim(name) || !claim))
		context.addIssue({
			code: 'custom',
			message: `OIDC_CLAIMS must be pairs such as fiscal_number=codice_fiscale, with these names: ${claimNames.join(', ')}.`
		});
	return Object.fromEntries(pairs.map(([name, claim]) => [name, claim]));
});

/** The settings of the gateway. All are optional, and the first three belong together. */
export const publicIdentityVariables = {
	OIDC_ISSUER: z
		.string()
		.regex(
			/^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^\s?#]*)?)$/,
			'OIDC_ISSUER must be the https address of the gateway, as it names itself.'
		)
		.nullable()
		.default(null),
	OIDC_CLIENT_ID: z.string().nullable().default(null),
	OIDC_CLIENT_SECRET: z.string().nullable().default(null),
	OIDC_ACR: z.string().default(LEVELS),
	OIDC_SCOPE: z
		.string()
		.regex(/^openid( \S+)*$/, 'OIDC_SCOPE must begin with openid.')
		.default('openid profile email'),
	OIDC_CLAIMS: claimMap.default({}),
	OIDC_TIMEOUT: z
		.string()
		.regex(/^([1-9]|1[0-2])$/, 'OIDC_TIMEOUT must be a number of seconds from 1 to 12.')
		.default('3')
		.transform((seconds) => Number(seconds) * 1_000),
	OIDC_SIGN_OUT: z
		.enum(['yes', 'no'], 'OIDC_SIGN_OUT must be yes or no.')
		.default('no')
		.transform((value) => value === 'yes')
};

type Values = z.infer<z.ZodObject<typeof publicIdentityVariables>>;

/** A sentence where some of the three settings that belong together are missing; null otherwise. */
export function publicIdentityProblem(values: Values): string | null {
	const given = [values.OIDC_ISSUER, values.OIDC_CLIENT_ID, values.OIDC_CLIENT_SECRET].filter(Boolean);
	if (given.length === 0 || given.length === 3) return null;
	return 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.';
}

export function publicIdentityOf(values: Values): PublicIdentity | null {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
	if (!issuer || !clientId || !clientSecret) return null;
	const acr = values.OIDC_ACR.split(/\s+/).filter(Boolean);
	const { OIDC_SCOPE: scope, OIDC_CLAIMS: claims, OIDC_TIMEOUT: timeoutMs } = values;
	const { OIDC_SIGN_OUT: signsOut } = values;
	return { issuer, clientId, clientSecret, scope, acr, claims, timeoutMs, signsOut };
}
