import { z } from 'zod';
import { clamdOf, filesEnvironment, filesProblems, s3Of, type ClamdSettings, type S3Settings } from './config-files';
import {
	publicIdentityOf,
	publicIdentityProblem,
	publicIdentityVariables,
	type PublicIdentity
} from './config-identity';

/**
 * The settings of the process, read from the environment once and checked with a sentence for each.
 * A demo (`CHIAVI_DEMO=1`) makes its own secrets; anything else is production and refuses to start without them.
 */
export type Config = {
	readonly demo: boolean;
	readonly origin: string;
	readonly databaseUrl: string;
	/** 32 bytes that wrap every data key; losing them loses the sealed data. */
	readonly masterKey: Buffer;
	/** 32 bytes, the Ed25519 seed that signs published rounds. */
	readonly signingKey: Buffer;
	readonly smtpUrl: string | null;
	readonly mailFrom: string;
	readonly office: Office;
	/** The gateway that sends SMS, and App IO; null where the office uses none (docs/messages.md). */
	readonly sms: GatewaySettings | null;
	readonly appIo: GatewaySettings | null;
	/**
	 * The drand server that gives public numbers. Without one a person copies them, and the portal checks their
	 * signature.
	 */
	readonly drandUrl: string | null;
	/** The code by which the State knows who sends the monitoring file; without one the programme's own is written. */
	readonly pucSender: string | null;
	/** The municipality's gateway to SPID and CIE; null where people sign in by password alone (docs/identity.md). */
	readonly publicIdentity: PublicIdentity | null;
	readonly logLevel: string;
	/** The folder that holds the sealed files of documents, where no bucket does. */
	readonly filesFolder: string;
	readonly s3: S3Settings | null;
	/** The scanner of uploaded files; null where none is set. */
	readonly clamd: ClamdSettings | null;
	/**
	 * Where the source code of this portal is. The licence asks an operator that changed the code to offer it (AGPL
	 * section 13).
	 */
	readonly sourceUrl: string | null;
};

/** Where a gateway listens, the secret that it asks for, and how long an answer may take. */
export type GatewaySettings = { readonly url: string; readonly token: string | null; readonly timeoutMs: number };

/** Name, phone, hours and address of the agency's office. Every message ends with it, and the contact page says the same. */
export type Office = {
	readonly name: string;
	readonly phone: string;
	/** Days and times, in each language. */
	readonly hours: { readonly it: string; readonly en: string };
	/** Street, number, postal code and town, in one line. */
	readonly address: string;
	readonly email: string | null;
};

const secret = (name: string) =>
	z
		.string({
			error: `${name} is missing: set it to 64 hexadecimal characters, for example from "openssl rand -hex 32".`
		})
		.regex(/^[0-9a-f]{64}$/i, `${name} must be exactly 64 hexadecimal characters (32 bytes).`)
		.transform((hex) => Buffer.from(hex, 'hex'));

/** A setting of one line that a reader sees. */
const line = (name: string, what: string) =>
	z
		.string({ error: `${name} is missing: set it to ${what}.` })
		.regex(/^[^\p{Cc}]{1,200}$/u, `${name} must be one line of at most 200 characters.`);

/** An address that gets personal facts: encrypted, or on this machine. */
const gateway = (name: string) =>
	z
		.string()
		.regex(
			/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^?#]*[^/?#]$/,
			`${name} must begin with https:// and end without a slash.`
		);

/** The secret of a gateway: one line without spaces, because it goes into a header. */
const token = (name: string) =>
	z
		.string()
		.regex(/^[\x21-\x7e]{1,500}$/, `${name} must be one line of letters, digits and signs, without spaces.`)
		.nullable()
		.default(null);

/** Seconds. A batch of 20 must end before its lease of five minutes does. */
const timeout = (name: string) =>
	z
		.string()
		.regex(/^([1-9]|1[0-2])$/, `${name} must be a number of seconds from 1 to 12.`)
		.default('10')
		.transform((seconds) => Number(seconds) * 1_000);

const demoSecret = (letter: string) => letter.repeat(64);

const environment = z.object({
	CHIAVI_DEMO: z.enum(['0', '1'], { error: 'CHIAVI_DEMO must be 0 or 1.' }).default('0'),
	ORIGIN: z
		.string({
			error: 'ORIGIN is missing: set it to the public address of the portal, for example https://chiavi.example.it.'
		})
		.regex(/^https?:\/\/[^/]+$/, 'ORIGIN must be an address such as https://chiavi.example.it, without a path.'),
	DATABASE_URL: z
		.string({ error: 'DATABASE_URL is missing: set it to a file such as sqlite:data/chiavi.db or to postgres://….' })
		.regex(/^(sqlite:|postgres(ql)?:\/\/)/, 'DATABASE_URL must begin with sqlite: or postgres://.'),
	CHIAVI_MASTER_KEY: secret('CHIAVI_MASTER_KEY'),
	CHIAVI_SIGNING_KEY: secret('CHIAVI_SIGNING_KEY'),
	SMTP_URL: z
		.string({
			error: 'SMTP_URL is missing: set it to the mail server, for example smtps://user:password@mail.example.it.'
		})
		.regex(/^smtps?:\/\//, 'SMTP_URL must begin with smtp:// or smtps://.'),
	MAIL_FROM: z
		.string({
			error: 'MAIL_FROM is missing: set it to the sender of the mails, for example "Chiavi <no-reply@example.it>".'
		})
		.min(3, 'MAIL_FROM must be a mail address.'),
	OFFICE_NAME: line('OFFICE_NAME', 'the name of the office that residents call'),
	OFFICE_PHONE: line('OFFICE_PHONE', 'the phone number of the office, for example 02 1234 5678'),
	OFFICE_HOURS_IT: line('OFFICE_HOURS_IT', 'when the office answers, in Italian'),
	OFFICE_HOURS_EN: line('OFFICE_HOURS_EN', 'when the office answers, in English'),
	OFFICE_ADDRESS: line('OFFICE_ADDRESS', 'the postal address of the office, in one line'),
	OFFICE_EMAIL: z.email('OFFICE_EMAIL must be a mail address.').nullable().default(null),
	SMS_URL: gateway('SMS_URL').nullable().default(null),
	SMS_TOKEN: token('SMS_TOKEN'),
	SMS_TIMEOUT: timeout('SMS_TIMEOUT'),
	IO_API_URL: gateway('IO_API_URL').default('https://api.io.pagopa.it/api/v1'),
	IO_API_KEY: token('IO_API_KEY'),
	IO_TIMEOUT: timeout('IO_TIMEOUT'),
	SOURCE_URL: z.url('SOURCE_URL must be the web address of the source code.').nullable().default(null),
	DRAND_URL: z
		.string()
		.regex(
			/^https?:\/\/[^?#]+[^/?#]$/,
			'DRAND_URL must be the address of a server of drand, such as https://api.drand.sh.'
		)
		.nullable()
		.default(null),
	PUC_SENDER: z
		.string()
		.regex(/^[^#|\r\n]{1,20}$/u, 'PUC_SENDER must have 1 to 20 characters without # and |.')
		.nullable()
		.default(null),
	...publicIdentityVariables,
	...filesEnvironment,
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')
});

const demoEnvironment = environment.extend({
	DATABASE_URL: environment.shape.DATABASE_URL.default('sqlite:data/demo.db'),
	ORIGIN: environment.shape.ORIGIN.default('http://localhost:3000'),
	CHIAVI_MASTER_KEY: secret('CHIAVI_MASTER_KEY').prefault(demoSecret('d')),
	CHIAVI_SIGNING_KEY: secret('CHIAVI_SIGNING_KEY').prefault(demoSecret('e')),
	SMTP_URL: environment.shape.SMTP_URL.nullable().default(null),
	MAIL_FROM: environment.shape.MAIL_FROM.default('Chiavi <chiavi@localhost>'),
	OFFICE_NAME: environment.shape.OFFICE_NAME.default('Ufficio Casa (dimostrazione)'),
	OFFICE_PHONE: environment.shape.OFFICE_PHONE.default('02 0000 0000'),
	OFFICE_HOURS_IT: environment.shape.OFFICE_HOURS_IT.default('dal lunedì al venerdì, dalle 9 alle 13'),
	OFFICE_HOURS_EN: environment.shape.OFFICE_HOURS_EN.default('Monday to Friday, from 9 to 13'),
	OFFICE_ADDRESS: environment.shape.OFFICE_ADDRESS.default('via della Dimostrazione 1, 20100 Milano')
});

/** Reads the settings from `env`. Answers every problem at once, a whole sentence each. */
export function readConfig(
	env: Readonly<Record<string, string | undefined>>
): { ok: true; config: Config } | { ok: false; problems: string[] } {
	const demo = env['CHIAVI_DEMO'] === '1';
	if (demo && env['NODE_ENV'] === 'production') {
		return {
			ok: false,
			problems: ['CHIAVI_DEMO=1 is refused when NODE_ENV is production: demo accounts have public passwords.']
		};
	}
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const parsed = (demo ? demoEnvironment : environment).safeParse(given);
	if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => issue.message) };
	const incomplete = publicIdentityProblem(parsed.data);
	const problems = [...(incomplete ? [incomplete] : []), ...filesProblems(parsed.data)];
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, config: configOf(parsed.data, demo) };
}

type Values = z.infer<typeof demoEnvironment>;

const configOf = (values: Values, demo: boolean): Config => ({
	demo,
	origin: values.ORIGIN,
	databaseUrl: values.DATABASE_URL,
	masterKey: values.CHIAVI_MASTER_KEY,
	signingKey: values.CHIAVI_SIGNING_KEY,
	smtpUrl: values.SMTP_URL,
	mailFrom: values.MAIL_FROM,
	office: officeOf(values),
	...gatewaysOf(values),
	drandUrl: values.DRAND_URL,
	pucSender: values.PUC_SENDER,
	publicIdentity: publicIdentityOf(values),
	logLevel: values.LOG_LEVEL,
	filesFolder: values.FILES_FOLDER ?? filesBeside(values.DATABASE_URL),
	s3: s3Of(values),
	clamd: clamdOf(values),
	sourceUrl: values.SOURCE_URL
});

const gatewaysOf = (values: Values) => ({
	sms: values.SMS_URL === null ? null : { url: values.SMS_URL, token: values.SMS_TOKEN, timeoutMs: values.SMS_TIMEOUT },
	appIo:
		values.IO_API_KEY === null
			? null
			: { url: values.IO_API_URL, token: values.IO_API_KEY, timeoutMs: values.IO_TIMEOUT }
});

/** Beside the file of SQLite; a database on a server has no place of its own on this machine. */
const filesBeside = (databaseUrl: string): string =>
	/^sqlite:(?!:memory:)/.test(databaseUrl) ? `${databaseUrl.slice('sqlite:'.length)}.files` : 'data/files';

const officeOf = (values: Values): Office => ({
	name: values.OFFICE_NAME,
	phone: values.OFFICE_PHONE,
	hours: { it: values.OFFICE_HOURS_IT, en: values.OFFICE_HOURS_EN },
	address: values.OFFICE_ADDRESS,
	email: values.OFFICE_EMAIL
});

let current: Config | undefined;

/** The settings of this process; ends it with a sentence for each missing one. */
export function config(): Config {
	if (current) return current;
	const read = readConfig(process.env);
	if (!read.ok) {
		process.stderr.write(['Chiavi cannot start:', ...read.problems.map((problem) => `- ${problem}`), ''].join('\n'));
		process.exit(1);
	}
	current = read.config;
	return current;
}
